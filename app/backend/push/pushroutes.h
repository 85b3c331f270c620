// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/faults.h"
#include "backend/http/routes.h"
#include "backend/push/hub.h"
#include "backend/push/pingwheel.h"

#include <chrono>

namespace passport {

class ServerUrls;

/// The public addresses of push: the websocket, long polling, and the publishing address that takes and ignores the
/// acknowledgements of polling clients.
class PushRoutes {
public:
    static constexpr std::chrono::milliseconds holdTime{40'000}; ///< Of a long poll (wire.md 2.12).

    struct Parts {
        Hub &hub;
        PingWheel &wheel;
        ListenRights &rights;
        const Clock &clock;
        const ServerUrls &urls;
        const Faults &faults;
    };
    explicit PushRoutes(Parts parts, std::chrono::milliseconds hold = holdTime);

    /// The routes hold a reference to this object.
    void addTo(Routes &routes);

private:
    boost::asio::awaitable<WebSocketAnswer> socket(const HttpRequest &request);
    boost::asio::awaitable<HttpResponse> poll(const HttpRequest &request);

    const Parts m_;
    const std::chrono::milliseconds m_hold;
};

} // namespace passport
