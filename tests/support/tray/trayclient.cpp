// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "support/tray/trayclient.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusInterface>
#include <QDBusMessage>
#include <QDBusReply>
#include <QDBusVariant>
#include <QVariantMap>
#include <chrono>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr std::chrono::milliseconds answerTimeout{5000}; // a program that paints a window meanwhile is still in time
constexpr auto itemInterface = "org.kde.StatusNotifierItem"_L1;
constexpr auto menuInterface = "com.canonical.dbusmenu"_L1;
constexpr auto propertiesInterface = "org.freedesktop.DBus.Properties"_L1;

QDBusMessage call(
    const QString &service, const QString &path, QLatin1StringView interface, const QString &method,
    const QVariantList &arguments)
{
    auto message = QDBusMessage::createMethodCall(service, path, interface, method);
    message.setArguments(arguments);
    return QDBusConnection::sessionBus().call(message, QDBus::Block, static_cast<int>(answerTimeout.count()));
}

QString withoutMnemonic(QString label)
{
    // dbusmenu: "_" marks the mnemonic, "__" is an underscore.
    label.replace(u"__"_s, QString(QChar(0)));
    label.remove(u'_');
    return label.replace(QChar(0), u'_');
}

/// Reads one node (ia{sv}av) with everything below it.
TrayEntry readNode(const QDBusArgument &argument)
{
    TrayEntry entry;
    QVariantMap properties;
    argument.beginStructure();
    argument >> entry.id >> properties;
    argument.beginArray();
    while (!argument.atEnd()) {
        QDBusVariant child;
        argument >> child;
        entry.children.append(readNode(child.variant().value<QDBusArgument>()));
    }
    argument.endArray();
    argument.endStructure();
    entry.label = withoutMnemonic(properties.value(u"label"_s).toString());
    entry.enabled = properties.value(u"enabled"_s, true).toBool();
    entry.visible = properties.value(u"visible"_s, true).toBool();
    entry.checked = properties.value(u"toggle-state"_s, 0).toInt() == 1;
    entry.separator = properties.value(u"type"_s).toString() == "separator"_L1;
    return entry;
}

std::optional<TrayEntry> findIn(const QList<TrayEntry> &entries, const QString &label)
{
    for (const auto &entry : entries) {
        if (entry.visible && !entry.label.isEmpty() && entry.label.startsWith(label))
            return entry;
        if (const auto below = findIn(entry.children, label))
            return below;
    }
    return std::nullopt;
}

} // namespace

QStringList TrayClient::items()
{
    const auto reply = call(
        u"org.kde.StatusNotifierWatcher"_s, u"/StatusNotifierWatcher"_s, propertiesInterface, u"Get"_s,
        {u"org.kde.StatusNotifierWatcher"_s, u"RegisteredStatusNotifierItems"_s});
    return QDBusReply<QDBusVariant>(reply).value().variant().toStringList();
}

std::optional<TrayClient> TrayClient::first()
{
    const auto all = items();
    return all.isEmpty() ? std::nullopt : std::optional(TrayClient(all.first()));
}

TrayClient::TrayClient(const QString &item)
    : m_service(item.section(u'/', 0, 0))
    , m_path(u'/' + item.section(u'/', 1))
{
}

QVariant TrayClient::property(const QString &name) const
{
    const auto reply = call(m_service, m_path, propertiesInterface, u"Get"_s, {QString(itemInterface), name});
    return QDBusReply<QDBusVariant>(reply).value().variant();
}

QString TrayClient::toolTip() const
{
    const auto argument = property(u"ToolTip"_s).value<QDBusArgument>();
    if (argument.currentType() != QDBusArgument::StructureType)
        return {};
    QString icon;
    QString title;
    argument.beginStructure();
    argument >> icon;
    argument.beginArray(); // the pictures, of no interest here
    while (!argument.atEnd()) {
        int width = 0;
        int height = 0;
        QByteArray pixels;
        argument.beginStructure();
        argument >> width >> height >> pixels;
        argument.endStructure();
    }
    argument.endArray();
    QString description;
    argument >> title >> description;
    argument.endStructure();
    return title;
}

QString TrayClient::status() const
{
    return property(u"Status"_s).toString();
}

QList<TrayEntry> TrayClient::menu() const
{
    const auto path = property(u"Menu"_s).value<QDBusObjectPath>().path();
    if (path.isEmpty())
        return {};
    call(m_service, path, menuInterface, u"AboutToShow"_s, {0}); // programs fill their menu when it opens
    const auto reply = call(m_service, path, menuInterface, u"GetLayout"_s, {0, -1, QStringList()});
    if (reply.type() != QDBusMessage::ReplyMessage || reply.arguments().size() < 2)
        return {};
    return readNode(reply.arguments().at(1).value<QDBusArgument>()).children;
}

std::optional<TrayEntry> TrayClient::find(const QString &label) const
{
    return findIn(menu(), label);
}

bool TrayClient::trigger(const QString &label) const
{
    const auto entry = find(label);
    if (!entry || !entry->enabled)
        return false;
    const auto path = property(u"Menu"_s).value<QDBusObjectPath>().path();
    const auto reply = call(
        m_service, path, menuInterface, u"Event"_s,
        {entry->id, u"clicked"_s, QVariant::fromValue(QDBusVariant(QString())), 0U});
    return reply.type() == QDBusMessage::ReplyMessage;
}

bool TrayClient::activate() const
{
    return call(m_service, m_path, itemInterface, u"Activate"_s, {0, 0}).type() == QDBusMessage::ReplyMessage;
}

} // namespace passport
