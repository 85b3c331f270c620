// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/portals/portalwords.h"

#include "client/portalmodel.h"

#include <QLocale>

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

QString PortalWords::group(Arrangement::Group group)
{
    switch (group) {
    case Arrangement::Group::Pinned:
        return tr("Pinned");
    case Arrangement::Group::Mine:
        return tr("Mine");
    case Arrangement::Group::Invited:
        return tr("By invitation");
    case Arrangement::Group::Disconnected:
        return tr("Disconnected");
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

QString PortalWords::deletion(const QDateTime &when)
{
    return tr("Will be deleted on %1").arg(QLocale().toString(when.toLocalTime().date(), u"d MMMM yyyy"));
}

QString PortalWords::accept()
{
    return tr("Accept");
}

QString PortalWords::decline()
{
    return tr("Decline");
}

QString PortalWords::part(RowPart part, const QString &portal)
{
    const QString button = part == RowPart::Accept ? accept()
        : part == RowPart::Decline                 ? decline()
                                                   : tr("More actions");
    return tr("%1, %2, button").arg(button, portal);
}

QString PortalWords::whyNotEnterable(Portal::State state)
{
    switch (state) {
    case Portal::State::Invited:
        return tr("Accept the invitation first");
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

QString PortalWords::whyNotRenamed(const QModelIndex &row)
{
    const auto rename = static_cast<Portal::Rename>(row.data(PortalModel::RenameRole).toInt());
    if (rename != Portal::Rename::No)
        return {}; // what a newer server calls otherwise, it decides itself
    if (static_cast<Portal::Role>(row.data(PortalModel::PortalRoleRole).toInt()) != Portal::Role::Admin)
        return tr("Only an administrator of the portal can rename it");
    return tr("The address was changed once already; on this plan it stays as it is");
}

} // namespace passport
