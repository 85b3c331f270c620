// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/accountapi.h"
#include "protocol/person.h"

#include <optional>
#include <variant>
#include <vector>

/// What the person's profile can be in while he looks at it; see ProfileEditor for the way between them.
namespace passport::profile {

enum class Field { FirstName, LastName };

/// One field that is being edited; never two at once.
struct Edit {
    Field field = Field::FirstName;
    QString text; ///< What the person wants it to be.
    QString before; ///< What it was when the edit began.
    /// Somebody else has changed the field meanwhile, to this: to be shown beside `text`. Until the person has chosen
    /// one of them nothing is saved.
    std::optional<QString> theirs = std::nullopt;
};

struct Loading { };
struct Ready {
    Profile saved;
    std::optional<Edit> edit = std::nullopt;
    std::optional<Error> error = std::nullopt; ///< The last save failed; the edit is still there.
    std::vector<PortalOutcome> portals = {}; ///< Of the last change that went to the portals.
    bool justSaved = false; ///< The last thing that happened was a save.
};
struct Saving {
    Profile saved;
    std::optional<Edit> edit; ///< None: only portals are tried again.
    bool updatePortals = false;
    std::vector<PortalOutcome> portals;
};

using State = std::variant<Loading, Ready, Saving>;

[[nodiscard]] inline const QString &valueOf(const Profile &profile, Field field)
{
    return field == Field::FirstName ? profile.firstName : profile.lastName;
}

} // namespace passport::profile
