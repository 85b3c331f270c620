// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/message.h"

#include <boost/asio/awaitable.hpp>
#include <functional>
#include <memory>
#include <variant>

namespace passport {

/// Answers one request on the I/O thread; may co_await, must never block. The request outlives the coroutine.
/// An exception becomes 500 `internal` with the request id.
using HttpHandler = std::function<boost::asio::awaitable<HttpResponse>(const HttpRequest &)>;

/// An open websocket, as its listener sees it. I/O thread only.
class WebSocket {
public:
    virtual ~WebSocket() = default;
    /// Queues a text message. A reader so slow that the queue passes its cap is dropped.
    virtual void send(const QByteArray &text) = 0;
    /// Sends what is queued, then the close frame. Later sends are ignored.
    virtual void close(quint16 code) = 0;
};

/// What hears a websocket; owned by the transport, destroyed when the socket is gone.
class WebSocketListener {
public:
    virtual ~WebSocketListener() = default;
    virtual void opened(WebSocket &socket) = 0; ///< The handshake is done; `socket` lives as long as the listener.
    virtual void received(QByteArrayView text) = 0;
};

/// Decides about an upgrade before the handshake: the listener, or the answer that refuses it.
using WebSocketAnswer = std::variant<std::unique_ptr<WebSocketListener>, HttpResponse>;
using WebSocketHandler = std::function<boost::asio::awaitable<WebSocketAnswer>(const HttpRequest &)>;

} // namespace passport
