// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/handler.h"
#include "backend/http/transport.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/websocket/stream.hpp>
#include <vector>

namespace passport {

/// The TCP socket at the bottom of a stack of streams.
template <typename Stream> boost::asio::ip::tcp::socket &tcpOf(Stream &stream)
{
    auto &lowest = boost::beast::get_lowest_layer(stream);
    if constexpr (requires { lowest.socket(); })
        return lowest.socket();
    else
        return lowest;
}

/// One open websocket: a reading coroutine and a queue that is written by callbacks, nothing more, because ten
/// thousand of them lie idle (architecture.md 4.3). Keeps itself alive while something is under way.
/// `Next` is the stream below: a TCP socket, or TLS over one.
template <typename Next>
class WebSocketSession final : public WebSocket,
                               public OpenConnection,
                               public std::enable_shared_from_this<WebSocketSession<Next>> {
public:
    using Stream = boost::beast::websocket::stream<Next, false>; // no deflate: small texts, much memory

    /// `stream` is through its handshake.
    WebSocketSession(Stream stream, std::unique_ptr<WebSocketListener> listener, AddressSlot slot, Transport &transport)
        : m_stream(std::move(stream))
        , m_listener(std::move(listener))
        , m_slot(std::move(slot))
        , m_transport(transport)
    {
        transport.open.push_back(*this);
        ++transport.openWebSockets;
    }
    ~WebSocketSession() override { --m_transport.openWebSockets; }

    auto executor() { return m_stream.get_executor(); }

    boost::asio::awaitable<void> run()
    {
        const auto self = this->shared_from_this();
        constexpr auto result = boost::asio::as_tuple(boost::asio::use_awaitable);
        m_stream.text(true);
        m_listener->opened(*this);
        if (m_transport.stopping) // the good-byes were said while we were still shaking hands
            shutDown();
        QByteArray gathered; // of a message in several parts
        for (;;) {
            const auto [ec, size] = co_await m_stream.async_read_some(boost::asio::buffer(m_part), result);
            if (ec)
                break;
            const QByteArrayView part(m_part.data(), static_cast<qsizetype>(size));
            if (m_stream.is_message_done() && gathered.isEmpty()) {
                m_listener->received(part);
            } else {
                gathered.append(part);
                if (m_stream.is_message_done())
                    m_listener->received(std::exchange(gathered, {}));
            }
        }
        m_closing = true;
        m_listener.reset();
    }

    void send(const QByteArray &text) override
    {
        if (m_closing || m_transport.faults.pushMuted())
            return;
        m_queuedBytes += static_cast<std::size_t>(text.size());
        if (m_queuedBytes > m_transport.limits.queueBytes) {
            cut();
            return;
        }
        m_queue.push_back(text);
        if (m_queue.size() == 1)
            writeFirst();
    }

    void close(quint16 code) override
    {
        if (m_closing)
            return;
        m_closing = true;
        m_closeCode = code;
        if (m_queue.empty())
            sendClose();
    }

    void shutDown() override { close(boost::beast::websocket::close_code::going_away); }

    void cut() override
    {
        m_closing = true;
        boost::system::error_code ignored;
        tcpOf(m_stream).close(ignored);
    }

private:
    void writeFirst()
    {
        const QByteArray &text = m_queue.front();
        m_stream.async_write(
            boost::asio::const_buffer(text.constData(), static_cast<std::size_t>(text.size())),
            [self = this->shared_from_this()](boost::system::error_code ec, std::size_t) { self->written(ec); });
    }

    void written(boost::system::error_code ec)
    {
        if (ec) {
            cut();
            return;
        }
        m_queuedBytes -= static_cast<std::size_t>(m_queue.front().size());
        m_queue.erase(m_queue.begin());
        if (!m_queue.empty())
            writeFirst();
        else if (m_closing)
            sendClose();
        else
            m_queue.shrink_to_fit();
    }

    void sendClose()
    {
        m_stream.async_close(
            boost::beast::websocket::close_code(m_closeCode),
            [self = this->shared_from_this()](boost::system::error_code) { self->cut(); });
    }

    Stream m_stream;
    std::unique_ptr<WebSocketListener> m_listener;
    AddressSlot m_slot;
    Transport &m_transport;
    std::array<char, 64> m_part{}; ///< Holds "pong" and "mack:<mid>" whole.
    std::vector<QByteArray> m_queue; ///< The first is being written.
    std::size_t m_queuedBytes = 0;
    quint16 m_closeCode = 0;
    bool m_closing = false;
};

} // namespace passport
