// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/busybutton.h"

#include "ui/style.h"

#include <QPainter>
#include <QStyleOptionButton>
#include <QTimerEvent>

namespace passport {

namespace {

constexpr int dots = 3;
constexpr int dotSize = 4;
constexpr int dotStep = 8;
constexpr int dotsWidth = dots * dotStep;
constexpr int beat = 240; // milliseconds from one dot to the next

} // namespace

void BusyButton::setBusy(bool busy)
{
    if (m_busy == busy)
        return;
    m_busy = busy;
    move();
    updateGeometry();
    update();
}

QSize BusyButton::sizeHint() const
{
    const QSize idle = QPushButton::sizeHint();
    if (!m_busy)
        return idle;
    const int words = fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    return idle.expandedTo(QSize(words + 2 * (dotsWidth + measure::half + measure::step), 0)); // the words stay centred
}

void BusyButton::move()
{
    const bool still = style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, this) == 0;
    if (m_busy && isVisible() && !still)
        m_timer.start(beat, this);
    else
        m_timer.stop();
}

void BusyButton::showEvent(QShowEvent *event)
{
    QPushButton::showEvent(event);
    move();
}

void BusyButton::hideEvent(QHideEvent *event)
{
    QPushButton::hideEvent(event);
    move();
}

void BusyButton::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return QPushButton::timerEvent(event);
    m_phase = (m_phase + 1) % dots;
    update();
}

void BusyButton::paintEvent(QPaintEvent *event)
{
    QPushButton::paintEvent(event);
    if (!m_busy)
        return;
    const Tokens t = tokens(palette());
    const QColor ink = !isEnabled() ? t.disabled : (buttonLook(this) == ButtonLook::Primary ? t.onAccent : t.text);
    const int words = fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    const int left = width() / 2 - words / 2 - dotsWidth - measure::half;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    for (int i = 0; i < dots; ++i) {
        const qreal size = i == m_phase ? dotSize + 1.5 : dotSize;
        const QPointF centre(left + i * dotStep + dotStep / 2.0, height() / 2.0);
        painter.drawEllipse(centre, size / 2, size / 2);
    }
}

} // namespace passport
