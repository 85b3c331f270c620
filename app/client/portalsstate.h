// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/error.h"
#include "protocol/portal.h"

#include <memory>
#include <optional>
#include <variant>

/// What the list of portals can be in; see Portals for the way between them.
namespace passport::portals {

/// All portals of the person, every page of them; shared, because states are copied and a list may be long.
using List = std::shared_ptr<const PortalList>;

struct Loading { };
struct Ready {
    List list; ///< Never null.
    PortalId current; ///< Empty until one was entered.
    std::optional<Error> error; ///< The last gesture failed; nothing has changed.
};
/// Being entered; until the server has said yes, `current` stays the old one.
struct Switching {
    List list;
    PortalId current;
    PortalId to;
};
/// There is no list to show, not even an old one. Loads again by refresh() and by the next connection of push.
struct Failed {
    Error error;
};

using State = std::variant<Loading, Ready, Switching, Failed>;

} // namespace passport::portals
