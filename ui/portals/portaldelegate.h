// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFont>
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
    /// Where an invitation is accepted and declined. The menu offers the same to the keyboard.
    struct Answers {
        QRect accept;
        QRect decline;
    };
    [[nodiscard]] static Answers answers(const QRect &row, const QFont &font);

private:
    static void paintGroup(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index);
    static void paintRow(QPainter &painter, const QStyleOptionViewItem &option, bool current);
    static void paintMenuButton(QPainter &painter, const QStyleOptionViewItem &option);
    static void paintHandle(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index);
    static int paintAnswers(QPainter &painter, const QStyleOptionViewItem &option);
    static int paintCounter(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, int right);
    /// Answers where the room for the texts ends.
    static int paintMarks(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index);
    static void paintTexts(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index, int right);

    mutable QFont m_measured; ///< The font of m_heights: asked for a thousand rows at each move.
    mutable QSize m_heights; ///< Of a portal and, as width, of a group's name.
};

} // namespace passport
