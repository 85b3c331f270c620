// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

class QPainter;
class QRect;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComboBox;
class QStyleOptionMenuItem;
class QStyleOptionSlider;
class QStyleOptionToolButton;
class QWidget;

/// How each control looks, from its style option alone. Used by PassportStyle only.
namespace passport::paint {

void buttonPanel(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget);
void buttonLabel(QPainter &painter, const QStyleOptionButton &option, const QWidget *widget);
void fieldPanel(QPainter &painter, const QStyleOption &option, const QWidget *widget);
void tick(QPainter &painter, const QStyleOption &option);
void comboPanel(QPainter &painter, const QStyleOptionComboBox &option);
/// `dangerous`: in red, words and picture.
void menuItem(QPainter &painter, const QStyleOptionMenuItem &option, bool dangerous);
void toolButton(QPainter &painter, const QStyleOptionToolButton &option, const QWidget *widget);
void slider(QPainter &painter, const QStyleOptionSlider &option, const QRect &groove, const QRect &handle);
void scrollHandle(QPainter &painter, const QStyleOptionSlider &option, const QRect &handle);
void focusRing(QPainter &painter, const QStyleOption &option, const QRect &ring);

} // namespace passport::paint
