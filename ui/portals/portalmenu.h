// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/ids.h"

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
    void openRequested(const passport::PortalId &portal);
    void makeCurrentRequested(const passport::PortalId &portal);

private:
    void addOpen(const QModelIndex &row);
    void addMakeCurrent(const QModelIndex &row);
    void addCopy(const QModelIndex &row);
};

} // namespace passport
