// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/countdownring.h"

#include "ui/style.h"

#include <QPainter>
#include <algorithm>

namespace passport {

CountdownRing::CountdownRing(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(measure::icon, measure::icon);
}

void CountdownRing::setFraction(double left)
{
    m_left = std::clamp(left, 0.0, 1.0);
    update();
}

void CountdownRing::paintEvent(QPaintEvent *)
{
    constexpr double line = 2.5;
    constexpr int sixteenths = 16; // QPainter counts angles in 1/16 of a degree
    const Tokens t = tokens(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF ring = QRectF(rect()).adjusted(3, 3, -3, -3);
    painter.setPen(QPen(t.line, line));
    painter.drawEllipse(ring);
    painter.setPen(QPen(t.accent, line, Qt::SolidLine, Qt::FlatCap));
    painter.drawArc(ring, 90 * sixteenths, -qRound(m_left * 360 * sixteenths));
}

} // namespace passport
