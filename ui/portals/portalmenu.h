// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/portals/portalaction.h"

#include <QMenu>
#include <QModelIndex>

namespace passport {

/// What can be done with one portal. What cannot is still there, with the reason in its tool tip and status tip.
class PortalMenu : public QMenu {
    Q_OBJECT
public:
    /// `row` of a PortalModel; read once.
    explicit PortalMenu(const QModelIndex &row, QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(passport::PortalAction action);

private:
    QAction *add(QLatin1StringView icon, const QString &text, const char *objectName, PortalAction action);
    void addWaysIn(const QModelIndex &row);
    void addMarks(const QModelIndex &row);
    void addAnswers();
    void addRename(const QModelIndex &row);
    void addCopy(const QModelIndex &row);
};

} // namespace passport
