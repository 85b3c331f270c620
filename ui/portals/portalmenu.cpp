// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/portals/portalmenu.h"

#include "client/portalmodel.h"
#include "ui/icons.h"
#include "ui/portals/portalwords.h"

#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

void disable(QAction &action, const QString &reason)
{
    action.setEnabled(false);
    action.setToolTip(reason);
    action.setStatusTip(reason); // becomes the accessible description
}

QString whyNotEnterable(const QModelIndex &row)
{
    return PortalWords::whyNotEnterable(static_cast<Portal::State>(row.data(PortalModel::StateRole).toInt()));
}

} // namespace

PortalMenu::PortalMenu(const QModelIndex &row, QWidget *parent)
    : QMenu(parent)
{
    setObjectName("portalMenu"_L1);
    setAccessibleName(row.data(PortalModel::TitleRole).toString());
    setToolTipsVisible(true);
    addOpen(row);
    addMakeCurrent(row);
    addSeparator();
    addCopy(row);
}

void PortalMenu::addOpen(const QModelIndex &row)
{
    auto *open = addAction(lineIcon("ext"_L1), tr("Open in the browser") + u'\t' + tr("Enter"));
    open->setObjectName("openInBrowser"_L1);
    setDefaultAction(open);
    if (const auto reason = whyNotEnterable(row); !reason.isEmpty())
        disable(*open, reason);
    connect(open, &QAction::triggered, this, [this, id = PortalId(row.data(PortalModel::MemberIdRole).toString())] {
        Q_EMIT openRequested(id);
    });
}

void PortalMenu::addMakeCurrent(const QModelIndex &row)
{
    auto *make = addAction(lineIcon("check"_L1), tr("Make it the current portal"));
    make->setObjectName("makeCurrent"_L1);
    if (row.data(PortalModel::CurrentRole).toBool())
        disable(*make, tr("It is the current portal"));
    else if (const auto reason = whyNotEnterable(row); !reason.isEmpty())
        disable(*make, reason);
    connect(make, &QAction::triggered, this, [this, id = PortalId(row.data(PortalModel::MemberIdRole).toString())] {
        Q_EMIT makeCurrentRequested(id);
    });
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
