// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/portalpersons.h"

#include "backend/portals/portalstore.h"
#include "backend/store/db.h"
#include "backend/store/serversettings.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

/// Why the portal cannot take a change over; nothing if it can.
std::optional<QString> obstacle(const Portal &portal, const ServerSettings &settings)
{
    if (portal.state == Portal::State::Blocked)
        return u"blocked"_s;
    if (settings.isOn(setting::portalMaintenance, portal.memberId))
        return u"unavailable"_s;
    return std::nullopt;
}

void copyInto(Db &db, UserId user, const PortalId &portal)
{
    db.run(
        "INSERT OR REPLACE INTO portal_person SELECT id, ?, first_name, last_name, photo_url FROM user WHERE id = ?"_L1,
        {portal.toString(), user});
}

template <typename F>
std::vector<PortalOutcome>
inEachPortal(Db &db, const ServerSettings &settings, UserId user, const std::vector<PortalId> &only, F change)
{
    std::vector<PortalOutcome> outcomes;
    for (const Portal &portal : portalsOf(db, user, {})) {
        const bool wanted = only.empty() || std::ranges::find(only, portal.memberId) != only.end();
        if (!wanted || portal.state == Portal::State::Invited) // an invitation knows nobody yet
            continue;
        const std::optional<QString> why = obstacle(portal, settings);
        if (!why)
            change(portal.memberId);
        outcomes.push_back({.memberId = portal.memberId, .title = portal.title, .ok = !why, .error = why});
    }
    return outcomes;
}

} // namespace

QString PortalPerson::fullName() const
{
    return u"%1 %2"_s.arg(firstName, lastName).trimmed();
}

std::optional<PortalPerson> personInPortal(Db &db, UserId user, const PortalId &portal)
{
    Rows rows = db.select(
        "SELECT coalesce(portal_person.first_name, user.first_name), coalesce(portal_person.last_name, user.last_name),"
        " CASE WHEN portal_person.user_id IS NULL THEN user.photo_url ELSE portal_person.photo_url END"
        " FROM member JOIN user ON user.id = member.user_id LEFT JOIN portal_person USING (user_id, member_id)"
        " WHERE member.user_id = ? AND member.member_id = ?"_L1,
        {user, present(portal.toString())});
    if (!rows.next())
        return std::nullopt;
    return PortalPerson{.firstName = rows.text(0), .lastName = rows.text(1), .photo = rows.maybeText(2)};
}

void keepPortalCopies(Db &db, UserId user)
{
    db.run(
        "INSERT OR IGNORE INTO portal_person SELECT user.id, member_id, first_name, last_name, photo_url"
        " FROM member JOIN user ON user.id = member.user_id WHERE user.id = ? AND state <> 'invited'"_L1,
        {user});
}

std::vector<PortalOutcome>
updatePortals(Db &db, const ServerSettings &settings, UserId user, const std::vector<PortalId> &only)
{
    return inEachPortal(db, settings, user, only, [&](const PortalId &portal) { copyInto(db, user, portal); });
}

std::vector<PortalOutcome>
updatePortalContact(Db &db, const ServerSettings &settings, UserId user, const Contact &contact)
{
    return inEachPortal(db, settings, user, {}, [&](const PortalId &portal) {
        db.run(
            "INSERT OR REPLACE INTO portal_contact VALUES (?, ?, ?, ?)"_L1,
            {user, portal.toString(), wordOf(contact.kind), contact.value});
    });
}

} // namespace passport
