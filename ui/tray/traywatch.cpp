// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/tray/traywatch.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusServiceWatcher>
#include <QGuiApplication>
#include <QSystemTrayIcon>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr auto watcherService = "org.kde.StatusNotifierWatcher"_L1;

/// Only there the tray is a service on the session bus.
bool isFreedesktop()
{
    const auto platform = QGuiApplication::platformName();
    return platform == "xcb"_L1 || platform.startsWith("wayland"_L1);
}

} // namespace

TrayWatch::TrayWatch(Timing timing, QObject *parent)
    : QObject(parent)
    , m_timing(timing)
    , m_watcher(new QDBusServiceWatcher(this))
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &TrayWatch::look);
    m_embedded.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_embedded, &QTimer::timeout, this, &TrayWatch::lookAtEmbedded);
    connect(m_watcher, &QDBusServiceWatcher::serviceRegistered, this, [this] { look(); });
    connect(m_watcher, &QDBusServiceWatcher::serviceUnregistered, this, &TrayWatch::lost);
}

void TrayWatch::start()
{
    if (isFreedesktop() && QDBusConnection::sessionBus().isConnected()) {
        m_watcher->setConnection(QDBusConnection::sessionBus());
        m_watcher->addWatchedService(watcherService);
    }
    m_triesLeft = m_timing.tries;
    look();
}

void TrayWatch::look()
{
    if (hostIsThere())
        return setAvailable(true);
    if (m_triesLeft == 0)
        return;
    if (--m_triesLeft > 0)
        return m_retry.start(m_timing.pause);
    // Perhaps one of the old kind, which lives in the X server; from now on Qt's choice stands.
    if (QSystemTrayIcon::isSystemTrayAvailable()) {
        m_embedded.start(m_timing.embedded);
        return setAvailable(true);
    }
    Q_EMIT gaveUp();
}

void TrayWatch::lookAtEmbedded()
{
    const bool there = QSystemTrayIcon::isSystemTrayAvailable();
    if (there == m_available)
        return;
    setAvailable(there);
    if (!there)
        Q_EMIT gaveUp(); // m_triesLeft is 0
}

void TrayWatch::lost()
{
    if (m_embedded.isActive())
        return; // not the tray that is used
    setAvailable(false);
    m_triesLeft = m_timing.tries;
    m_retry.start(m_timing.pause);
}

void TrayWatch::setAvailable(bool available)
{
    m_retry.stop();
    if (m_available == available)
        return;
    m_available = available;
    Q_EMIT availableChanged();
}

bool TrayWatch::hostIsThere() const
{
    if (!isFreedesktop())
        return QSystemTrayIcon::isSystemTrayAvailable();
    const auto bus = QDBusConnection::sessionBus();
    return bus.isConnected() && bus.interface()->isServiceRegistered(watcherService)
        && QSystemTrayIcon::isSystemTrayAvailable();
}

} // namespace passport
