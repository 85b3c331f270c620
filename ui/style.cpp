// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/style.h"

#include <QAbstractButton>
#include <QAction>
#include <QLineEdit>
#include <QVariant>
#include <array>

namespace passport {

namespace {

constexpr QColor rgb(unsigned value)
{
    return {static_cast<int>(value >> 16U), static_cast<int>(value >> 8U & 0xffU), static_cast<int>(value & 0xffU)};
}

constexpr Tokens light{
    .window = rgb(0xf4f5f7),
    .surface = rgb(0xffffff),
    .raised = rgb(0xffffff),
    .line = rgb(0xdfe3e8),
    .text = rgb(0x1d2126),
    .secondary = rgb(0x5a6472),
    .disabled = rgb(0x9aa3ae),
    .accent = rgb(0x0b66c3),
    .success = rgb(0x1b7f3b),
    .warning = rgb(0x8a5a00),
    .error = rgb(0xc62828),
    .onAccent = rgb(0xffffff),
    .accentHover = rgb(0x0a58a8),
    .accentSoft = rgb(0xecf4fd),
    .selected = rgb(0xe0edfa),
    .controlLine = rgb(0x7d8793),
    .field = rgb(0xffffff),
    .hover = rgb(0xf1f3f5),
    .disabledFill = rgb(0xeceef1),
    .successSoft = rgb(0xedf7ef),
    .warningSoft = rgb(0xfcf4e2),
    .errorSoft = rgb(0xfdf0ee),
};

constexpr Tokens dark{
    .window = rgb(0x1b1d21),
    .surface = rgb(0x24272c),
    .raised = rgb(0x2c3036),
    .line = rgb(0x3a3f47),
    .text = rgb(0xeceff3),
    .secondary = rgb(0xa9b2bd),
    .disabled = rgb(0x6b7480),
    .accent = rgb(0x5aa9f5),
    .success = rgb(0x7bd88f),
    .warning = rgb(0xf2c14e),
    .error = rgb(0xff8a80),
    .onAccent = rgb(0x0e1620),
    .accentHover = rgb(0x7cbcf8),
    .accentSoft = rgb(0x24384c),
    .selected = rgb(0x24384c),
    .controlLine = rgb(0x7d8794),
    .field = rgb(0x1b1d21),
    .hover = rgb(0x2e3238),
    .disabledFill = rgb(0x2e3238),
    .successSoft = rgb(0x22352a),
    .warningSoft = rgb(0x383122),
    .errorSoft = rgb(0x3f2b2c),
};

constexpr std::array monogramColours{rgb(0x2b6ca3), rgb(0x6b4fa0), rgb(0x8f4a26), rgb(0x26734f),
                                     rgb(0x97395c), rgb(0x47598f), rgb(0x3d6b75)};

constexpr auto lookProperty = "passportLook";
constexpr auto errorProperty = "passportError";
constexpr auto dangerProperty = "passportDanger";

bool isPaletteOf(const Tokens &theme, const QPalette &palette)
{
    return palette.color(QPalette::Active, QPalette::AlternateBase) == theme.window
        && palette.color(QPalette::Active, QPalette::Highlight) == theme.accent;
}

/// Signals by colour are dropped: words and icons say the same, and only the system knows what has contrast here.
Tokens derivedFrom(const QPalette &palette)
{
    const auto colour = [&palette](QPalette::ColorRole role) { return palette.color(QPalette::Active, role); };
    const QColor text = colour(QPalette::WindowText);
    const QColor ground = colour(QPalette::Window);
    const QColor base = colour(QPalette::Base);
    const QColor accent = colour(QPalette::Highlight);
    return {
        .window = ground,
        .surface = ground,
        .raised = ground,
        .line = text,
        .text = text,
        .secondary = text,
        .disabled = palette.color(QPalette::Disabled, QPalette::WindowText),
        .accent = text,
        .success = text,
        .warning = text,
        .error = text,
        .onAccent = ground,
        .accentHover = accent,
        .accentSoft = ground,
        .selected = ground,
        .controlLine = text,
        .field = base,
        .hover = ground,
        .disabledFill = ground,
        .successSoft = ground,
        .warningSoft = ground,
        .errorSoft = ground};
}

/// A property changes the look: Qt repaints, but measures anew only when told.
void setLookProperty(QWidget &widget, const char *name, const QVariant &value)
{
    if (widget.property(name) == value)
        return;
    widget.setProperty(name, value);
    widget.updateGeometry();
    widget.update();
}

} // namespace

const Tokens &tokens(Theme theme)
{
    return theme == Theme::Dark ? dark : light;
}

Tokens tokens(const QPalette &palette)
{
    if (isPaletteOf(light, palette))
        return light;
    return isPaletteOf(dark, palette) ? dark : derivedFrom(palette);
}

QPalette paletteOf(Theme theme)
{
    const Tokens &t = tokens(theme);
    QPalette palette;
    const auto set = [&palette](QPalette::ColorRole role, const QColor &colour) { palette.setColor(role, colour); };
    set(QPalette::Window, t.surface);
    set(QPalette::WindowText, t.text);
    set(QPalette::Base, t.field);
    set(QPalette::AlternateBase, t.window);
    set(QPalette::Text, t.text);
    set(QPalette::PlaceholderText, t.secondary);
    set(QPalette::Button, t.surface);
    set(QPalette::ButtonText, t.text);
    set(QPalette::BrightText, t.error);
    set(QPalette::Highlight, t.accent);
    set(QPalette::HighlightedText, t.onAccent);
    set(QPalette::Link, t.accent);
    set(QPalette::LinkVisited, t.accent);
    set(QPalette::ToolTipBase, t.text);
    set(QPalette::ToolTipText, t.surface);
    set(QPalette::Light, t.raised);
    set(QPalette::Midlight, t.hover);
    set(QPalette::Mid, t.line);
    set(QPalette::Dark, t.controlLine);
    set(QPalette::Shadow, t.controlLine);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, t.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Base, t.disabledFill);
    return palette;
}

