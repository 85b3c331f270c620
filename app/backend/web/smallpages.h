// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/web/webpages.h"

namespace passport {

class Routes;
class ServerUrls;

/// The pages with little to do: `/web/…` (style, scripts, icon), `/passport/view/` (opens the program or says how) and
/// `/outbox` (mails and messages without a gateway, `--demo` only).
class SmallPages {
public:
    struct Parts {
        WebPages &pages;
        Store &store;
        Sessions &sessions;
        const ServerUrls &urls;
        QString outboxFolder; ///< Empty: no such page.
    };

    explicit SmallPages(const Parts &parts)
        : m_(parts)
    {
    }

    void addTo(Routes &routes);

    boost::asio::awaitable<HttpResponse> file(const HttpRequest &request);
    boost::asio::awaitable<HttpResponse> view(const HttpRequest &request);
    boost::asio::awaitable<HttpResponse> signOut(const HttpRequest &request);
    boost::asio::awaitable<HttpResponse> outbox(const HttpRequest &request);

private:
    const Parts m_;
};

} // namespace passport
