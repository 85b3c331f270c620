// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/portals/portalspeech.h"

#include "client/portalmodel.h"
#include "ui/portals/portalwords.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace passport {

QVariant PortalSpeech::data(const QModelIndex &index, int role) const
{
    switch (role) {
    case Qt::AccessibleTextRole:
        return index.data(PortalModel::HeadsGroupRole).toBool() ? spokenGroup(index) : spoken(index);
    case Qt::AccessibleDescriptionRole:
        return description(index);
    case Qt::ToolTipRole:
        return PortalWords::whyNotEnterable(static_cast<Portal::State>(index.data(PortalModel::StateRole).toInt()));
    default:
        return QIdentityProxyModel::data(index, role);
    }
}

QString PortalSpeech::description(const QModelIndex &index)
{
    const auto address = index.data(PortalModel::AddressRole).toString();
    const auto deletesOn = index.data(PortalModel::DeletesOnRole).toDateTime();
    return deletesOn.isValid() ? address + ". "_L1 + PortalWords::deletion(deletesOn) : address;
}

QString PortalSpeech::spokenGroup(const QModelIndex &index)
{
    QStringList words{PortalWords::group(static_cast<Arrangement::Group>(index.data(PortalModel::GroupRole).toInt()))};
    words += QLocale().toString(index.data(PortalModel::GroupSizeRole).toInt());
    if (index.data(PortalModel::FoldedRole).toBool())
        words += tr("folded; Enter shows them");
    return words.join(", "_L1);
}

QString PortalSpeech::spoken(const QModelIndex &index)
{
    QStringList words{index.data(PortalModel::TitleRole).toString()};
    words += PortalWords::group(static_cast<Arrangement::Group>(index.data(PortalModel::GroupRole).toInt())).toLower();
    words += tr("%1 of %2")
                 .arg(index.data(PortalModel::PlaceRole).toInt())
                 .arg(index.data(PortalModel::GroupSizeRole).toInt());
    if (index.data(PortalModel::CurrentRole).toBool())
        words += tr("current");
    words += PortalWords::state(static_cast<Portal::State>(index.data(PortalModel::StateRole).toInt()));
    words += PortalWords::role(static_cast<Portal::Role>(index.data(PortalModel::PortalRoleRole).toInt())).toLower();
    if (const int unread = index.data(PortalModel::CounterRole).toInt(); unread > 0)
        words += tr("%n unread", nullptr, unread);
    if (index.data(PortalModel::MutedRole).toBool())
        words += tr("not counted");
    words.removeAll(QString());
    return words.join(", "_L1);
}

} // namespace passport
