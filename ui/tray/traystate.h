// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/ids.h"

#include <QString>
#include <vector>

namespace passport {

/// One portal as the tray menu shows it.
struct TrayPortal {
    PortalId id;
    QString title;
    int unread = 0;
    bool current = false;
    bool enterable = true; ///< An invitation or a blocked portal stays visible, but cannot become the current one.

    bool operator==(const TrayPortal &) const = default;
};

/// What the tray tells. Attention wins over offline, offline over unread (mockup 14).
struct TrayState {
    enum class Connection { SignedOut, Online, Offline };

    std::vector<TrayPortal> portals; ///< The pinned ones first; at most maxPortals: a menu is no list.
    bool morePortals = false; ///< There are others.
    int unread = 0; ///< Of all portals that count.
    Connection connection = Connection::SignedOut;
    bool attention = false; ///< The session was lost, or something waits for the person.

    static constexpr std::size_t maxPortals = 9; ///< As many as have a shortcut (Ctrl+1…9).

    bool operator==(const TrayState &) const = default;
};

class PassportClient;

/// What the machines make of it. "Connecting for the first time" is online: nobody shall be alarmed for a second.
[[nodiscard]] TrayState trayStateOf(PassportClient &client);

} // namespace passport
