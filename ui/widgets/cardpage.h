// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace passport {

class Card;
class Label;

/// A page of the main window made of cards: title, a line about what it is for, and below what scrolls. The cards grow
/// to 760 and stay at that.
class CardPage : public QWidget {
    Q_OBJECT
public:
    /// `content` is the page's own part; taken.
    explicit CardPage(QWidget *content, QWidget *parent = nullptr);

    void setTitle(const QString &title, const QString &subtitle);

private:
    Label *m_title;
    Label *m_subtitle;
};

/// The column of a card whose content stands 24 away from its edges.
[[nodiscard]] QVBoxLayout *roomyColumn(Card &card);
/// The column of a card made of rows that reach from edge to edge.
[[nodiscard]] QVBoxLayout *rowColumn(Card &card);

} // namespace passport
