// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/waybutton.h"

#include "ui/icons.h"
#include "ui/style.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace passport {

WayButton::WayButton(QLatin1StringView icon, QWidget *parent)
    : QPushButton(parent)
    , m_icon(icon)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void WayButton::setWords(const QString &title, const QString &explanation)
{
    m_title = title;
    m_explanation = explanation;
    setAccessibleName(title);
    setAccessibleDescription(explanation);
    updateGeometry();
    update();
}

QSize WayButton::sizeHint() const
{
    const int lines = QFontMetrics(font()).height() + QFontMetrics(textFont(TextRole::Caption, font())).height();
    return {measure::column, std::max(measure::row, lines + measure::group)};
}

QSize WayButton::minimumSizeHint() const
{
    return {measure::row * 3, sizeHint().height()};
}

void WayButton::paintEvent(QPaintEvent *)
{
    const Tokens t = tokens(palette());
    QPainter painter(this);
    if (isEnabled() && (underMouse() || isDown())) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.hover);
        painter.drawRoundedRect(rect().adjusted(2, 2, -2, -2), measure::controlRadius, measure::controlRadius);
    }
    const auto place = [this](const QRect &part) { return QStyle::visualRect(layoutDirection(), rect(), part); };
    const auto square = [this](int left, int side) { return QRect(left, (height() - side) / 2, side, side); };
    paintIcon(painter, place(square(measure::between, measure::largeIcon)), m_icon, t.secondary);
    paintIcon(
        painter, place(square(width() - measure::between - measure::icon, measure::icon)),
        isRightToLeft() ? "left"_L1 : "right"_L1, t.secondary);

    const QRect words(
        2 * measure::between + measure::largeIcon, measure::step,
        width() - 4 * measure::between - measure::largeIcon - measure::icon, height() - measure::group);
    const auto side = isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft;
    const auto line = [&](const QFont &face, const QColor &ink, Qt::Alignment vertical, const QString &text) {
        painter.setFont(face);
        painter.setPen(ink);
        const QString fitting = QFontMetrics(face).elidedText(text, Qt::ElideRight, words.width());
        painter.drawText(place(words), side | vertical, fitting);
    };
    line(font(), isEnabled() ? t.text : t.disabled, Qt::AlignTop, m_title);
    line(textFont(TextRole::Caption, font()), t.secondary, Qt::AlignBottom, m_explanation);
}

} // namespace passport
