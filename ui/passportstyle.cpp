// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/passportstyle.h"

#include "ui/style.h"
#include "ui/stylepainter.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QSlider>
#include <QStyleOption>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

template <typename Option> const Option &as(const QStyleOption *option)
{
    return *qstyleoption_cast<const Option *>(option);
}

/// Ours: a field like others. Those of the system's print dialog keep their buttons.
bool isPlainSpinBox(const QStyleOption &option)
{
    const auto *box = qstyleoption_cast<const QStyleOptionSpinBox *>(&option);
    return box != nullptr && box->buttonSymbols == QAbstractSpinBox::NoButtons;
}

QSize pushButtonSize(const QStyleOptionButton &option, const QWidget *widget)
{
    const ButtonLook look = buttonLook(widget);
    QFont font = widget != nullptr ? widget->font() : QApplication::font();
    font.setWeight(QFont::DemiBold); // the widest of the weights, so that nothing is cut
    const QFontMetrics metrics(font);
    const QSize text = metrics.size(Qt::TextShowMnemonic, option.text);
    const int icon = option.icon.isNull() ? 0 : option.iconSize.width() + (option.text.isEmpty() ? 0 : measure::step);
    if (look == ButtonLook::Link)
        return {text.width() + icon, std::max(metrics.height(), measure::icon)};
    const int padding = look == ButtonLook::Flat ? measure::step : measure::group;
    const int height = std::max(measure::control, metrics.height() + measure::group);
    return {std::max(height, text.width() + icon + 2 * padding), height};
}

QSize toolButtonSize(const QStyleOptionToolButton &option, const QSize &contents)
{
    const bool withMenu = option.features.testFlag(QStyleOptionToolButton::HasMenu);
    // As paint::toolButton() divides it.
    return {
        contents.width() + (withMenu ? measure::smallIcon : measure::step),
        std::max(contents.height() + measure::half, measure::compact)};
}

QSize menuItemSize(const QStyleOptionMenuItem &option, const QSize &contents)
{
    if (option.menuItemType == QStyleOptionMenuItem::Separator)
        return {contents.width(), measure::step + 1};
    const bool indented = option.menuHasCheckableItems || option.maxIconWidth > 0;
    const int start = indented ? measure::icon + 2 * measure::step : measure::between;
    const QFontMetrics metrics(option.font);
    const qsizetype tab = option.text.indexOf(u'\t');
    int width = start + metrics.size(Qt::TextShowMnemonic, option.text.left(tab)).width() + measure::between;
    if (tab >= 0)
        width += measure::section + metrics.horizontalAdvance(option.text.mid(tab + 1));
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        width += measure::icon;
    return {width, std::max(measure::menuRow, metrics.height() + measure::between)};
}

/// What a menu draws there; the option does not name it.
const QAction *entryAt(const QStyleOption &option, const QWidget *widget)
{
    const auto *menu = qobject_cast<const QMenu *>(widget);
    return menu != nullptr ? menu->actionAt(option.rect.center()) : nullptr;
}

} // namespace

PassportStyle::PassportStyle(bool stillness)
    : QProxyStyle(u"Fusion"_s)
    , m_stillness(stillness)
{
    qApp->installEventFilter(this);
}

bool PassportStyle::eventFilter(QObject *object, QEvent *event)
{
    const auto type = event->type();
    if (type == QEvent::KeyPress || type == QEvent::KeyRelease) {
        if (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Alt)
            showHints(type == QEvent::KeyPress);
    } else if (type == QEvent::WindowDeactivate) {
        showHints(false); // Alt+Tab: the release goes to another program
    }
    return QProxyStyle::eventFilter(object, event);
}

void PassportStyle::showHints(bool shown)
{
    if (m_hints == shown)
        return;
    m_hints = shown;
    if (QWidget *window = QApplication::activeWindow()) {
        for (QWidget *widget : window->findChildren<QWidget *>())
            widget->update();
    }
}

