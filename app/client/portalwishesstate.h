// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/error.h"
#include "protocol/portal.h"

#include <QString>
#include <optional>
#include <variant>

/// What can be changed about a person's portals, and what such a change can be in; see PortalWishes.
namespace passport::portalwish {

struct Create {
    QString title;
};
struct Rename {
    PortalId portal;
    QString address;
};
struct Leave {
    PortalId portal;
    bool endPortal = false; ///< Nobody else is in it: it goes, too.
};
struct Answer {
    PortalId portal; ///< To which the person is invited.
    bool accept = false;
};
using Wish = std::variant<Create, Rename, Leave, Answer>;

struct Idle { };
struct Asking {
    Wish wish;
};
struct Refused {
    Wish wish;
    Error error;
};
struct Finished {
    Wish wish;
    std::optional<Portal> portal; ///< As it is now; none if it is not in the list any more.
};

using State = std::variant<Idle, Asking, Refused, Finished>;

} // namespace passport::portalwish
