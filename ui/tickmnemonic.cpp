// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/tickmnemonic.h"

#include <QApplication>
#include <QCheckBox>
#include <QShortcutEvent>

namespace passport {

TickMnemonic::TickMnemonic(QObject *parent)
    : QObject(parent)
{
    qApp->installEventFilter(this);
}

bool TickMnemonic::eventFilter(QObject *watched, QEvent *event)
{
    auto *box = event->type() == QEvent::Shortcut ? qobject_cast<QCheckBox *>(watched) : nullptr;
    if (box == nullptr || !box->isEnabled() || static_cast<const QShortcutEvent *>(event)->isAmbiguous())
        return QObject::eventFilter(watched, event);
    box->setFocus(Qt::ShortcutFocusReason);
    box->click();
    return true;
}

} // namespace passport
