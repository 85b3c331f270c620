// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/stylepainter.h"

#include "ui/icons.h"
#include "ui/style.h"

#include <QApplication>
#include <QPainter>
#include <QStyle>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace passport::paint {

namespace {

struct Colours {
    QColor fill;
    QColor outline;
    QColor text;
};

constexpr auto transparent = Qt::transparent;

bool has(const QStyleOption &option, QStyle::StateFlag flag)
{
    return option.state.testFlag(flag);
}

/// A box whose outline of `line` pixels lies inside `rect`.
void box(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &outline, qreal radius, qreal line = 1)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(fill);
    painter.setPen(outline.alpha() == 0 ? QPen(Qt::NoPen) : QPen(outline, line));
    const qreal inset = outline.alpha() == 0 ? 0 : line / 2;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    painter.restore();
}

Colours buttonColours(ButtonLook look, const QStyleOption &option)
{
    const Tokens t = tokens(option.palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool flat = look == ButtonLook::Flat || look == ButtonLook::Link;
    if (!enabled)
        return {flat ? QColor(transparent) : t.disabledFill, flat ? QColor(transparent) : t.line, t.disabled};
    const bool under = has(option, QStyle::State_MouseOver);
    const bool down = has(option, QStyle::State_Sunken) || has(option, QStyle::State_On);
    switch (look) {
    case ButtonLook::Primary:
        return {under || down ? t.accentHover : t.accent, under || down ? t.accentHover : t.accent, t.onAccent};
    case ButtonLook::Danger:
        return {under || down ? t.errorSoft : t.surface, t.error, t.error};
    case ButtonLook::Flat:
        return {under || down ? t.hover : QColor(transparent), transparent, t.text};
    case ButtonLook::Link:
        return {transparent, transparent, under || down ? t.accentHover : t.accent};
    case ButtonLook::Secondary:
        break;
    }
    const QColor ground = option.palette.color(QPalette::Button);
    return {down ? t.selected : (under ? t.hover : ground), t.controlLine, t.text};
}

/// Underlines the letter of a shortcut only while the style wants it.
int mnemonicFlag()
{
    return QApplication::style()->styleHint(QStyle::SH_UnderlineShortcut) != 0 ? Qt::TextShowMnemonic
                                                                               : Qt::TextHideMnemonic;
}

/// Icon and text side by side in the middle of `rect`, or at its beginning.
void iconAndText(
    QPainter &painter, QRect rect, const QIcon &icon, const QSize &iconSize, const QString &text, const QColor &colour,
    Qt::Alignment alignment, Qt::LayoutDirection direction)
{
    const bool withIcon = !icon.isNull();
    const int gap = withIcon && !text.isEmpty() ? measure::step : 0;
    const int iconWidth = withIcon ? iconSize.width() : 0;
    const QFontMetrics metrics = painter.fontMetrics();
    const int textWidth = metrics.size(Qt::TextShowMnemonic, text).width();
    const int width = std::min(rect.width(), iconWidth + gap + textWidth);
    rect = QStyle::alignedRect(direction, alignment | Qt::AlignVCenter, QSize(width, rect.height()), rect);
    if (withIcon) {
        const QRect place(
            rect.left(), rect.top() + (rect.height() - iconSize.height()) / 2, iconWidth, iconSize.height());
        paintIcon(painter, QStyle::visualRect(direction, rect, place), icon, colour);
    }
    const QRect words = QStyle::visualRect(direction, rect, rect.adjusted(iconWidth + gap, 0, 0, 0));
    painter.setPen(colour);
    painter.drawText(
        words,
        Qt::AlignVCenter | mnemonicFlag() | Qt::TextSingleLine
            | (direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft),
        text);
}

} // namespace

void buttonPanel(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget)
{
    const Colours colours = buttonColours(buttonLook(widget), option);
    box(painter, option.rect, colours.fill, colours.outline, measure::controlRadius);
}