void PassportStyle::drawControl(
    ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonBevel:
        return paint::buttonPanel(*painter, as<QStyleOptionButton>(option), widget);
    case CE_PushButtonLabel:
        return paint::buttonLabel(*painter, as<QStyleOptionButton>(option), widget);
    case CE_MenuItem:
        return paint::menuItem(*painter, as<QStyleOptionMenuItem>(option), isDangerous(entryAt(*option, widget)));
    case CE_FocusFrame:
        return paint::focusRing(*painter, *option, option->rect);
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void PassportStyle::drawPrimitive(
    PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit:
        // The field inside a combo or spin box has no frame of its own.
        if (const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option); frame && frame->lineWidth > 0)
            paint::fieldPanel(*painter, *option, widget);
        return;
    case PE_FrameLineEdit:
        return;
    case PE_IndicatorCheckBox:
        return paint::tick(*painter, *option);
    case PE_PanelMenu:
        painter->fillRect(option->rect, tokens(option->palette).raised);
        return;
    case PE_FrameMenu:
        painter->setPen(tokens(option->palette).controlLine);
        painter->drawRect(option->rect.adjusted(0, 0, -1, -1));
        return;
    case PE_FrameFocusRect:
        // Inside lists only: around buttons, ticks and links the FocusRing stands outside.
        if (qobject_cast<const QAbstractItemView *>(widget) != nullptr)
            paint::focusRing(*painter, *option, option->rect);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void PassportStyle::drawComplexControl(
    ComplexControl control, const QStyleOptionComplex *option, QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox:
        return paint::comboPanel(*painter, as<QStyleOptionComboBox>(option));
    case CC_ToolButton:
        return paint::toolButton(*painter, as<QStyleOptionToolButton>(option), widget);
    case CC_SpinBox:
        if (isPlainSpinBox(*option))
            return paint::fieldPanel(*painter, *option, widget);
        return QProxyStyle::drawComplexControl(control, option, painter, widget);
    case CC_Slider: {
        QRect groove = option->rect;
        groove.setHeight(measure::half);
        groove.moveCenter(option->rect.center());
        return paint::slider(
            *painter, as<QStyleOptionSlider>(option), groove, subControlRect(control, option, SC_SliderHandle, widget));
    }
    case CC_ScrollBar:
        return paint::scrollHandle(
            *painter, as<QStyleOptionSlider>(option), subControlRect(control, option, SC_ScrollBarSlider, widget));
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

int PassportStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
        return measure::tick;
    case PM_CheckBoxLabelSpacing:
        return measure::step;
    case PM_ButtonIconSize:
        return measure::icon;
    case PM_SmallIconSize:
        return measure::icon;
    case PM_FocusFrameHMargin:
    case PM_FocusFrameVMargin:
        return 2 * measure::focusLine;
    case PM_SliderThickness:
    case PM_SliderControlThickness:
    case PM_SliderLength:
        return measure::tick;
    case PM_ScrollBarExtent:
        return measure::between;
    case PM_ScrollBarSliderMin:
        return measure::margin;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return measure::half;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int PassportStyle::styleHint(
    StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const
{
    constexpr int animation = 150; // milliseconds, ux.md: nothing fades longer
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ComboBox_Popup:
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    case SH_DialogButtonLayout:
        return QDialogButtonBox::GnomeLayout; // what does it last, as in our own dialogs
    case SH_FocusFrame_AboveWidget:
        return 1; // so that no margin-less parent cuts the ring off
    case SH_UnderlineShortcut:
        return m_hints ? 1 : 0;
    case SH_Widget_Animation_Duration:
        return m_stillness ? 0 : animation;
    case SH_LineEdit_PasswordCharacter:
        return 0x2022;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize PassportStyle::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    switch (type) {
    case CT_PushButton:
        return pushButtonSize(as<QStyleOptionButton>(option), widget);
    case CT_ToolButton:
        return toolButtonSize(as<QStyleOptionToolButton>(option), size);
    case CT_MenuItem:
        return menuItemSize(as<QStyleOptionMenuItem>(option), size);
    case CT_Slider:
        return {size.width(), std::max(measure::control, size.height())};
    case CT_SpinBox: // `size` is that of the field inside
        if (isPlainSpinBox(*option))
            return {size.width() + 2 * measure::step, std::max(measure::control, size.height())};
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    case CT_LineEdit:
    case CT_ComboBox: {
        const QSize base = QProxyStyle::sizeFromContents(type, option, size, widget);
        const int arrow = type == CT_ComboBox ? measure::section : 0;
        return {base.width() + arrow, std::max(measure::control, size.height() + measure::group)};
    }
    default:
        return QProxyStyle::sizeFromContents(type, option, size, widget);
    }
}

QRect PassportStyle::subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    if (element != SE_LineEditContents)
        return QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (frame == nullptr || frame->lineWidth == 0)
        return option->rect;
    constexpr int besideText = 10; // QLineEdit adds 2 of its own
    return option->rect.adjusted(besideText, 0, -besideText, 0);
}

QRect PassportStyle::subControlRect(
    ComplexControl control, const QStyleOptionComplex *option, SubControl part, const QWidget *widget) const
{
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        return visualRect(
            option->direction, option->rect, option->rect.adjusted(measure::step, 0, -measure::margin, 0));
    if (control == CC_SpinBox && part == SC_SpinBoxEditField && isPlainSpinBox(*option))
        return option->rect.adjusted(measure::step, 1, -measure::step, -1);
    if (control != CC_ScrollBar)
        return QProxyStyle::subControlRect(control, option, part, widget);

    // A plain groove without arrow buttons.
    const auto &bar = as<QStyleOptionSlider>(option);
    const bool vertical = bar.orientation == Qt::Vertical;
    const int length = vertical ? bar.rect.height() : bar.rect.width();
    const int range = bar.maximum - bar.minimum;
    const int proportional
        = range + bar.pageStep > 0 ? qRound(double(length) * bar.pageStep / (range + bar.pageStep)) : length;
    const int slider = std::clamp(proportional, std::min(measure::margin, length), length);
    const int start
        = sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - slider, bar.upsideDown);
    const auto along = [&bar, vertical](int from, int extent) {
        return vertical ? QRect(bar.rect.left(), bar.rect.top() + from, bar.rect.width(), extent)
                        : QRect(bar.rect.left() + from, bar.rect.top(), extent, bar.rect.height());
    };
    switch (part) {
    case SC_ScrollBarSlider:
        return along(start, slider);
    case SC_ScrollBarGroove:
        return bar.rect;
    case SC_ScrollBarSubPage:
        return along(0, start);
    case SC_ScrollBarAddPage:
        return along(start + slider, length - start - slider);
    default:
        return {};
    }
}

void PassportStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) != nullptr || qobject_cast<QComboBox *>(widget) != nullptr
        || qobject_cast<QSlider *>(widget) != nullptr)
        widget->setAttribute(Qt::WA_Hover);
}

} // namespace passport
