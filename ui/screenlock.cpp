// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/screenlock.h"

#include <QDBusConnection>

using namespace Qt::StringLiterals;

namespace passport {

ScreenLock::ScreenLock(QObject *parent)
    : QObject(parent)
{
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    // One name under KDE and others, another under GNOME; the signal is the same.
    bus.connect(
        u"org.freedesktop.ScreenSaver"_s, u"/org/freedesktop/ScreenSaver"_s, u"org.freedesktop.ScreenSaver"_s,
        u"ActiveChanged"_s, this, SIGNAL(changed(bool)));
    bus.connect(
        u"org.gnome.ScreenSaver"_s, u"/org/gnome/ScreenSaver"_s, u"org.gnome.ScreenSaver"_s, u"ActiveChanged"_s, this,
        SIGNAL(changed(bool)));
}

} // namespace passport
