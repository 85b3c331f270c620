// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/accountapi.h"
#include "protocol/contact.h"
#include "protocol/ids.h"

#include <QString>
#include <optional>
#include <vector>

namespace passport {

class Db;
class ServerSettings;

// What each portal has of a person: a copy of its own (features.md 6: "portals may have different photos"). Queries
// throw StoreError.

/// A person as one portal shows him.
struct PortalPerson {
    QString firstName;
    QString lastName;
    std::optional<QString> photo; ///< Path of the picture on this server.

    [[nodiscard]] QString fullName() const;
    bool operator==(const PortalPerson &) const = default;
};
/// Nothing if he is not in it.
[[nodiscard]] std::optional<PortalPerson> personInPortal(Db &db, UserId user, const PortalId &portal);

/// Before the Passport's own data changes: portals that have followed it until now keep what they have.
void keepPortalCopies(Db &db, UserId user);

/// "Update in all portals": each portal of the person, or only `only`, takes over what the Passport has now. A portal
/// that has blocked him ("blocked") or is being worked at ("unavailable", setting portal.maintenance) does not, and
/// keeps what it has; it can be tried again.
std::vector<PortalOutcome>
updatePortals(Db &db, const ServerSettings &settings, UserId user, const std::vector<PortalId> &only = {});

/// The same for one contact: each portal has its own copy of it.
std::vector<PortalOutcome>
updatePortalContact(Db &db, const ServerSettings &settings, UserId user, const Contact &contact);

} // namespace passport
