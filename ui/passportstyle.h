// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QProxyStyle>

namespace passport {

/// Fusion with our measures, and our own drawing of what people touch: buttons, fields, ticks, combo boxes, sliders,
/// menus, scroll bars and the focus ring. Colours come from each widget's palette (see tokens()). No style sheets.
class PassportStyle : public QProxyStyle {
    Q_OBJECT

public:
    /// `stillness`: nothing moves, as the system asks for.
    explicit PassportStyle(bool stillness);

    void drawControl(
        ControlElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawPrimitive(
        PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const override;
    void drawComplexControl(
        ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
        const QWidget *widget) const override;
    [[nodiscard]] int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] int
    styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *data) const override;
    [[nodiscard]] QSize sizeFromContents(
        ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const override;
    [[nodiscard]] QRect
    subElementRect(SubElement element, const QStyleOption *option, const QWidget *widget) const override;
    [[nodiscard]] QRect subControlRect(
        ComplexControl control, const QStyleOptionComplex *option, SubControl part,
        const QWidget *widget) const override;
    void polish(QWidget *widget) override;
    using QProxyStyle::polish;

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void showHints(bool shown);

    bool m_stillness;
    bool m_hints = false; ///< The letters of shortcuts are underlined: while Alt is held, as desktops do it.
};

} // namespace passport
