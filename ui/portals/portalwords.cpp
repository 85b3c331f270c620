// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/portals/portalwords.h"

namespace passport {

QString PortalWords::role(Portal::Role role)
{
    switch (role) {
    case Portal::Role::Admin:
        return tr("Administrator");
    case Portal::Role::Employee:
        return tr("Employee");
    case Portal::Role::Guest:
        return tr("Guest");
    case Portal::Role::Unknown:
        break;
    }
    return {};
}

QString PortalWords::state(Portal::State state)
{
    switch (state) {
    case Portal::State::Invited:
        return tr("Invitation");
    case Portal::State::Pending:
        return tr("Waiting for approval");
    case Portal::State::Blocked:
        return tr("Blocked");
    case Portal::State::Active:
    case Portal::State::Unknown: // a newer server's word is no reason to keep somebody out; it decides
        break;
    }
    return {};
}

QString PortalWords::whyNotEnterable(Portal::State state)
{
    switch (state) {
    case Portal::State::Invited:
        return tr("Accept the invitation in the browser first");
    case Portal::State::Pending:
        return tr("An administrator of the portal has to let you in first");
    case Portal::State::Blocked:
        return tr("The portal is blocked; its administrator knows why");
    case Portal::State::Active:
    case Portal::State::Unknown:
        break;
    }
    return {};
}

} // namespace passport
