// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/transport.h"

namespace passport {

/// An answer and what a test wants spoilt about it.
struct Answer {
    HttpResponse response;
    std::optional<Faults::Fault> fault;
};

/// Finds the handler and asks it. 404, 405 with Allow, 426 for a plain GET of a websocket's path, OPTIONS, and 500
/// without a word of the reason if the handler throws (SR-47; the reason is in the log under the request id).
[[nodiscard]] boost::asio::awaitable<Answer> dispatch(Transport &transport, const HttpRequest &request);

/// The same for an upgrade: `handler` decides, an exception refuses.
[[nodiscard]] boost::asio::awaitable<WebSocketAnswer>
dispatchUpgrade(Transport &transport, const WebSocketHandler &handler, const HttpRequest &request);

/// One line of the access log; `what` is already masked (SR-22).
void logAccess(
    Transport &transport, const QByteArray &address, const QByteArray &what, int status,
    std::chrono::steady_clock::time_point started, const QByteArray &requestId);

} // namespace passport
