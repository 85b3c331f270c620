// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/account/securitymethods.h"
#include "backend/account/twostepmethods.h"

namespace passport {

/// The person's account, all of it (api.md 3: profile, contacts, security).
class AccountArea {
public:
    explicit AccountArea(const AccountParts &parts)
        : m_security(parts)
        , m_twoStep(parts)
    {
    }

    void addTo(MethodTable &methods)
    {
        m_security.addTo(methods);
        m_twoStep.addTo(methods);
    }

private:
    SecurityMethods m_security;
    TwoStepMethods m_twoStep;
};

} // namespace passport
