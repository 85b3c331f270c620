// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QHash>
#include <QTcpServer>
#include <QUrl>
#include <functional>
#include <vector>

class QTcpSocket;

namespace passport {

/// A server that misbehaves on the wire as told, byte by byte: what a well-written backend never does and networks do.
/// Behaviour of the product itself is tested against the real backend instead.
class HttpDouble : public QTcpServer {
    Q_OBJECT
public:
    struct Request {
        QByteArray line; ///< "POST /rest/… HTTP/1.1"
        QHash<QByteArray, QByteArray> headers; ///< Names in lower case.
        QByteArray body;
        int number = 0; ///< From 1.
    };
    struct Reply {
        QByteArray bytes; ///< As they go out; empty: silence.
        bool hangUp = false; ///< Closes the connection after them.
    };

    /// Listens on a free port of this computer.
    explicit HttpDouble(std::function<Reply(const Request &)> answer);

    [[nodiscard]] QUrl url() const;
    [[nodiscard]] const std::vector<Request> &requests() const { return m_requests; }

    /// A complete answer.
    static Reply json(int status, const QByteArray &body, const QByteArray &headers = {});
    static Reply page(int status, const QByteArray &type, const QByteArray &body, const QByteArray &headers = {});

private:
    void read(QTcpSocket *socket);

    std::function<Reply(const Request &)> m_answer;
    std::vector<Request> m_requests;
    QHash<QTcpSocket *, QByteArray> m_pending;
};

} // namespace passport
