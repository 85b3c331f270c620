// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/web/website.h"

#include "backend/qr/qrsignin.h"

namespace passport {

WebSite::WebSite(const Parts &parts)
    : m_pages({.store = parts.store, .sessions = parts.sessions, .dpop = parts.dpop, .cookies = parts.cookies})
    , m_signIn(m_pages, parts.accounts)
    , m_auth(
          {.pages = m_pages,
           .signIn = m_signIn,
           .asking = parts.qr.asking,
           .claims = parts.qr.claims,
           .urls = parts.urls,
           .store = parts.store,
           .clock = parts.clock})
    , m_confirm(m_pages, m_signIn, parts.qr.approving, parts.urls)
    , m_mail({.pages = m_pages, .links = parts.contactLinks})
    , m_portals({.pages = m_pages, .store = parts.store, .clock = parts.clock, .urls = parts.urls, .bell = parts.bell})
    , m_small(
          {.pages = m_pages,
           .store = parts.store,
           .sessions = parts.sessions,
           .urls = parts.urls,
           .outboxFolder = parts.outboxFolder})
{
}

void WebSite::addTo(Routes &routes)
{
    m_auth.addTo(routes);
    m_confirm.addTo(routes);
    m_mail.addTo(routes);
    m_portals.addTo(routes);
    m_small.addTo(routes);
}

} // namespace passport
