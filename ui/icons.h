// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QIcon>
#include <QLatin1StringView>

class QPainter;
class QRect;

namespace passport {

/// A line icon of resources/icons for buttons and menus ("copy", "qr", …), drawn sharp at any size in the colour of
/// the application's button text, grey when disabled. The name is checked by a test, not here.
[[nodiscard]] QIcon lineIcon(QLatin1StringView name);

/// The same icon in one colour, painted into `rect` (logical pixels, square).
void paintIcon(QPainter &painter, const QRect &rect, QLatin1StringView name, const QColor &colour);

/// An icon that a button carries: a line icon in one colour, for our buttons tint theirs, any other as it is.
void paintIcon(QPainter &painter, const QRect &rect, const QIcon &icon, const QColor &colour);

/// The program's own icon, in its colours.
[[nodiscard]] QIcon programIcon();

} // namespace passport
