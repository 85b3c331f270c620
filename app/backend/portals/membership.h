// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/clock.h"
#include "protocol/ids.h"
#include "protocol/portal.h"

#include <QString>
#include <optional>
#include <vector>

namespace passport {

class Db;

// Changes of portals and of who is in them. Each throws StoreError and belongs into a transaction.

/// What somebody is in a portal, and what of the portal decides on what he may do.
struct Membership {
    Portal::Role role = Portal::Role::Unknown;
    Portal::State state = Portal::State::Unknown;
    Portal::Plan plan = Portal::Plan::Unknown;
    int renames = 0; ///< Of the portal, by administrators themselves.
    QString title;
    QString address;

    [[nodiscard]] bool isAdministrator() const { return role == Portal::Role::Admin && state == Portal::State::Active; }
};
[[nodiscard]] std::optional<Membership> membershipOf(Db &db, UserId user, const PortalId &portal);

/// Everybody with the portal in his list, whatever his state.
[[nodiscard]] std::vector<UserId> membersOf(Db &db, const PortalId &portal);
[[nodiscard]] int activeMembers(Db &db, const PortalId &portal);
[[nodiscard]] std::vector<UserId> administratorsOf(Db &db, const PortalId &portal); ///< The active ones.
/// Somebody in a portal who can be written to.
struct MemberMail {
    UserId user = 0;
    QString address;
    Portal::Role role = Portal::Role::Unknown;
};
/// Where the portal's active members are written to: one address of each, a phone number of whoever has no e-mail.
[[nodiscard]] std::vector<MemberMail> memberMails(Db &db, const PortalId &portal);

void setMemberState(Db &db, UserId user, const PortalId &portal, Portal::State state);
void setMemberRole(Db &db, UserId user, const PortalId &portal, Portal::Role role);
void removeMember(Db &db, UserId user, const PortalId &portal);

/// How many portals the person has created that are still there (SR-44).
[[nodiscard]] int createdCount(Db &db, UserId user);
/// Whether nobody has the address and nobody had it; `portal` itself may take an old one of its own back.
[[nodiscard]] bool isAddressFree(Db &db, const QString &address, const PortalId &portal = {});
/// The portal is called so from now on; the old address leads to it. `byThemselves`: counts as its administrators' own
/// renaming.
void giveAddress(Db &db, const PortalId &portal, const QString &address, bool byThemselves);
/// The portal and all memberships are gone; its addresses are given to nobody.
void removePortal(Db &db, const PortalId &portal);

/// Whether the portal's last use was so long ago that another one is worth a note.
[[nodiscard]] bool isUseWorthNoting(Db &db, const PortalId &portal, Clock::TimePoint now);
/// Somebody is in the portal. True if it was idle for so long that its members were told of its end.
bool markUsed(Db &db, const PortalId &portal, Clock::TimePoint now);
/// A free portal that nobody enters lives so long (features PO-18).
inline constexpr std::chrono::days idleLife{50};
/// From then on its members are told when it will be deleted.
inline constexpr std::chrono::days idleTold{30};

} // namespace passport
