// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/enterkey.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPushButton>
#include <QToolButton>

namespace passport {

namespace {

bool isEnter(const QKeyEvent &event)
{
    const bool key = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    return key && (event.modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
}

} // namespace

EnterKey::EnterKey(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool EnterKey::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress || !isEnter(static_cast<const QKeyEvent &>(*event)))
        return QObject::eventFilter(watched, event);
    const bool presses
        = qobject_cast<QPushButton *>(watched) != nullptr || qobject_cast<QToolButton *>(watched) != nullptr;
    auto *button = presses ? static_cast<QAbstractButton *>(watched) : nullptr;
    if (button == nullptr || !button->isEnabled())
        return QObject::eventFilter(watched, event);
    if (!static_cast<QKeyEvent *>(event)->isAutoRepeat())
        button->click();
    return true;
}

} // namespace passport
