// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "support/tray/statusnotifierwatcher.h"

#include <QDBusConnection>
#include <QDBusMessage>

using namespace Qt::StringLiterals;

namespace passport {

namespace {
constexpr auto busName = "org.kde.StatusNotifierWatcher"_L1;
constexpr auto objectPath = "/StatusNotifierWatcher"_L1;
} // namespace

StatusNotifierWatcher::StatusNotifierWatcher(QObject *parent)
    : QObject(parent)
{
    m_owners.setConnection(QDBusConnection::sessionBus());
    m_owners.setWatchMode(QDBusServiceWatcher::WatchForUnregistration);
    connect(&m_owners, &QDBusServiceWatcher::serviceUnregistered, this, &StatusNotifierWatcher::ownerLost);
}

StatusNotifierWatcher::~StatusNotifierWatcher()
{
    auto bus = QDBusConnection::sessionBus();
    bus.unregisterService(busName);
    bus.unregisterObject(objectPath);
}

bool StatusNotifierWatcher::registerOnBus()
{
    auto bus = QDBusConnection::sessionBus();
    return bus.registerObject(
               objectPath, this,
               QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllProperties
                   | QDBusConnection::ExportAllSignals)
        && bus.registerService(busName);
}

void StatusNotifierWatcher::RegisterStatusNotifierItem(const QString &serviceOrPath)
{
    // Qt sends its bus name, libappindicator only a path: the sender is then the name.
    const bool isPath = serviceOrPath.startsWith(u'/');
    const auto service = isPath ? message().service() : serviceOrPath;
    const QString item = service + (isPath ? serviceOrPath : u"/StatusNotifierItem"_s);
    if (m_items.contains(item))
        return;
    m_items.append(item);
    m_owners.addWatchedService(service);
    Q_EMIT StatusNotifierItemRegistered(item);
}

void StatusNotifierWatcher::RegisterStatusNotifierHost(const QString &)
{
    Q_EMIT StatusNotifierHostRegistered();
}

void StatusNotifierWatcher::ownerLost(const QString &service)
{
    m_owners.removeWatchedService(service);
    const auto all = m_items;
    for (const auto &item : all) {
        if (item.section(u'/', 0, 0) != service)
            continue;
        m_items.removeAll(item);
        Q_EMIT StatusNotifierItemUnregistered(item);
    }
}

} // namespace passport
