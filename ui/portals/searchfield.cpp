// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/portals/searchfield.h"

#include "ui/icons.h"
#include "ui/style.h"

#include <QKeyEvent>
#include <QKeySequence>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace passport {

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
{
    setObjectName("portalSearch"_L1);
    addAction(lineIcon("search"_L1), LeadingPosition);
    setMinimumHeight(measure::control);
    retranslate();
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Down) {
        Q_EMIT leftDownwards();
        return;
    }
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    const auto shortcut = QKeySequence(Qt::CTRL | Qt::Key_K).toString(QKeySequence::NativeText);
    const auto font = textFont(TextRole::Caption, this->font());
    const bool roomy = width() > 2 * QFontMetrics(font).horizontalAdvance(placeholderText() + shortcut) - measure::row;
    if (!text().isEmpty() || !roomy)
        return;
    QPainter painter(this);
    painter.setFont(font);
    painter.setPen(tokens(palette()).secondary);
    painter.drawText(rect().adjusted(0, 0, -measure::between, 0), Qt::AlignRight | Qt::AlignVCenter, shortcut);
}

void SearchField::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QLineEdit::changeEvent(event);
}

void SearchField::retranslate()
{
    setPlaceholderText(tr("Find a portal"));
    setAccessibleName(tr("Find a portal"));
    setAccessibleDescription(tr("Filters the list by name and address while you type"));
}

} // namespace passport
