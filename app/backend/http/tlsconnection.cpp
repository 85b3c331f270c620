// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/connection.h"
#include "backend/http/startconnection.h"

#include <boost/beast/ssl.hpp>
#include <boost/beast/websocket/ssl.hpp>

namespace passport {
namespace {

struct TlsWire {
    using Stream = boost::beast::ssl_stream<boost::beast::tcp_stream>;
    using Next = Stream;
    static constexpr auto result = boost::asio::as_tuple(boost::asio::use_awaitable);

    static boost::asio::awaitable<bool> handshake(Stream &stream)
    {
        const auto [ec] = co_await stream.async_handshake(boost::asio::ssl::stream_base::server, result);
        co_return !ec;
    }

    static boost::asio::awaitable<void> finish(Stream &stream) { co_await stream.async_shutdown(result); }

    static Next release(Stream &stream) { return std::move(stream); }
};

} // namespace

void startTlsConnection(
    boost::asio::ip::tcp::socket socket, boost::asio::ssl::context &context, Peer peer, Transport &transport)
{
    const auto executor = socket.get_executor();
    const auto connection = std::make_shared<Connection<TlsWire>>(
        TlsWire::Stream(boost::beast::tcp_stream(std::move(socket)), context), std::move(peer), transport);
    boost::asio::co_spawn(executor, connection->run(), boost::asio::detached);
}

} // namespace passport
