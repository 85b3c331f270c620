// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/tray/traymenu.h"
#include "ui/tray/traywatch.h"

#include <QSystemTrayIcon>
#include <memory>

namespace passport {

/// The program's icon in the tray, as long as there is a tray. Everything it offers is also in the windows.
class Tray : public QObject {
    Q_OBJECT
public:
    explicit Tray(TrayWatch &watch, QObject *parent = nullptr);
    ~Tray() override;

    /// Icon, tool tip and menu follow; cheap when nothing changed.
    void render(const TrayState &state);
    /// Says the texts anew, in another language.
    void retranslate();
    /// A short notice beside the icon; nothing without one.
    void notify(const QString &title, const QString &text);

Q_SIGNALS:
    void portalTriggered(const passport::PortalId &portal);
    void allPortalsTriggered();
    void openTriggered();
    void settingsTriggered();
    void quitTriggered();

private:
    void watchChanged();
    void show();
    void renderIcon();
    void replaceMenu();

    TrayWatch &m_watch;
    TrayState m_state;
    std::unique_ptr<TrayMenu> m_menu; ///< Lives longer than the icon that shows it.
    std::unique_ptr<QSystemTrayIcon> m_icon;
};

/// "Passport: 16 unread, online"; never empty, in every state.
[[nodiscard]] QString trayToolTip(const TrayState &state);

} // namespace passport
