// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/settings.h"

#include "protocol/qrlink.h"
#include "protocol/words.h"

#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr auto serverKey = "server"_L1;
constexpr auto sessionsGroup = "sessions"_L1;
constexpr auto singleSessionKey = "session"_L1; // of the first versions: one record, of the server last used
constexpr auto currentPortalKey = "currentPortal"_L1;
constexpr auto loginKey = "login"_L1;
constexpr auto rememberKey = "remember"_L1;
constexpr auto languageKey = "language"_L1;
constexpr auto themeKey = "theme"_L1;
constexpr auto proxyModeKey = "proxy/mode"_L1;
constexpr auto proxyHostKey = "proxy/host"_L1;
constexpr auto proxyPortKey = "proxy/port"_L1;
constexpr auto proxyUserKey = "proxy/user"_L1;
constexpr auto keepRunningKey = "keepRunning"_L1;
constexpr auto trayHintKey = "trayHintShown"_L1;

using SessionRecord = Settings::SessionRecord;
constexpr std::array<Word<SessionRecord>, 3> sessionWords{
    {{SessionRecord::None, "none"_L1}, {SessionRecord::Kept, "kept"_L1}, {SessionRecord::EraseDue, "erase"_L1}}};

constexpr std::array<Word<Settings::Theme>, 3> themeWords{
    {{Settings::Theme::System, "system"_L1}, {Settings::Theme::Light, "light"_L1}, {Settings::Theme::Dark, "dark"_L1}}};

constexpr std::array<Word<ProxyChoice::Mode>, 3> proxyWords{
    {{ProxyChoice::Mode::System, "system"_L1},
     {ProxyChoice::Mode::None, "none"_L1},
     {ProxyChoice::Mode::Manual, "manual"_L1}}};

QString geometryKey(QAnyStringView window)
{
    return "window/"_L1 + window.toString();
}

QString portalsKey(const QString &account, QAnyStringView list)
{
    // An account's name has slashes, which would be levels of keys.
    return "portals/"_L1 + QString::fromLatin1(QUrl::toPercentEncoding(account)) + u'/' + list.toString();
}

/// An origin has slashes, too.
QString sessionKey(const QString &origin)
{
    return sessionsGroup + u'/' + QString::fromLatin1(QUrl::toPercentEncoding(origin));
}

} // namespace

Settings::Settings(QSettings &store)
    : m_store(store)
{
    adoptSingleRecord();
}

void Settings::adoptSingleRecord()
{
    if (!m_store.contains(singleSessionKey))
        return;
    const auto record = fromWord(sessionWords, m_store.value(singleSessionKey).toString(), SessionRecord::None);
    if (record != SessionRecord::None && !server().isEmpty())
        setSessionRecord(originOf(server()), record);
    m_store.remove(singleSessionKey);
}

QString Settings::filePath(const QString &profile)
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + "/passport/"_L1 + profile
        + ".ini"_L1;
}

QUrl Settings::server() const
{
    return QUrl(m_store.value(serverKey).toString());
}

void Settings::setServer(const QUrl &server)
{
    m_store.setValue(serverKey, server.toString());
}

Settings::SessionRecord Settings::sessionRecord(const QString &origin) const
{
    return fromWord(sessionWords, m_store.value(sessionKey(origin)).toString(), SessionRecord::None);
}

void Settings::setSessionRecord(const QString &origin, SessionRecord record)
{
    if (record == SessionRecord::None)
        m_store.remove(sessionKey(origin));
    else
        m_store.setValue(sessionKey(origin), wordOf(sessionWords, record));
    m_store.sync(); // what the keychain holds must be known after a crash, too
}

QStringList Settings::originsToErase() const
{
    QStringList origins;
    m_store.beginGroup(sessionsGroup);
    const QStringList keys = m_store.childKeys();
    m_store.endGroup();
    for (const QString &key : keys) {
        const QString origin = QUrl::fromPercentEncoding(key.toLatin1());
        if (sessionRecord(origin) == SessionRecord::EraseDue)
            origins << origin;
    }
    return origins;
}

PortalId Settings::currentPortal() const
{
    return PortalId(m_store.value(currentPortalKey).toString());
}

void Settings::setCurrentPortal(const PortalId &portal)
{
    m_store.setValue(currentPortalKey, portal.toString());
}

QString Settings::login() const
{
    return m_store.value(loginKey).toString();
}

void Settings::setLogin(const QString &login)
{
    m_store.setValue(loginKey, login);
}

std::optional<bool> Settings::remember() const
{
    const QVariant value = m_store.value(rememberKey);
    return value.isValid() ? std::optional(value.toBool()) : std::nullopt;
}

void Settings::setRemember(bool remember)
{
    m_store.setValue(rememberKey, remember);
}

QString Settings::language() const
{
    return m_store.value(languageKey).toString();
}

void Settings::setLanguage(const QString &language)
{
    m_store.setValue(languageKey, language);
}

Settings::Theme Settings::theme() const
{
    return fromWord(themeWords, m_store.value(themeKey).toString(), Theme::System);
}

void Settings::setTheme(Theme theme)
{
    m_store.setValue(themeKey, wordOf(themeWords, theme));
}

ProxyChoice Settings::proxy() const
{
    return {
        .mode = fromWord(proxyWords, m_store.value(proxyModeKey).toString(), ProxyChoice::Mode::System),
        .host = m_store.value(proxyHostKey).toString(),
        .port = static_cast<quint16>(m_store.value(proxyPortKey).toUInt()),
        .user = m_store.value(proxyUserKey).toString(),
        .password = {}};
}

void Settings::setProxy(const ProxyChoice &proxy)
{
    m_store.setValue(proxyModeKey, wordOf(proxyWords, proxy.mode));
    m_store.setValue(proxyHostKey, proxy.host);
    m_store.setValue(proxyPortKey, proxy.port);
    m_store.setValue(proxyUserKey, proxy.user);
}

bool Settings::keepRunning() const
{
    return m_store.value(keepRunningKey, true).toBool();
}

void Settings::setKeepRunning(bool keep)
{
    m_store.setValue(keepRunningKey, keep);
}

bool Settings::trayHintShown() const
{
    return m_store.value(trayHintKey).toBool();
}

void Settings::setTrayHintShown(bool shown)
{
    m_store.setValue(trayHintKey, shown);
}

QByteArray Settings::windowGeometry(QAnyStringView window) const
{
    return m_store.value(geometryKey(window)).toByteArray();
}

void Settings::setWindowGeometry(QAnyStringView window, const QByteArray &geometry)
{
    m_store.setValue(geometryKey(window), geometry);
}

QList<PortalId> Settings::portals(const QString &account, QAnyStringView list) const
{
    QList<PortalId> portals;
    const QStringList ids = m_store.value(portalsKey(account, list)).toStringList();
    for (const QString &id : ids)
        portals.append(PortalId(id));
    return portals;
}

void Settings::setPortals(const QString &account, QAnyStringView list, const QList<PortalId> &portals)
{
    QStringList ids;
    for (const PortalId &portal : portals)
        ids.append(portal.toString());
    if (ids.isEmpty())
        m_store.remove(portalsKey(account, list));
    else
        m_store.setValue(portalsKey(account, list), ids);
}

} // namespace passport
