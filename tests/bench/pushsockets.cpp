// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "bench/pushsockets.h"

#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>

namespace passport::bench {

namespace asio = boost::asio;

namespace {

/// Masked with zeros: "pong" as it is.
constexpr std::string_view pong("\x81\x84\0\0\0\0pong", 10);

std::string requestFor(const PushTarget &target)
{
    return "GET /bitrix/subws/?token=" + target.jwt
        + "&jsonRpc=true&revision=19 HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
          "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
}

/// Size of the whole frame that the text begins with; 0: not to be told yet.
std::size_t frameSize(std::string_view text)
{
    if (text.size() < 2)
        return 0;
    const auto size = static_cast<unsigned char>(text[1]);
    if (size < 126)
        return 2U + size;
    if (text.size() < 4)
        return 0;
    return 4U + (static_cast<unsigned char>(text[2]) << 8U) + static_cast<unsigned char>(text[3]);
}

} // namespace

struct PushSockets::Socket {
    explicit Socket(asio::io_context &context)
        : tcp(context)
    {
    }
    asio::ip::tcp::socket tcp;
    std::string buffer;
};

PushSockets::PushSockets(asio::io_context &context, asio::ip::tcp::endpoint server)
    : m_context(context)
    , m_server(std::move(server))
{
}

PushSockets::~PushSockets() = default;

void PushSockets::open(const std::vector<PushTarget> &targets)
{
    // In groups, so that the whole handshake of one is over before its turn of pings comes.
    constexpr std::size_t group = 200;
    for (std::size_t i = 0; i < targets.size(); ++i) {
        m_sockets.push_back(std::make_unique<Socket>(m_context));
        co_spawn(m_context, listen(*m_sockets.back(), i, requestFor(targets.at(i))), asio::detached);
        if (m_sockets.size() % group != 0 && i + 1 < targets.size())
            continue;
        const auto end = Clock::now() + std::chrono::seconds(10);
        m_context.restart();
        while (m_open < m_sockets.size() && Clock::now() < end)
            m_context.run_one_for(std::chrono::milliseconds(100));
    }
}

asio::awaitable<void> PushSockets::listen(Socket &socket, std::size_t number, std::string request)
{
    co_await socket.tcp.async_connect(m_server, asio::use_awaitable);
    co_await asio::async_write(socket.tcp, asio::buffer(request), asio::use_awaitable);
    request = {};
    const std::size_t head = co_await asio::async_read_until(
        socket.tcp, asio::dynamic_buffer(socket.buffer), "\r\n\r\n", asio::use_awaitable);
    if (!socket.buffer.starts_with("HTTP/1.1 101"))
        co_return;
    ++m_open;
    socket.buffer.erase(0, head);
    std::array<char, 2048> part{};
    for (;;) {
        for (std::size_t size = frameSize(socket.buffer); size > 0 && socket.buffer.size() >= size;
             size = frameSize(socket.buffer)) {
            const bool ping = socket.buffer.compare(2, 4, "ping") == 0;
            socket.buffer.erase(0, size);
            if (ping)
                co_await asio::async_write(socket.tcp, asio::buffer(pong), asio::use_awaitable);
            else
                heard(number);
        }
        const std::size_t count = co_await socket.tcp.async_read_some(asio::buffer(part), asio::use_awaitable);
        socket.buffer.append(part.data(), count);
    }
}

void PushSockets::heard(std::size_t number)
{
    if (!m_expected || m_expected->socket != number) {
        ++m_lost;
        return;
    }
    const std::chrono::duration<double, std::milli> took = Clock::now() - m_expected->sent;
    m_milliseconds.push_back(took.count());
    m_expected.reset();
}

void PushSockets::expect(std::size_t socket, Clock::time_point sent)
{
    m_expected = {socket, sent};
}

void PushSockets::giveUp()
{
    if (m_expected)
        ++m_lost;
    m_expected.reset();
}

} // namespace passport::bench
