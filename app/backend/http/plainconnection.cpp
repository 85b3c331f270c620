// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/connection.h"
#include "backend/http/startconnection.h"

#include <boost/beast/websocket/teardown.hpp>

namespace passport {
namespace {

struct PlainWire {
    using Stream = boost::beast::tcp_stream;
    using Next = boost::asio::ip::tcp::socket; // without the stream's two timers

    static boost::asio::awaitable<bool> handshake(Stream &) { co_return true; }

    static boost::asio::awaitable<void> finish(Stream &stream)
    {
        boost::system::error_code ignored;
        stream.socket().shutdown(boost::asio::ip::tcp::socket::shutdown_send, ignored);
        co_return;
    }

    static Next release(Stream &stream) { return stream.release_socket(); }
};

} // namespace

void startPlainConnection(boost::asio::ip::tcp::socket socket, Peer peer, Transport &transport)
{
    const auto executor = socket.get_executor();
    const auto connection = std::make_shared<Connection<PlainWire>>(
        boost::beast::tcp_stream(std::move(socket)), std::move(peer), transport);
    boost::asio::co_spawn(executor, connection->run(), boost::asio::detached);
}

} // namespace passport
