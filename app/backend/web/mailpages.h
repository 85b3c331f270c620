// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/web/webpages.h"

namespace passport {

class ContactMethods;
class Routes;

/// `/mail/contact/`, where the link in a mail leads. Looking at it changes nothing, so that a program that opens links
/// to look inside them confirms nothing; the button does.
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
    /// "done", "again" or "gone" with the texts of texts.json.
    [[nodiscard]] HttpResponse told(const Visitor &visitor, const QString &what, const QString &value) const;

    const Parts m_;
};

} // namespace passport
