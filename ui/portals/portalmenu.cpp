// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/portals/portalmenu.h"

#include "client/portalmodel.h"
#include "ui/icons.h"
#include "ui/portals/portalwords.h"
#include "ui/style.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

/// No reason: stays as it is.
void disable(QAction &action, const QString &reason)
{
    if (reason.isEmpty())
        return;
    action.setEnabled(false);
    action.setToolTip(reason);
    action.setStatusTip(reason); // becomes the accessible description
}

Portal::State stateOf(const QModelIndex &row)
{
    return static_cast<Portal::State>(row.data(PortalModel::StateRole).toInt());
}

bool isDisconnected(const QModelIndex &row)
{
    return row.data(PortalModel::GroupRole).toInt() == static_cast<int>(Arrangement::Group::Disconnected);
}

} // namespace

PortalMenu::PortalMenu(const QModelIndex &row, QWidget *parent)
    : QMenu(parent)
{
    setObjectName("portalMenu"_L1);
    setAccessibleName(row.data(PortalModel::TitleRole).toString());
    setToolTipsVisible(true);
    if (stateOf(row) == Portal::State::Invited)
        addAnswers();
    addWaysIn(row);
    addCopy(row);
    addRename(row);
    addSeparator();
    addMarks(row);
    if (stateOf(row) != Portal::State::Invited)
        markDangerous(*add("out"_L1, tr("Leave and remove…"), "leavePortal", PortalAction::Leave));
}

QAction *PortalMenu::add(QLatin1StringView icon, const QString &text, const char *objectName, PortalAction action)
{
    auto *entry = addAction(lineIcon(icon), text);
    entry->setObjectName(QLatin1StringView(objectName));
    connect(entry, &QAction::triggered, this, [this, action] { Q_EMIT chosen(action); });
    return entry;
}

void PortalMenu::addWaysIn(const QModelIndex &row)
{
    const auto whyNot = PortalWords::whyNotEnterable(stateOf(row));
    auto *open = add("ext"_L1, tr("Open in the browser") + u'\t' + tr("Enter"), "openInBrowser", PortalAction::Open);
    setDefaultAction(open);
    disable(*open, whyNot);
    auto *make = add("check"_L1, tr("Make it the current portal"), "makeCurrent", PortalAction::MakeCurrent);
    if (row.data(PortalModel::CurrentRole).toBool())
        disable(*make, tr("It is the current portal"));
    else if (isDisconnected(row))
        disable(*make, tr("It is disconnected; connect it first"));
    else
        disable(*make, whyNot);
}

void PortalMenu::addAnswers()
{
    add("check"_L1, tr("Accept the invitation"), "acceptInvitation", PortalAction::Accept);
    add("x"_L1, tr("Decline…"), "declineInvitation", PortalAction::Decline);
    addSeparator();
}

void PortalMenu::addRename(const QModelIndex &row)
{
    auto *rename = add("pencil"_L1, tr("Rename…") + u'\t' + tr("F2"), "renamePortal", PortalAction::Rename);
    disable(*rename, PortalWords::whyNotRenamed(row));
}

void PortalMenu::addMarks(const QModelIndex &row)
{
    const bool disconnected = isDisconnected(row);
    const QString first = disconnected ? tr("It is disconnected; connect it first") : QString();
    QAction *pin = row.data(PortalModel::PinnedRole).toBool()
        ? add("unpin"_L1, tr("Unpin"), "unpinPortal", PortalAction::Unpin)
        : add("pin"_L1, tr("Pin"), "pinPortal", PortalAction::Pin);
    disable(*pin, first);
    QAction *mute = row.data(PortalModel::MutedRole).toBool()
        ? add("bell"_L1, tr("Count in the badge"), "unmutePortal", PortalAction::Unmute)
        : add("bell-off"_L1, tr("Do not count in the badge"), "mutePortal", PortalAction::Mute);
    disable(*mute, first);
    addSeparator();
    if (disconnected)
        add("plug"_L1, tr("Connect"), "connectPortal", PortalAction::Connect);
    else
        add("unplug"_L1, tr("Disconnect"), "disconnectPortal", PortalAction::Disconnect)
            ->setToolTip(tr("It stays in the list, below; nothing is counted until you connect it again"));
}

void PortalMenu::addCopy(const QModelIndex &row)
{
    auto *copy = addAction(lineIcon("copy"_L1), tr("Copy the address"));
    copy->setObjectName("copyAddress"_L1);
    connect(copy, &QAction::triggered, this, [url = row.data(PortalModel::UrlRole).toString()] {
        QGuiApplication::clipboard()->setText(url);
    });
}

} // namespace passport
