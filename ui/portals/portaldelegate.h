// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyledItemDelegate>

namespace passport {

/// Paints a portal in one row: picture, name and address, marks, unread figure, menu button.
class PortalDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// Where the "…" of a row is; a click there opens its menu.
    [[nodiscard]] static QRect menuButton(const QRect &row);

private:
    static void paintRow(QPainter &painter, const QStyleOptionViewItem &option, bool current);
    static void paintMenuButton(QPainter &painter, const QStyleOptionViewItem &option);
    /// Answers where the room for the texts ends.
    static int paintMarks(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index);
    static void paintTexts(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, int right);
};

} // namespace passport
