// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/web/authpage.h"
#include "backend/web/confirmpage.h"
#include "backend/web/mailpages.h"
#include "backend/web/portalpages.h"
#include "backend/web/signinforms.h"
#include "backend/web/smallpages.h"
#include "backend/web/webpages.h"

namespace passport {

class Accounts;
class PortalBell;
class QrSignIn;

/// All pages a browser sees (api.md 1, "Pages").
class WebSite {
public:
    /// Everything they work with; outlives them.
    struct Parts {
        Store &store;
        const Clock &clock;
        Sessions &sessions;
        DpopCheck &dpop;
        const Cookies &cookies;
        Accounts &accounts;
        ContactLinks &contactLinks;
        QrSignIn &qr;
        const ServerUrls &urls;
        PortalBell &bell;
        QString outboxFolder; ///< Empty without --demo.
    };

    explicit WebSite(const Parts &parts);

    void addTo(Routes &routes);

private:
    WebPages m_pages;
    SignInForms m_signIn;
    AuthPage m_auth;
    ConfirmPage m_confirm;
    MailPages m_mail;
    PortalPages m_portals;
    SmallPages m_small;
};

} // namespace passport
