// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/tray/traystate.h"

#include <QHash>
#include <QMenu>

namespace passport {

/// The menu of the tray icon. On most desktops the system draws it, so everything is said by text and check marks.
class TrayMenu : public QMenu {
    Q_OBJECT
public:
    TrayMenu();

    /// The first call fills the menu; later ones change it in place as long as hasShapeOf(state).
    void render(const TrayState &state);
    /// The same portals in the same order: no entry comes or goes. Desktops cope badly with menus that change their
    /// entries, so another shape gets another menu.
    [[nodiscard]] bool hasShapeOf(const TrayState &state) const;

Q_SIGNALS:
    void portalTriggered(const passport::PortalId &portal);
    void allPortalsTriggered();
    void openTriggered();
    void settingsTriggered();
    void quitTriggered();

private:
    void fill(const TrayState &state);
    QAction *addEntry(const QString &text, const QString &objectName, void (TrayMenu::*signal)());

    TrayState m_state;
    QList<QAction *> m_portals; ///< In the order of m_state.portals.
    bool m_filled = false;
};

} // namespace passport
