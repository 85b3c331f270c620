// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/portals/membership.h"

#include "backend/store/db.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

qint64 ms(Clock::TimePoint time)
{
    return time.time_since_epoch().count();
}

int count(Rows rows)
{
    return rows.next() ? rows.smallInteger(0) : 0;
}

std::vector<UserId> people(Rows rows)
{
    std::vector<UserId> found;
    while (rows.next())
        found.push_back(rows.integer(0));
    return found;
}

} // namespace

std::optional<Membership> membershipOf(Db &db, UserId user, const PortalId &portal)
{
    Rows rows = db.select(
        "SELECT role, state, plan, renames, title, address FROM member JOIN portal USING (member_id)"
        " WHERE user_id = ? AND member_id = ?"_L1,
        {user, present(portal.toString())});
    if (!rows.next())
        return std::nullopt;
    return Membership{
        .role = portalRoleFromWord(rows.text(0)),
        .state = portalStateFromWord(rows.text(1)),
        .plan = portalPlanFromWord(rows.text(2)),
        .renames = rows.smallInteger(3),
        .title = rows.text(4),
        .address = rows.text(5)};
}

std::vector<UserId> membersOf(Db &db, const PortalId &portal)
{
    return people(db.select("SELECT user_id FROM member WHERE member_id = ?"_L1, {present(portal.toString())}));
}

int activeMembers(Db &db, const PortalId &portal)
{
    return count(db.select(
        "SELECT count(*) FROM member WHERE member_id = ? AND state = 'active'"_L1, {present(portal.toString())}));
}

std::vector<UserId> administratorsOf(Db &db, const PortalId &portal)
{
    return people(db.select(
        "SELECT user_id FROM member WHERE member_id = ? AND state = 'active' AND role = 'admin'"_L1,
        {present(portal.toString())}));
}

std::vector<MemberMail> memberMails(Db &db, const PortalId &portal)
{
    std::vector<MemberMail> mails;
    Rows rows = db.select(
        "SELECT user_id, coalesce(min(CASE kind WHEN 'email' THEN value END), min(value)), role"
        " FROM login JOIN member USING (user_id) WHERE member_id = ? AND state = 'active'"
        " GROUP BY user_id ORDER BY user_id"_L1,
        {present(portal.toString())});
    while (rows.next())
        mails.push_back({.user = rows.integer(0), .address = rows.text(1), .role = portalRoleFromWord(rows.text(2))});
    return mails;
}

void setMemberState(Db &db, UserId user, const PortalId &portal, Portal::State state)
{
    db.run(
        "UPDATE member SET state = ? WHERE user_id = ? AND member_id = ?"_L1,
        {wordOf(state), user, present(portal.toString())});
}

void setMemberRole(Db &db, UserId user, const PortalId &portal, Portal::Role role)
{
    db.run(
        "UPDATE member SET role = ? WHERE user_id = ? AND member_id = ?"_L1,
        {wordOf(role), user, present(portal.toString())});
}

void removeMember(Db &db, UserId user, const PortalId &portal)
{
    db.run("DELETE FROM member WHERE user_id = ? AND member_id = ?"_L1, {user, present(portal.toString())});
}

int createdCount(Db &db, UserId user)
{
    return count(db.select("SELECT count(*) FROM portal WHERE created_by = ?"_L1, {user}));
}

bool isAddressFree(Db &db, const QString &address, const PortalId &portal)
{
    const bool isGiven = db.select("SELECT 1 FROM portal WHERE address = ?"_L1, {present(address)}).next();
    Rows old = db.select("SELECT member_id FROM old_address WHERE address = ?"_L1, {present(address)});
    return !isGiven && (!old.next() || old.text(0) == portal.toString());
}

void giveAddress(Db &db, const PortalId &portal, const QString &address, bool byThemselves)
{
    const QString id = portal.toString();
    db.run("INSERT OR REPLACE INTO old_address SELECT address, member_id FROM portal WHERE member_id = ?"_L1, {id});
    db.run("DELETE FROM old_address WHERE address = ?"_L1, {address}); // one of its own, taken back
    db.run(
        "UPDATE portal SET address = ?, renames = renames + ? WHERE member_id = ?"_L1,
        {address, byThemselves ? 1 : 0, id});
}

void removePortal(Db &db, const PortalId &portal)
{
    const QString id = present(portal.toString()).toString();
    db.run("INSERT OR REPLACE INTO old_address SELECT address, member_id FROM portal WHERE member_id = ?"_L1, {id});
    db.run("DELETE FROM setting WHERE portal = ?"_L1, {id});
    db.run("DELETE FROM portal WHERE member_id = ?"_L1, {id});
}

bool isUseWorthNoting(Db &db, const PortalId &portal, Clock::TimePoint now)
{
    constexpr std::chrono::days often{1}; // of the 50 that count
    return db
        .select(
            "SELECT 1 FROM portal WHERE member_id = ? AND last_used_at <= ?"_L1,
            {present(portal.toString()), ms(now - often)})
        .next();
}

bool markUsed(Db &db, const PortalId &portal, Clock::TimePoint now)
{
    const QString id = portal.toString();
    const bool wasTold = db.select(
                               "SELECT 1 FROM portal WHERE member_id = ? AND plan = 'free' AND"
                               " (deletes_at IS NOT NULL OR last_used_at <= ?)"_L1,
                               {id, ms(now - idleTold)})
                             .next();
    db.run(
        "UPDATE portal SET last_used_at = ?, deletes_at = NULL, reminders = 0 WHERE member_id = ?"_L1, {ms(now), id});
    return wasTold;
}

} // namespace passport
