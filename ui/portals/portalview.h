// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/ids.h"

#include <QListView>

namespace passport {

/// The list of portals: arrows move, Enter opens, the Menu key or "…" shows what else can be done with a row.
class PortalView : public QListView {
    Q_OBJECT
public:
    explicit PortalView(QWidget *parent = nullptr);

    /// Selects the row and makes it visible.
    void showRow(int row);

Q_SIGNALS:
    void openRequested(const passport::PortalId &portal);
    void makeCurrentRequested(const passport::PortalId &portal);
    /// ↑ on the first row: the search field is above.
    void leftUpwards();

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showMenu(const QModelIndex &row, const QPoint &at);
    void open(const QModelIndex &row);
    void retranslate();
};

} // namespace passport