void buttonLabel(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget)
{
    const ButtonLook look = buttonLook(widget);
    painter.save();
    QFont font = painter.font();
    font.setWeight(look == ButtonLook::Primary ? QFont::DemiBold : QFont::Medium);
    painter.setFont(font);
    const int padding = look == ButtonLook::Link ? 0 : measure::step;
    const auto alignment = look == ButtonLook::Link ? Qt::AlignLeft : Qt::AlignHCenter;
    iconAndText(
        painter, option.rect.adjusted(padding, 0, -padding, 0), option.icon, option.iconSize, option.text,
        buttonColours(look, option).text, alignment, option.direction);
    if (look == ButtonLook::Link && has(option, QStyle::State_MouseOver)) {
        const int y = option.rect.center().y() + painter.fontMetrics().ascent() / 2 + 2;
        painter.drawLine(option.rect.left(), y, option.rect.right(), y);
    }
    painter.restore();
}

void fieldPanel(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const Tokens t = tokens(option.palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    if (hasFieldError(widget)) {
        box(painter, option.rect, t.field, t.error, measure::controlRadius, measure::focusLine);
        return;
    }
    const bool focused = enabled && has(option, QStyle::State_HasFocus);
    const QColor outline = !enabled ? t.line : (focused ? t.accent : t.controlLine);
    box(painter, option.rect, enabled ? t.field : t.disabledFill, outline, measure::controlRadius,
        focused ? measure::focusLine : 1);
}

void tick(QPainter &painter, const QStyleOption &option)
{
    const Tokens t = tokens(option.palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool on = has(option, QStyle::State_On) || has(option, QStyle::State_NoChange);
    const QColor fill = !enabled ? t.disabledFill : (on ? t.accent : t.field);
    const bool under = has(option, QStyle::State_MouseOver);
    const QColor outline = !enabled ? t.line : (on || under ? t.accent : t.controlLine);
    box(painter, option.rect, fill, outline, measure::smallRadius);
    if (!on)
        return;
    const QColor mark = enabled ? t.onAccent : t.disabled;
    const auto name = has(option, QStyle::State_NoChange) ? "minus"_L1 : "check"_L1;
    QRect place(QPoint(0, 0), QSize(measure::smallIcon, measure::smallIcon));
    place.moveCenter(option.rect.center());
    paintIcon(painter, place, name, mark);
}

void comboPanel(QPainter &painter, const QStyleOptionComboBox &option)
{
    fieldPanel(painter, option, nullptr);
    const Tokens t = tokens(option.palette);
    QRect place(option.rect.right() - measure::smallIcon - measure::step, 0, measure::smallIcon, measure::smallIcon);
    place.moveTop(option.rect.top() + (option.rect.height() - measure::smallIcon) / 2);
    paintIcon(
        painter, QStyle::visualRect(option.direction, option.rect, place), "down"_L1,
        has(option, QStyle::State_Enabled) ? t.secondary : t.disabled);
}

void menuItem(QPainter &painter, const QStyleOptionMenuItem &option, bool dangerous)
{
    const Tokens t = tokens(option.palette);
    painter.fillRect(option.rect, t.raised);
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        const int y = option.rect.center().y();
        painter.fillRect(
            QRect(option.rect.left() + measure::step, y, option.rect.width() - 2 * measure::step, 1), t.line);
        return;
    }
    const bool enabled = has(option, QStyle::State_Enabled);
    if (enabled && has(option, QStyle::State_Selected))
        box(painter, option.rect, t.selected, transparent, measure::smallRadius);
    const QColor ink = !enabled ? t.disabled : dangerous ? t.error : t.text;
    const auto place = [&option](const QRect &rect) { return QStyle::visualRect(option.direction, option.rect, rect); };
    const int top = option.rect.top() + (option.rect.height() - measure::icon) / 2;
    const QRect leading(option.rect.left() + measure::step, top, measure::icon, measure::icon);
    if (option.checked)
        paintIcon(painter, place(leading), "check"_L1, enabled ? t.accent : t.disabled);
    else if (!option.icon.isNull())
        paintIcon(painter, place(leading), option.icon, enabled && !dangerous ? t.secondary : ink);

    const bool indented = option.menuHasCheckableItems || option.maxIconWidth > 0;
    const int start = indented ? measure::icon + 2 * measure::step : measure::between;
    const QRect words = place(option.rect.adjusted(start, 0, -measure::between, 0));
    const qsizetype tab = option.text.indexOf(u'\t');
    painter.save();
    painter.setFont(option.font);
    painter.setPen(ink);
    const int flags = Qt::AlignVCenter | Qt::TextShowMnemonic | Qt::TextSingleLine;
    const bool mirrored = option.direction == Qt::RightToLeft;
    painter.drawText(words, flags | (mirrored ? Qt::AlignRight : Qt::AlignLeft), option.text.left(tab));
    if (tab >= 0) {
        painter.setPen(enabled ? t.secondary : t.disabled);
        painter.drawText(words, flags | (mirrored ? Qt::AlignLeft : Qt::AlignRight), option.text.mid(tab + 1));
    }
    painter.restore();
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu) {
        const QRect end(option.rect.right() - measure::icon - 2, top, measure::icon, measure::icon);
        paintIcon(painter, place(end), mirrored ? "left"_L1 : "right"_L1, ink);
    }
}

