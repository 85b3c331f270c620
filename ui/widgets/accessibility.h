// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <initializer_list>

class QString;
class QWidget;

namespace passport {

/// Has a screen reader speak `text` now. Once per event; the widget stays where it is and keeps the focus.
void announce(QWidget &widget, const QString &text);

/// The order in which Tab goes through them.
void chainFocus(std::initializer_list<QWidget *> widgets);

/// Tells screen readers that a widget of our own painting is a picture with a name, not a container.
void markAsPicture(QWidget &widget);

/// "B C D F, G H J K": what a screen reader makes of a typed code letter by letter.
[[nodiscard]] QString spelled(const QString &code);

} // namespace passport
