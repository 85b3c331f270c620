// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/web/webpages.h"
#include "protocol/person.h"

namespace passport {

class Accounts;

/// The forms that sign a browser in, wherever a page needs somebody: login and password, then perhaps a one-time code.
class SignInForms {
public:
    SignInForms(WebPages &pages, Accounts &accounts)
        : m_pages(pages)
        , m_accounts(accounts)
    {
    }

    /// Where the forms go and what stands above them.
    struct Place {
        QString action;
        QString heading;
        QString text = {};
        bool offersQr = false;
    };

    [[nodiscard]] HttpResponse passwordForm(
        const Visitor &visitor, const Place &place, const QString &login = {}, const QString &problem = {}) const;
    [[nodiscard]] HttpResponse codeForm(const Visitor &visitor, const Place &place, const QString &problem = {}) const;

    /// Handles `signin` and `code`: the page to show, or nothing: the visitor is signed in now.
    boost::asio::awaitable<std::optional<HttpResponse>>
    submitted(const SentForm &form, const HttpRequest &request, Visitor &visitor, Place place);
    [[nodiscard]] static bool isTheirs(const SentForm &form);

private:
    boost::asio::awaitable<Result<QByteArray>>
    tried(const SentForm &form, const HttpRequest &request, Visitor &visitor);

    WebPages &m_pages;
    Accounts &m_accounts;
};

/// What a browser says of itself, as far as one may believe it.
[[nodiscard]] Device browserOf(const HttpRequest &request);

} // namespace passport
