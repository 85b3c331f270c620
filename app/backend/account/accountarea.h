// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/account/confirmations.h"
#include "backend/account/contactlinks.h"
#include "backend/account/contactmethods.h"
#include "backend/account/passwordmethods.h"
#include "backend/account/profilemethods.h"
#include "backend/account/recoverymethods.h"
#include "backend/account/securitymethods.h"
#include "backend/account/twostepmethods.h"

namespace passport {

/// The person's account, all of it (api.md 3: profile, contacts, security).
class AccountArea {
public:
    AccountArea(
        const AccountParts &parts, const Confirmations &confirmations, PhotoReader &photoReader, Accounts &accounts)
        : links(parts, confirmations, m_contacts)
        , m_contacts(parts, confirmations)
        , m_profile(parts, photoReader)
        , m_password(parts)
        , m_recovery(parts, confirmations, accounts)
        , m_security(parts)
        , m_twoStep(parts)
    {
    }

    void addTo(MethodTable &methods)
    {
        m_contacts.addTo(methods);
        m_profile.addTo(methods);
        m_password.addTo(methods);
        m_recovery.addTo(methods);
        m_security.addTo(methods);
        m_twoStep.addTo(methods);
    }

    /// Pictures.
    void addTo(Routes &routes) { m_profile.addTo(routes); }

    ContactLinks links; ///< For the page behind a mail's link.

private:
    ContactMethods m_contacts;
    ProfileMethods m_profile;
    PasswordMethods m_password;
    RecoveryMethods m_recovery;
    SecurityMethods m_security;
    TwoStepMethods m_twoStep;
};

} // namespace passport
