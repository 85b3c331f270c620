// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/transport.h"
#include "protocol/result.h"

#include <boost/asio/io_context.hpp>
#include <memory>

namespace passport {

/// Certificate and key of a listener that speaks TLS itself.
struct TlsFiles {
    QByteArray certificate; ///< PEM chain
    QByteArray key; ///< PEM; refused if others may read the file (SR-45).
};

/// Listens and makes connections. One port, plain HTTP or TLS (1.2 and newer), websockets included.
class HttpServer {
public:
    /// The transport must outlive the io_context's handlers.
    HttpServer(boost::asio::io_context &io, Transport &transport);
    ~HttpServer();
    HttpServer(const HttpServer &) = delete;
    HttpServer &operator=(const HttpServer &) = delete;

    /// Takes the port (0: any) of a numeric address and answers which. Nothing is accepted before accept().
    /// Error::detail is the sentence for the person who started us: port taken, no such address, bad certificate.
    [[nodiscard]] Result<quint16> listen(const QByteArray &address, quint16 port, const std::optional<TlsFiles> &tls);
    void accept();
    /// No new connections; open ones end after the answer they are at, websockets with 1001.
    void shutDown();
    /// Closes everything at once.
    void cut();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace passport
