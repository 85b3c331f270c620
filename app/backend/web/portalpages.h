// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/clock.h"
#include "backend/web/webpages.h"

namespace passport {

class PortalBell;
class Routes;
class ServerUrls;

/// `/p/<address>/enter/`, where a one-time link of the program leads (SR-30), and `/p/<address>/`, a small page of the
/// portal for whoever came in that way or has a cookie session.
class PortalPages {
public:
    struct Parts {
        WebPages &pages;
        Store &store;
        const Clock &clock;
        const ServerUrls &urls;
        PortalBell &bell;
    };

    explicit PortalPages(const Parts &parts)
        : m_(parts)
    {
    }

    void addTo(Routes &routes);

    boost::asio::awaitable<HttpResponse> entering(const HttpRequest &request);
    boost::asio::awaitable<HttpResponse> enter(const HttpRequest &request);
    boost::asio::awaitable<HttpResponse> portal(const HttpRequest &request);

private:
    [[nodiscard]] QString ownPicture(const std::optional<QString> &url) const;

    const Parts m_;
};

} // namespace passport
