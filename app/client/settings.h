// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/networkaccess.h"
#include "protocol/ids.h"

#include <QList>
#include <QSettings>
#include <QStringList>
#include <QUrl>
#include <optional>

namespace passport {

/// What the program remembers between starts, except secrets. One accessor a value; each says what it means and what it
/// is when nothing was set.
class Settings {
public:
    /// Is there a session in the keychain? Known here, so that a locked keychain is not taken for an empty one.
    enum class SessionRecord {
        None,
        Kept,
        EraseDue, ///< Signed out while the keychain could not be reached: erase before anything else.
    };

    /// `store` outlives this; tests pass a temporary file.
    explicit Settings(QSettings &store);
    /// ~/.config/passport/<profile>.ini
    [[nodiscard]] static QString filePath(const QString &profile);

    [[nodiscard]] QUrl server() const; ///< The one last used; empty at first.
    void setServer(const QUrl &server);

    /// Of the server with this origin (ApiClient::origin()), whichever is used now. None.
    [[nodiscard]] SessionRecord sessionRecord(const QString &origin) const;
    void setSessionRecord(const QString &origin, SessionRecord record);
    /// Where sessionRecord() is EraseDue.
    [[nodiscard]] QStringList originsToErase() const;

    [[nodiscard]] PortalId currentPortal() const; ///< Empty at first.
    void setCurrentPortal(const PortalId &portal);

    [[nodiscard]] QString login() const; ///< To be offered in the sign-in page; only set if the session is remembered.
    void setLogin(const QString &login);

    [[nodiscard]] std::optional<bool> remember() const; ///< The person's last choice; none at first.
    void setRemember(bool remember);

    [[nodiscard]] QString language() const; ///< "en", "ru"; empty = the system's.
    void setLanguage(const QString &language);

    enum class Theme { System, Light, Dark };
    [[nodiscard]] Theme theme() const; ///< System.
    void setTheme(Theme theme);

    [[nodiscard]] ProxyChoice proxy() const; ///< System. Without the password, which is in the keyring (SR-25).
    void setProxy(const ProxyChoice &proxy);

    [[nodiscard]] bool
    keepRunning() const; ///< Closing the window leaves the program in the tray, if there is one. true.
    void setKeepRunning(bool keep);

    [[nodiscard]] bool trayHintShown() const; ///< "It goes on in the tray" was said once. false.
    void setTrayHintShown(bool shown);

    [[nodiscard]] QByteArray windowGeometry(QAnyStringView window) const; ///< As QWidget::saveGeometry gave it; empty.
    void setWindowGeometry(QAnyStringView window, const QByteArray &geometry);

    /// Portals of an account that the person has put into a list of that name, in its order; empty at first.
    [[nodiscard]] QList<PortalId> portals(const QString &account, QAnyStringView list) const;
    void setPortals(const QString &account, QAnyStringView list, const QList<PortalId> &portals);

private:
    void adoptSingleRecord();

    QSettings &m_store;
};

} // namespace passport
