// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/httpserver.h"

#include "backend/http/startconnection.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace passport {
namespace {

using tcp = boost::asio::ip::tcp;
constexpr auto asTuple = boost::asio::as_tuple(boost::asio::use_awaitable);

Error startError(const QString &sentence)
{
    return {.kind = Error::Kind::Refused, .code = {}, .detail = sentence, .details = {}};
}

/// TLS 1.2 and newer (SR-21); buffers of idle connections are given back (toolchain.md 2.3).
Result<std::unique_ptr<boost::asio::ssl::context>> tlsContext(const TlsFiles &files)
{
    namespace ssl = boost::asio::ssl;
    auto context = std::make_unique<ssl::context>(ssl::context::tls_server);
    context->set_options(
        ssl::context::default_workarounds | ssl::context::no_sslv2 | ssl::context::no_sslv3 | ssl::context::no_tlsv1
        | ssl::context::no_tlsv1_1);
    SSL_CTX_set_mode(context->native_handle(), SSL_MODE_RELEASE_BUFFERS);
    boost::system::error_code ec;
    context->use_certificate_chain_file(files.certificate.toStdString(), ec);
    if (ec)
        return startError(QStringLiteral("The certificate %1 cannot be used: %2.")
                              .arg(QString::fromUtf8(files.certificate), QString::fromStdString(ec.message())));
    context->use_private_key_file(files.key.toStdString(), ssl::context::pem, ec);
    if (ec)
        return startError(QStringLiteral("The key %1 cannot be used: %2.")
                              .arg(QString::fromUtf8(files.key), QString::fromStdString(ec.message())));
    return context;
}

} // namespace

struct HttpServer::Private {
    Private(boost::asio::io_context &theIo, Transport &theTransport)
        : io(theIo)
        , transport(theTransport)
        , acceptor(theIo)
    {
    }

    boost::asio::awaitable<void> acceptLoop()
    {
        for (;;) {
            auto [ec, socket] = co_await acceptor.async_accept(asTuple);
            if (ec == boost::asio::error::operation_aborted || !acceptor.is_open())
                co_return;
            if (!ec) {
                start(std::move(socket));
                continue;
            }
            // Out of descriptors, most likely: give connections time to end instead of spinning.
            boost::asio::steady_timer pause(io, std::chrono::milliseconds(100));
            co_await pause.async_wait(asTuple);
        }
    }

    void start(tcp::socket socket)
    {
        boost::system::error_code ec;
        const auto remote = socket.remote_endpoint(ec).address();
        const QByteArray address = QByteArray::fromStdString(remote.to_string());
        auto slot = AddressSlot::take(transport, address, remote.is_loopback());
        if (ec || !slot || transport.faults.unplugged()) {
            ++transport.refusedConnections;
            return;
        }
        ++transport.acceptedConnections;
        socket.set_option(tcp::no_delay(true), ec);
        Peer peer{address, remote.is_loopback(), tls != nullptr, std::move(*slot)};
        if (tls)
            startTlsConnection(std::move(socket), *tls, std::move(peer), transport);
        else
            startPlainConnection(std::move(socket), std::move(peer), transport);
    }

    boost::asio::io_context &io;
    Transport &transport;
    tcp::acceptor acceptor;
    std::unique_ptr<boost::asio::ssl::context> tls;
};

HttpServer::HttpServer(boost::asio::io_context &io, Transport &transport)
    : d(std::make_unique<Private>(io, transport))
{
}

HttpServer::~HttpServer() = default;

Result<quint16> HttpServer::listen(const QByteArray &address, quint16 port, const std::optional<TlsFiles> &tls)
{
    if (tls) {
        auto context = tlsContext(*tls);
        if (!context)
            return context.error();
        d->tls = std::move(*context);
    }
    boost::system::error_code ec;
    const auto where = boost::asio::ip::make_address(address.toStdString(), ec);
    if (ec)
        return startError(QStringLiteral("%1 is not a numeric address to listen at.").arg(QString::fromUtf8(address)));
    const tcp::endpoint endpoint(where, port);
    d->acceptor.open(endpoint.protocol(), ec);
    if (!ec)
        d->acceptor.set_option(tcp::acceptor::reuse_address(true), ec);
    if (!ec)
        d->acceptor.bind(endpoint, ec);
    if (!ec)
        d->acceptor.listen(d->transport.limits.backlog, ec);
    if (ec)
        return startError(QStringLiteral("Cannot listen at %1 port %2: %3. Choose another with --listen.")
                              .arg(QString::fromUtf8(address))
                              .arg(port)
                              .arg(QString::fromStdString(ec.message())));
    return quint16(d->acceptor.local_endpoint(ec).port());
}

void HttpServer::accept()
{
    boost::asio::co_spawn(d->io, d->acceptLoop(), boost::asio::detached);
}

void HttpServer::shutDown()
{
    boost::system::error_code ignored;
    d->acceptor.close(ignored);
    d->transport.stopping = true;
    for (auto it = d->transport.open.begin(); it != d->transport.open.end();)
        (it++)->shutDown();
}

void HttpServer::cut()
{
    for (auto it = d->transport.open.begin(); it != d->transport.open.end();)
        (it++)->cut();
}

} // namespace passport
