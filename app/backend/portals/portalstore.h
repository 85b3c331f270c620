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

// Queries of the tables portal and member. Each throws StoreError.

/// What names a portal and what its QR codes carry.
struct PortalRow {
    PortalId id;
    QString title;
    QString address;
    QString uniqueId; ///< 16 of [0-9A-Za-z] (wire.md 1.3)

    [[nodiscard]] PortalName name() const { return {.title = title, .address = address}; }
    bool operator==(const PortalRow &) const = default;
};

[[nodiscard]] std::optional<PortalRow> portalById(Db &db, const PortalId &id);
[[nodiscard]] std::optional<PortalRow> portalByAddress(Db &db, const QString &address);
/// By what a person may call it: its address, `<host>/p/<address>` of this server with or without a scheme, or its
/// memberId. `domain` is this server's host[:port].
[[nodiscard]] std::optional<PortalRow> portalCalled(Db &db, const QString &text, const QString &domain);
/// By the uniqueId in a QR code's link.
[[nodiscard]] std::optional<PortalRow> portalByUniqueId(Db &db, const QString &uniqueId);
/// "romashka" of a memberId; empty for none.
[[nodiscard]] QString addressOfPortal(Db &db, const PortalId &id);

[[nodiscard]] bool isActiveMember(Db &db, UserId user, const PortalId &portal);
[[nodiscard]] bool isAdministrator(Db &db, UserId user, const PortalId &portal);

/// Who may rename: once by oneself on any plan, again only through support on the larger ones, administrators only
/// (wire.md 4.1).
[[nodiscard]] Portal::Rename renameWay(Portal::Role role, Portal::Plan plan, int renames);

/// All portals of a person by title; `url` and `qrAllowed` are left for the caller, who knows the server's address and
/// switches.
[[nodiscard]] std::vector<Portal> portalsOf(Db &db, UserId user, Clock::TimePoint now);
/// One of them.
[[nodiscard]] std::optional<Portal> portalOf(Db &db, UserId user, const PortalId &id, Clock::TimePoint now);
[[nodiscard]] qint64 listRevision(Db &db, UserId user);
/// Says that something in the person's list has changed.
void raiseListRevision(Db &db, UserId user);

/// A portal that comes into being.
struct NewPortal {
    QString title;
    QString address;
    Portal::Plan plan = Portal::Plan::Free;
    std::optional<UserId> createdBy = std::nullopt;
    std::chrono::days idle{0}; ///< For so long nobody was in it, which its members know: the demo.
};
PortalId addPortal(Db &db, const NewPortal &portal, Clock::TimePoint now);

struct NewMember {
    UserId user = 0;
    PortalId portal;
    Portal::Role role = Portal::Role::Employee;
    Portal::State state = Portal::State::Active;
    int counter = 0;
};
void addMember(Db &db, const NewMember &member, Clock::TimePoint now);

/// Adds `by` to the unread of an active membership; what it is then.
int raiseCounter(Db &db, UserId user, const PortalId &portal, int by);

} // namespace passport
