// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/portals/portalspeech.h"

#include "client/portalmodel.h"
#include "ui/portals/portalwords.h"

using namespace Qt::StringLiterals;

namespace passport {

QVariant PortalSpeech::data(const QModelIndex &index, int role) const
{
    switch (role) {
    case Qt::AccessibleTextRole:
        return spoken(index);
    case Qt::AccessibleDescriptionRole:
        return index.data(PortalModel::AddressRole);
    case Qt::ToolTipRole:
        return PortalWords::whyNotEnterable(static_cast<Portal::State>(index.data(PortalModel::StateRole).toInt()));
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

QString PortalSpeech::spoken(const QModelIndex &index) const
{
    QStringList words{index.data(PortalModel::TitleRole).toString()};
    words += tr("%1 of %2").arg(index.row() + 1).arg(rowCount());
    if (index.data(PortalModel::CurrentRole).toBool())
        words += tr("current");
    words += PortalWords::state(static_cast<Portal::State>(index.data(PortalModel::StateRole).toInt()));
    words += PortalWords::role(static_cast<Portal::Role>(index.data(PortalModel::PortalRoleRole).toInt())).toLower();
    if (const int unread = index.data(PortalModel::CounterRole).toInt(); unread > 0)
        words += tr("%n unread", nullptr, unread);
    words.removeAll(QString());
    return words.join(", "_L1);
}

} // namespace passport
