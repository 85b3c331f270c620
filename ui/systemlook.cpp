// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/systemlook.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusReply>
#include <QDBusVariant>
#include <QGuiApplication>
#include <QPalette>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr auto service = "org.freedesktop.portal.Desktop"_L1;
constexpr auto path = "/org/freedesktop/portal/desktop"_L1;
constexpr auto settingsInterface = "org.freedesktop.portal.Settings"_L1;
constexpr auto appearance = "org.freedesktop.appearance"_L1;
constexpr auto gnome = "org.gnome.desktop.interface"_L1;
constexpr auto gnomeAccess = "org.gnome.desktop.a11y.interface"_L1;

// The first window waits for the answer so that it does not flash in the wrong colours; a portal that runs answers
// in about 1 ms, one that does not run is not started.
constexpr int patience = 60; // milliseconds

QVariant plain(const QVariant &value)
{
    // Read() of old portals wraps the value twice.
    QVariant inner = value;
    while (inner.canConvert<QDBusVariant>())
        inner = inner.value<QDBusVariant>().variant();
    return inner;
}

} // namespace

LookWishes wishesFrom(const PortalSettings &settings, const LookWishes &fallback)
{
    const auto read = [&settings](QLatin1StringView space, QLatin1StringView key) {
        return plain(settings.value(space).value(key));
    };
    LookWishes wishes = fallback;
    constexpr uint preferDark = 1; // 0: no preference, 2: light
    if (const QVariant scheme = read(appearance, "color-scheme"_L1); scheme.isValid())
        wishes.dark = scheme.toUInt() == preferDark;
    if (const QVariant contrast = read(appearance, "contrast"_L1); contrast.isValid())
        wishes.highContrast = contrast.toUInt() == 1;
    if (const QVariant contrast = read(gnomeAccess, "high-contrast"_L1); contrast.isValid())
        wishes.highContrast = wishes.highContrast || contrast.toBool();
    if (const QVariant motion = read(appearance, "reduced-motion"_L1); motion.isValid())
        wishes.stillness = motion.toUInt() == 1;
    if (const QVariant animations = read(gnome, "enable-animations"_L1); animations.isValid())
        wishes.stillness = wishes.stillness || !animations.toBool();
    return wishes;
}

SystemLook::SystemLook(QObject *parent)
    : QObject(parent)
{
    const QPalette palette = QGuiApplication::palette();
    m_fallback.dark = palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
    m_wishes = m_fallback;

    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(
        service, path, settingsInterface, u"SettingChanged"_s, this,
        SLOT(settingChanged(QString, QString, QDBusVariant)));
    read();
}

void SystemLook::read()
{
    qDBusRegisterMetaType<PortalSettings>();
    QDBusMessage question = QDBusMessage::createMethodCall(service, path, settingsInterface, u"ReadAll"_s);
    question.setAutoStartService(false);
    question << QStringList{appearance, gnome, gnomeAccess};
    const QDBusReply<PortalSettings> answer = QDBusConnection::sessionBus().call(question, QDBus::Block, patience);
    if (answer.isValid())
        m_settings = answer.value();
    m_wishes = wishesFrom(m_settings, m_fallback);
}

void SystemLook::settingChanged(const QString &space, const QString &key, const QDBusVariant &value)
{
    m_settings[space][key] = value.variant();
    const LookWishes now = wishesFrom(m_settings, m_fallback);
    if (now == m_wishes)
        return;
    m_wishes = now;
    Q_EMIT changed();
}

} // namespace passport
