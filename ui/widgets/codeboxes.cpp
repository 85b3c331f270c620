// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/codeboxes.h"

#include "ui/style.h"

#include <QApplication>
#include <QEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr QSize cellSize{48, 56};
constexpr int pasteLimit = 64; // room for the spaces and words that come along with a pasted code

QString digitsOf(const QString &typed)
{
    QString digits;
    for (const QChar sign : typed) {
        if (const int value = sign.digitValue(); value >= 0)
            digits.append(QChar(u'0' + value));
    }
    return digits;
}

} // namespace

CodeBoxes::CodeBoxes(int digits, QWidget *parent)
    : QLineEdit(parent)
    , m_digits(digits)
{
    setFont(textFont(TextRole::Title, QApplication::font()));
    setMaxLength(pasteLimit);
    setInputMethodHints(Qt::ImhDigitsOnly | Qt::ImhNoPredictiveText);
    setLayoutDirection(Qt::LeftToRight);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setContextMenuPolicy(Qt::DefaultContextMenu);
    connect(this, &QLineEdit::textEdited, this, &CodeBoxes::keepDigits);
    connect(this, &QLineEdit::textChanged, this, &CodeBoxes::describe);
    describe();
}

QSize CodeBoxes::sizeHint() const
{
    const int room = 2 * measure::focusLine; // for the ring of a wrong number
    const QRect last = cell(m_digits - 1);
    return {last.right() + 1 + room, cellSize.height() + 2 * room};
}

QRect CodeBoxes::cell(int index) const
{
    const int room = 2 * measure::focusLine;
    const bool secondHalf = m_digits > 4 && index >= m_digits / 2;
    const int left = room + index * (cellSize.width() + measure::step) + (secondHalf ? measure::group : 0);
    return {{left, room}, cellSize};
}

void CodeBoxes::keepDigits(const QString &typed)
{
    const QString digits = digitsOf(typed).left(m_digits);
    setText(digits);
    Q_EMIT edited();
    if (digits.size() == m_digits)
        Q_EMIT completed(digits);
}

void CodeBoxes::describe()
{
    setAccessibleDescription(tr("%1 digits, %2 typed").arg(m_digits).arg(text().size()));
    update(); // the cells, wherever the cursor of the field itself would be
}

void CodeBoxes::changeEvent(QEvent *event)
{
    QLineEdit::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        describe();
}

void CodeBoxes::mousePressEvent(QMouseEvent *)
{
    setFocus(Qt::MouseFocusReason);
    end(false);
}

void CodeBoxes::paintEvent(QPaintEvent *)
{
    const Tokens t = tokens(palette());
    const bool wrong = hasFieldError(this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font());
    for (int i = 0; i < m_digits; ++i) {
        const bool active = hasFocus() && i == std::min(static_cast<int>(text().size()), m_digits - 1);
        const int line = active || wrong ? measure::focusLine : 1;
        const QColor outline = active ? t.accent : (wrong ? t.error : (isEnabled() ? t.controlLine : t.line));
        const QRect place = cell(i);
        painter.setPen(QPen(outline, line));
        painter.setBrush(isEnabled() ? t.field : t.disabledFill);
        const double inset = line / 2.0;
        painter.drawRoundedRect(
            QRectF(place).adjusted(inset, inset, -inset, -inset), measure::controlRadius, measure::controlRadius);
        painter.setPen(isEnabled() ? t.text : t.disabled);
        if (i < text().size())
            painter.drawText(place, Qt::AlignCenter, text().mid(i, 1));
        else if (active)
            painter.fillRect(QRect(place.center().x(), place.center().y() - 14, 1, 28), t.text);
    }
}

} // namespace passport
