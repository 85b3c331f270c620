// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/strengthbar.h"

#include "ui/style.h"

#include <QPainter>
#include <algorithm>

namespace passport {

namespace {

constexpr int bars = 4;
constexpr int good = 3; // of four: from here in the colour of success

} // namespace

StrengthBar::StrengthBar(QWidget *parent)
    : QWidget(parent)
{
    setFixedHeight(measure::half);
}

void StrengthBar::setScore(int score)
{
    m_score = score;
    update();
}

void StrengthBar::paintEvent(QPaintEvent *)
{
    const auto t = tokens(palette());
    const QColor full = m_score >= good ? t.success : m_score == good - 1 ? t.warning : t.error;
    const int filled = m_score < 0 ? 0 : std::max(1, m_score);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double length = (width() - (bars - 1.0) * measure::half) / bars;
    for (int i = 0; i < bars; ++i) {
        painter.setBrush(i < filled ? full : t.line);
        painter.drawRoundedRect(QRectF(i * (length + measure::half), 0, length, height()), 2, 2);
    }
}

} // namespace passport
