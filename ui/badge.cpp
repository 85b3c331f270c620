// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/badge.h"

#include "ui/style.h"

#include <QLocale>
#include <QPainter>
#include <QStyleOptionViewItem>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr int most = 999; // as much as the column of counters holds

} // namespace

int paintBadge(
    QPainter &painter, const QPoint &rightMiddle, int number, const QStyleOptionViewItem &option, BadgeLook look)
{
    const auto colours = tokens(option.palette);
    const auto text = number > most ? u"%1+"_s.arg(most) : QLocale().toString(number);
    const auto font = textFont(TextRole::Strong, option.font);
    const QFontMetrics size(font);
    const int height = size.height() + measure::half;
    const int width = std::max(height + measure::half, size.horizontalAdvance(text) + 2 * measure::step);
    const QRectF pill(rightMiddle.x() - width, rightMiddle.y() - height / 2, width, height);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool loud = look == BadgeLook::Loud;
    painter.setPen(loud ? QPen(Qt::NoPen) : QPen(colours.controlLine));
    painter.setBrush(loud ? QBrush(colours.accent) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(loud ? pill : pill.adjusted(0.5, 0.5, -0.5, -0.5), pill.height() / 2, pill.height() / 2);
    painter.setFont(font);
    painter.setPen(loud ? colours.onAccent : colours.secondary);
    painter.drawText(pill, Qt::AlignCenter, text);
    painter.restore();
    return width;
}

} // namespace passport
