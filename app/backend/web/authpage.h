// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/clock.h"
#include "backend/web/signinforms.h"
#include "protocol/qrticket.h"

namespace passport {

class QrAsking;
class QrClaims;
class Routes;
class ServerUrls;

/// `/auth/`: signing in in a browser, by password or by a QR code whose ticket is bound to the cookie session (api.md
/// 7); `/auth/qr.svg` draws that code. `/auth/?back=/p/<address>/` leads back to that portal's page.
class AuthPage {
public:
    struct Parts {
        WebPages &pages;
        SignInForms &signIn;
        QrAsking &asking;
        QrClaims &claims;
        const ServerUrls &urls;
        Store &store;
        const Clock &clock;
    };

    explicit AuthPage(const Parts &parts)
        : m_(parts)
    {
    }

    void addTo(Routes &routes);

    boost::asio::awaitable<HttpResponse> shown(const HttpRequest &request);
    boost::asio::awaitable<HttpResponse> submitted(const HttpRequest &request);
    boost::asio::awaitable<HttpResponse> picture(const HttpRequest &request);

private:
    struct Seen; // a sent form with its visitor
    [[nodiscard]] SignInForms::Place place(const Visitor &visitor, const HttpRequest &request) const;
    /// A fresh code; `renewals` have come before it without a touch, and a scan of `previous` still counts.
    boost::asio::awaitable<HttpResponse> open(const Seen &seen, int renewals, TicketId previous);
    boost::asio::awaitable<TicketId> watched(const Seen &seen);
    boost::asio::awaitable<HttpResponse> look(const Seen &seen, QString problem = {});
    boost::asio::awaitable<HttpResponse> number(const Seen &seen);
    boost::asio::awaitable<HttpResponse> claim(const Seen &seen);
    [[nodiscard]] HttpResponse qrPage(const Seen &seen, PageValues values) const;
    [[nodiscard]] HttpResponse over(const Seen &seen, const QString &key) const;

    const Parts m_;
};

} // namespace passport
