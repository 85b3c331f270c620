// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/ids.h"
#include "ui/portals/portalaction.h"
#include "ui/portals/rowpart.h"

#include <QListView>

namespace passport {

class RowDrag;

/// The list of portals: arrows move, Enter opens, Tab goes through the buttons of a row and then out of the list, Alt
/// with arrows or the pointer puts a row elsewhere in its group, the Menu key or "…" shows what else can be done with a
/// row.
class PortalView : public QListView {
    Q_OBJECT
public:
    explicit PortalView(QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// Selects the row and makes it visible.
    void showRow(int row);
    /// Where the keyboard is in the current row.
    [[nodiscard]] RowPart part() const { return m_part; }

Q_SIGNALS:
    void actionRequested(passport::PortalAction action, const passport::PortalId &portal);
    /// ↑ on the first row: the search field is above.
    void leftUpwards();
    /// Puts a row elsewhere for now; kept by moveFinished(), taken back by moveCancelled().
    void moveRequested(int from, int to);
    void moveFinished();
    void moveCancelled();
    /// The name of a group was pressed: its portals are to come or to go.
    void foldRequested(bool folded);

protected:
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void focusInEvent(QFocusEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void showMenu(const QModelIndex &row, const QPoint &at);
    void open(const QModelIndex &row);
    void moveByKey(int step);
    bool fold(const QModelIndex &row);
    bool answer(const QModelIndex &row, const QPoint &at);
    void setPart(RowPart part);
    /// Answers whether a button had the keyboard.
    bool pressPart();
    void remember();
    void findAgain();
    void retranslate();

    RowDrag *m_drag;
    RowPart m_part = RowPart::Row;
    PortalId m_portal; ///< Current before the model changed as a whole.
    int m_scrolled = 0; ///< The same for the list's position.
};

} // namespace passport
