// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/screenlock.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusObjectPath>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QEvent>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

const QString logind = u"org.freedesktop.login1"_s;
const QString sessionInterface = u"org.freedesktop.login1.Session"_s;
const QString propertiesInterface = u"org.freedesktop.DBus.Properties"_s;

/// Calls without waiting; `use` gets the answer, if it is one. It lives as long as `owner`.
template <typename T, typename Use> void ask(const QDBusMessage &call, QObject *owner, Use use)
{
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::systemBus().asyncCall(call), owner);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, owner, [watcher, use] {
        watcher->deleteLater();
        if (const QDBusPendingReply<T> reply = *watcher; reply.isValid())
            use(reply.value());
    });
}

} // namespace

ScreenLock::ScreenLock(QObject *parent)
    : QObject(parent)
{
    listenToSavers();
    askForSession();
}

void ScreenLock::listenToSavers()
{
    auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    // One name under KDE and others, another under GNOME; the signal is the same.
    bus.connect(
        u"org.freedesktop.ScreenSaver"_s, u"/org/freedesktop/ScreenSaver"_s, u"org.freedesktop.ScreenSaver"_s,
        u"ActiveChanged"_s, this, SLOT(saverChanged(bool)));
    bus.connect(
        u"org.gnome.ScreenSaver"_s, u"/org/gnome/ScreenSaver"_s, u"org.gnome.ScreenSaver"_s, u"ActiveChanged"_s, this,
        SLOT(saverChanged(bool)));
}

void ScreenLock::askForSession()
{
    if (!QDBusConnection::systemBus().isConnected())
        return;
    auto call = QDBusMessage::createMethodCall(
        logind, u"/org/freedesktop/login1"_s, u"org.freedesktop.login1.Manager"_s, u"GetSession"_s);
    call << u"auto"_s;
    call.setAutoStartService(false);
    ask<QDBusObjectPath>(call, this, [this](const QDBusObjectPath &session) { listenToSession(session); });
}

void ScreenLock::listenToSession(const QDBusObjectPath &session)
{
    m_session = session.path();
    auto bus = QDBusConnection::systemBus();
    bus.connect(logind, m_session, sessionInterface, u"Lock"_s, this, SLOT(lockAsked()));
    bus.connect(logind, m_session, sessionInterface, u"Unlock"_s, this, SLOT(unlockAsked()));
    bus.connect(logind, m_session, propertiesInterface, u"PropertiesChanged"_s, this, SLOT(sessionChanged()));
    sessionChanged();
}

void ScreenLock::sessionChanged()
{
    auto call = QDBusMessage::createMethodCall(logind, m_session, propertiesInterface, u"Get"_s);
    call << sessionInterface << u"LockedHint"_s;
    ask<QDBusVariant>(call, this, [this](const QDBusVariant &hint) {
        const bool opened = m_hint && !hint.variant().toBool();
        m_hint = hint.variant().toBool();
        if (opened)
            setAsked(false);
        update();
    });
}

void ScreenLock::saverChanged(bool active)
{
    m_saver = active;
    if (!active)
        setAsked(false);
    update();
}

void ScreenLock::lockAsked()
{
    setAsked(true);
    update();
}

void ScreenLock::unlockAsked()
{
    setAsked(false);
    update();
}

void ScreenLock::setAsked(bool asked)
{
    if (asked == m_asked)
        return;
    m_asked = asked;
    // Not everybody who locks tells when it is over. Whoever can press a key here is not locked out.
    if (asked)
        qApp->installEventFilter(this);
    else
        qApp->removeEventFilter(this);
}

bool ScreenLock::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::MouseButtonPress)
        unlockAsked();
    return QObject::eventFilter(watched, event);
}

void ScreenLock::update()
{
    const bool locked = m_saver || m_hint || m_asked;
    if (locked == m_locked)
        return;
    m_locked = locked;
    Q_EMIT changed(locked);
}

} // namespace passport
