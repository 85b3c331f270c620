// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/web/signinforms.h"
#include "protocol/qrapprovalapi.h"

namespace passport {

class QrApproving;
class Routes;
class ServerUrls;

/// Where a QR code leads: `/a/<siteId>/<uniqueId>/<channelTag>/` (api.md 7). A GET changes nothing and is the same for
/// every well-formed path; forms scan, approve, decline and undo. Works without scripts; page.js only makes it live.
class ConfirmPage {
public:
    ConfirmPage(WebPages &pages, SignInForms &signIn, QrApproving &approving, const ServerUrls &urls)
        : m_pages(pages)
        , m_signIn(signIn)
        , m_approving(approving)
        , m_urls(urls)
    {
    }

    void addTo(Routes &routes);

    boost::asio::awaitable<HttpResponse> shown(const HttpRequest &request);
    boost::asio::awaitable<HttpResponse> submitted(const HttpRequest &request);

private:
    struct Seen; // a request with its visitor
    [[nodiscard]] HttpResponse start(const Visitor &visitor, const QString &path) const;
    [[nodiscard]] SignInForms::Place place(const Visitor &visitor, const QString &path) const;
    boost::asio::awaitable<HttpResponse> scan(const Seen &seen);
    boost::asio::awaitable<HttpResponse> look(const Seen &seen, ApprovalId id);
    boost::asio::awaitable<HttpResponse> approve(const Seen &seen, ApprovalId id);
    boost::asio::awaitable<HttpResponse> decline(const Seen &seen, ApprovalId id);
    boost::asio::awaitable<HttpResponse> undo(const Seen &seen, ApprovalId id);
    [[nodiscard]] HttpResponse asked(const Seen &seen, const QrApproval &approval) const;
    [[nodiscard]] HttpResponse after(const Seen &seen, ApprovalId id, const QrApprovalState &state) const;
    [[nodiscard]] HttpResponse refused(const Seen &seen, const Error &error) const;
    /// A page that says how it ended; `key` of texts.json without ".title" and ".text".
    [[nodiscard]] HttpResponse
    ended(const Seen &seen, const QString &key, const QString &text, const QString &detail = {}) const;

    WebPages &m_pages;
    SignInForms &m_signIn;
    QrApproving &m_approving;
    const ServerUrls &m_urls;
};

} // namespace passport
