// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>
#include <optional>

namespace passport {

/// One line of a tray menu as the desktop would draw it.
struct TrayEntry {
    int id = 0; ///< Of dbusmenu; changes whenever the program rebuilds its menu.
    QString label; ///< Without the mnemonic's underscore.
    bool enabled = true;
    bool visible = true;
    bool checked = false;
    bool separator = false;
    QList<TrayEntry> children; ///< Of a submenu.
};

/// A person's hand on the tray icons of this session bus: reads the menu and clicks, over StatusNotifier and
/// com.canonical.dbusmenu, from any process. Every call asks the bus and waits for its answer (at most 5 s); a test
/// in the same process as the icon calls it from another thread.
class TrayClient {
public:
    /// Items the watcher knows, as "<bus name>/<path>".
    [[nodiscard]] static QStringList items();
    /// The first icon on the tray; none when there is no icon or no watcher.
    [[nodiscard]] static std::optional<TrayClient> first();

    explicit TrayClient(const QString &item);

    [[nodiscard]] QString toolTip() const;
    [[nodiscard]] QString status() const; ///< "Active" or "NeedsAttention".
    /// The menu, depth first; empty if the icon has none.
    [[nodiscard]] QList<TrayEntry> menu() const;
    /// The entry whose label begins with `label`, submenus included.
    [[nodiscard]] std::optional<TrayEntry> find(const QString &label) const;
    /// Clicks the entry; false when it is missing, hidden or disabled, or the program did not take it.
    [[nodiscard]] bool trigger(const QString &label) const;
    /// A left click on the icon itself.
    [[nodiscard]] bool activate() const;

private:
    [[nodiscard]] QVariant property(const QString &name) const;

    QString m_service;
    QString m_path;
};

} // namespace passport
