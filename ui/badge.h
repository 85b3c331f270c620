// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPoint>

class QPainter;
class QStyleOptionViewItem;

namespace passport {

/// Quiet: an outline instead of the fill, for what is not counted.
enum class BadgeLook { Loud, Quiet };

/// A number in an accent pill that ends at `rightMiddle`. Returns its width. More than 999 is "999+".
int paintBadge(
    QPainter &painter, const QPoint &rightMiddle, int number, const QStyleOptionViewItem &option,
    BadgeLook look = BadgeLook::Loud);

} // namespace passport