void toolButton(QPainter &painter, const QStyleOptionToolButton &option, const QWidget *widget)
{
    const Colours colours
        = buttonColours(buttonLook(widget) == ButtonLook::Secondary ? ButtonLook::Flat : buttonLook(widget), option);
    box(painter, option.rect, colours.fill, transparent, measure::controlRadius);
    const bool withMenu = option.features.testFlag(QStyleOptionToolButton::HasMenu);
    const int padding = withMenu ? measure::half / 2 : measure::half;
    QRect inside = option.rect.adjusted(padding, 0, -padding, 0);
    if (withMenu) {
        const QRect arrow(
            inside.right() - measure::smallIcon + 1, inside.top() + (inside.height() - measure::smallIcon) / 2,
            measure::smallIcon, measure::smallIcon);
        paintIcon(painter, QStyle::visualRect(option.direction, option.rect, arrow), "down"_L1, colours.text);
        inside.adjust(0, 0, -measure::smallIcon, 0);
    }
    painter.save();
    painter.setFont(option.font);
    const bool iconOnly = option.toolButtonStyle == Qt::ToolButtonIconOnly && !option.icon.isNull();
    const bool textOnly = option.toolButtonStyle == Qt::ToolButtonTextOnly;
    const QRect words = withMenu ? QStyle::visualRect(option.direction, option.rect, inside) : inside;
    iconAndText(
        painter, words, textOnly ? QIcon() : option.icon, option.iconSize, iconOnly ? QString() : option.text,
        colours.text, withMenu ? Qt::AlignLeft : Qt::AlignHCenter, option.direction);
    painter.restore();
}

void slider(QPainter &painter, const QStyleOptionSlider &option, const QRect &groove, const QRect &handle)
{
    const Tokens t = tokens(option.palette);
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool active = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    const QColor ink = !enabled ? t.disabled : (active ? t.accentHover : t.accent);
    const qreal radius = groove.height() / 2.0;
    box(painter, groove, enabled ? t.controlLine : t.line, transparent, radius);
    QRect done = groove;
    if (option.upsideDown)
        done.setLeft(handle.center().x());
    else
        done.setRight(handle.center().x());
    box(painter, done, ink, transparent, radius);
    box(painter, handle, ink, transparent, handle.width() / 2.0);
}

void scrollHandle(QPainter &painter, const QStyleOptionSlider &option, const QRect &handle)
{
    const Tokens t = tokens(option.palette);
    const bool active = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    const QRect thumb
        = option.orientation == Qt::Vertical ? handle.adjusted(3, 2, -3, -2) : handle.adjusted(2, 3, -2, -3);
    const qreal radius = std::min(thumb.width(), thumb.height()) / 2.0;
    box(painter, thumb, active ? t.secondary : t.controlLine, transparent, radius);
}

void focusRing(QPainter &painter, const QStyleOption &option, const QRect &ring)
{
    const Tokens t = tokens(option.palette);
    box(painter, ring, transparent, t.accent, measure::controlRadius + 2 * measure::focusLine, measure::focusLine);
}

} // namespace passport::paint
