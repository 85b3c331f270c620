// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

class QAbstractButton;
class QAction;
class QLineEdit;
class QWidget;

/// Every constant of how the program looks: colours, measures, type. Nothing else in ui/ names a colour or a size in
/// pixels that is not a multiple of these.
namespace passport {

enum class Theme { Light, Dark };

/// The colours by their meaning. Contrast between any text and any fill is at least 4.5:1, of controls 3:1 (tested).
struct Tokens {
    QColor window; ///< Footers and sidebars.
    QColor surface; ///< What content stands on.
    QColor raised; ///< Cards and menus, with a 1 px `line`.
    QColor line; ///< Decoration only.
    QColor text;
    QColor secondary;
    QColor disabled;
    QColor accent;
    QColor success;
    QColor warning;
    QColor error;
    QColor onAccent; ///< Text on a primary button.
    QColor accentHover;
    QColor accentSoft; ///< Information strip, number discs.
    QColor selected; ///< Selected row, menu entry under the pointer.
    QColor controlLine; ///< Outline of fields, buttons and ticks.
    QColor field;
    QColor hover;
    QColor disabledFill;
    QColor successSoft;
    QColor warningSoft;
    QColor errorSoft;
};

[[nodiscard]] const Tokens &tokens(Theme theme);
/// The tokens that belong to a widget's palette: those of our themes, or for a palette that is not ours (high
/// contrast, which is left untouched) colours derived from it. So a part of a window can be light in a dark one.
[[nodiscard]] Tokens tokens(const QPalette &palette);
[[nodiscard]] QPalette paletteOf(Theme theme);

/// A code is black on white in every theme: readers of phones do not read inverted ones.
inline constexpr QColor codeInk{0x00, 0x00, 0x00};
inline constexpr QColor codePaper{0xff, 0xff, 0xff};
inline constexpr QColor codeCovered{0xf3, 0xf4, 0xf6}; ///< Modules that must not be readable (SR-20).

/// One of the seven colours of a monogram (white text at least 5.5:1), the same for the same id in both themes.
[[nodiscard]] QColor monogramColour(QStringView id);

/// Logical pixels.
namespace measure {
inline constexpr int step = 8;
inline constexpr int half = 4; ///< Inside a control, label to field, field to its error.
inline constexpr int between = 12;
inline constexpr int group = 16;
inline constexpr int section = 24;
inline constexpr int margin = 32; ///< Of the sign-in and QR windows.
inline constexpr int control = 36; ///< Button and field, at least.
inline constexpr int compact = 28; ///< A button in a row.
inline constexpr int row = 56;
inline constexpr int menuRow = 32;
inline constexpr int footer = 48;
inline constexpr int tick = 18;
inline constexpr int cardRadius = 8;
inline constexpr int controlRadius = 6;
inline constexpr int smallRadius = 4;
inline constexpr int focusLine = 2; ///< Also the gap between a control and its ring.
inline constexpr int smallIcon = 16;
inline constexpr int icon = 20;
inline constexpr int largeIcon = 24;
inline constexpr int column = 356; ///< Widest column of the sign-in windows.
} // namespace measure

enum class TextRole { Title, Section, Strong, Body, Caption };
/// `base`, the system's font for 13 px text, at the size and weight of the role: 22/600, 15/600, 13/600, 13, 12.
[[nodiscard]] QFont textFont(TextRole role, const QFont &base);

enum class Tone { Normal, Secondary, Disabled, Accent, Success, Warning, Error };
[[nodiscard]] QColor toneColour(Tone tone, const Tokens &tokens);
/// The fill that goes with a strip or disc in this tone.
[[nodiscard]] QColor softColour(Tone tone, const Tokens &tokens);

enum class ButtonLook { Secondary, Primary, Danger, Flat, Link };
void setButtonLook(QAbstractButton &button, ButtonLook look);
[[nodiscard]] ButtonLook buttonLook(const QWidget *button);

/// An entry of a menu that ends something is red, as in mockup 08.
void markDangerous(QAction &entry);
[[nodiscard]] bool isDangerous(const QAction *entry);

/// A red outline; the text that says why stands under the field.
void setFieldError(QLineEdit &field, bool wrong);
[[nodiscard]] bool hasFieldError(const QWidget *field);

} // namespace passport
