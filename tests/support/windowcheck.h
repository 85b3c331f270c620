// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

class QImage;
class QWidget;

/// What must be true of every window in every state, theme and language.
namespace passport::windowcheck {

/// What a person reads in the window: labels, buttons, ticks.
[[nodiscard]] QStringList visibleTexts(const QWidget &window);

/// Words that are cut, a control without a name for screen readers or for tests, a placeholder that was never filled,
/// nothing to read at all. Empty: the window is as it should be. It has been shown before.
[[nodiscard]] QStringList problems(const QWidget &window);

/// The object names of what Tab goes through, in order, beginning with the first.
[[nodiscard]] QStringList focusOrder(QWidget &window);

/// The same as a person finds it: Tab is pressed from where the keys are until they are there again. "?" follows the
/// name of what does not show that it has them. The window is in front, and a FocusRing is there.
[[nodiscard]] QStringList walk(const QWidget &window);

/// What a screen with that many device pixels a logical pixel would show.
[[nodiscard]] QImage shot(QWidget &window, qreal ratio);

} // namespace passport::windowcheck
