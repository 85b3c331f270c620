// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/account/contactmethods.h"
#include "backend/web/webpages.h"

namespace passport {

class Routes;

/// `/mail/contact/`, where the link in a mail leads. Looking at it changes nothing, so that a program that opens links
/// to look inside them confirms nothing; the button does. The secret in the link is the whole right to press it.
class MailPages {
public:
    struct Parts {
        WebPages &pages;
        ContactMethods &contacts;
    };

    explicit MailPages(const Parts &parts)
        : m_(parts)
    {
    }

    void addTo(Routes &routes);

    boost::asio::awaitable<HttpResponse> look(const HttpRequest &request);
    boost::asio::awaitable<HttpResponse> follow(const HttpRequest &request);

private:
    /// Nobody in particular: whoever has the link may follow it, signed in here or not, with cookies or without.
    [[nodiscard]] static Visitor readerOf(const HttpRequest &request);
    [[nodiscard]] HttpResponse
    shown(const Visitor &reader, const ContactMethods::Link &link, const QString &token) const;

    const Parts m_;
};

} // namespace passport