QColor monogramColour(QStringView id)
{
    // Our own sum instead of qHash, whose seed differs in every run.
    uint sum = 0;
    for (const QChar letter : id)
        sum = sum * 31 + letter.unicode();
    return monogramColours.at(sum % monogramColours.size());
}

QFont textFont(TextRole role, const QFont &base)
{
    QFont font(base);
    const auto scaled = [&font, &base](double size) {
        constexpr double bodySize = 13;
        if (base.pixelSize() > 0)
            font.setPixelSize(qRound(base.pixelSize() * size / bodySize));
        else
            font.setPointSizeF(base.pointSizeF() * size / bodySize);
    };
    if (role == TextRole::Title)
        scaled(22);
    else if (role == TextRole::Section)
        scaled(15);
    else if (role == TextRole::Caption)
        scaled(12);
    if (role != TextRole::Body && role != TextRole::Caption)
        font.setWeight(QFont::DemiBold);
    return font;
}

QColor toneColour(Tone tone, const Tokens &tokens)
{
    switch (tone) {
    case Tone::Normal:
        return tokens.text;
    case Tone::Secondary:
        return tokens.secondary;
    case Tone::Disabled:
        return tokens.disabled;
    case Tone::Accent:
        return tokens.accent;
    case Tone::Success:
        return tokens.success;
    case Tone::Warning:
        return tokens.warning;
    case Tone::Error:
        return tokens.error;
    }
    return tokens.text;
}

QColor softColour(Tone tone, const Tokens &tokens)
{
    switch (tone) {
    case Tone::Success:
        return tokens.successSoft;
    case Tone::Warning:
        return tokens.warningSoft;
    case Tone::Error:
        return tokens.errorSoft;
    case Tone::Normal:
    case Tone::Secondary:
    case Tone::Disabled:
    case Tone::Accent:
        return tokens.accentSoft;
    }
    return tokens.accentSoft;
}

void setButtonLook(QAbstractButton &button, ButtonLook look)
{
    setLookProperty(button, lookProperty, static_cast<int>(look));
}

ButtonLook buttonLook(const QWidget *button)
{
    return button != nullptr ? static_cast<ButtonLook>(button->property(lookProperty).toInt()) : ButtonLook::Secondary;
}

void markDangerous(QAction &entry)
{
    entry.setProperty(dangerProperty, true);
}

bool isDangerous(const QAction *entry)
{
    return entry != nullptr && entry->property(dangerProperty).toBool();
}

void setFieldError(QLineEdit &field, bool wrong)
{
    setLookProperty(field, errorProperty, wrong);
}

bool hasFieldError(const QWidget *field)
{
    return field != nullptr && field->property(errorProperty).toBool();
}

} // namespace passport
