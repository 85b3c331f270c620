// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/account/contactlinks.h"
#include "backend/web/webpages.h"

namespace passport {

class Routes;

/// `/mail/contact/`, where the link in a mail leads. Looking at it changes nothing, so that a program that opens links
/// to look inside them confirms nothing and refuses nothing; its two buttons do. The secret in the link is the whole
/// right to press them.
class MailPages {
public:
    struct Parts {
        WebPages &pages;
        ContactLinks &links;
    };

    explicit MailPages(const Parts &parts)
        : m_(parts)
    {
    }

    void addTo(Routes &routes);

    boost::asio::awaitable<HttpResponse> look(const HttpRequest &request);
    boost::asio::awaitable<HttpResponse> press(const HttpRequest &request);

private:
    /// Nobody in particular: whoever has the link may follow it, signed in here or not, with cookies or without.
    [[nodiscard]] static Visitor readerOf(const HttpRequest &request);
    [[nodiscard]] HttpResponse shown(const Visitor &reader, const ContactLinks::Link &link, const QString &token) const;

    const Parts m_;
};

} // namespace passport
