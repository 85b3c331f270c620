// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/portals/portalstore.h"

#include "backend/core/crypto.h"
#include "backend/portals/idleportals.h"
#include "backend/portals/membership.h"
#include "backend/store/db.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr qsizetype memberIdBytes = 16;
constexpr qsizetype uniqueIdSize = 16;

std::optional<PortalRow> first(Rows rows)
{
    if (!rows.next())
        return std::nullopt;
    return PortalRow{
        .id = PortalId(rows.text(0)), .title = rows.text(1), .address = rows.text(2), .uniqueId = rows.text(3)};
}

/// When a free portal that nobody enters will be gone; nothing before its members are to be told.
std::optional<QDateTime>
endOf(const Portal &portal, qint64 lastUsed, const std::optional<qint64> &deletesAt, Clock::TimePoint now)
{
    const auto timeOf = [](qint64 ms) { return Clock::TimePoint(std::chrono::milliseconds(ms)); };
    const auto end = endOfIdlePortal(
        portal.plan, timeOf(lastUsed), deletesAt ? std::optional(timeOf(*deletesAt)) : std::nullopt, now);
    return end ? std::optional(QDateTime::fromMSecsSinceEpoch(end->time_since_epoch().count(), Qt::UTC)) : std::nullopt;
}

/// The columns in the order in which each select of a person's portals names them.
Portal portalIn(const Rows &rows, UserId user, Clock::TimePoint now)
{
    Portal portal;
    portal.memberId = PortalId(rows.text(0));
    portal.title = rows.text(1);
    portal.address = rows.text(2);
    portal.role = portalRoleFromWord(rows.text(3));
    portal.plan = portalPlanFromWord(rows.text(4));
    portal.state = portalStateFromWord(rows.text(5));
    portal.mine = rows.maybeInteger(6) == user;
    portal.rename = renameWay(portal.role, portal.plan, rows.smallInteger(7));
    portal.counter = rows.smallInteger(8);
    portal.deletesOn = endOf(portal, rows.integer(9), rows.maybeInteger(10), now);
    portal.leaveObstacle = leaveObstacleFromWord(rows.text(11));
    return portal;
}

} // namespace

Portal::Rename renameWay(Portal::Role role, Portal::Plan plan, int renames)
{
    if (role != Portal::Role::Admin)
        return Portal::Rename::No;
    if (renames == 0)
        return Portal::Rename::Self;
    const bool supported
        = plan == Portal::Plan::Standard || plan == Portal::Plan::Professional || plan == Portal::Plan::Enterprise;
    return supported ? Portal::Rename::Support : Portal::Rename::No;
}

std::optional<PortalRow> portalById(Db &db, const PortalId &id)
{
    return first(db.select(
        "SELECT member_id, title, address, unique_id FROM portal WHERE member_id = ?"_L1, {present(id.toString())}));
}

std::optional<PortalRow> portalByAddress(Db &db, const QString &address)
{
    return first(db.select(
        "SELECT member_id, title, address, unique_id FROM portal WHERE address = ?"_L1, {present(address.toLower())}));
}

std::optional<PortalRow> portalByUniqueId(Db &db, const QString &uniqueId)
{
    return first(db.select(
        "SELECT member_id, title, address, unique_id FROM portal WHERE unique_id = ?"_L1, {present(uniqueId)}));
}

std::optional<PortalRow> portalCalled(Db &db, const QString &text, const QString &domain)
{
    QString rest = text.trimmed();
    for (const QLatin1StringView scheme : {"https://"_L1, "http://"_L1}) {
        if (rest.startsWith(scheme, Qt::CaseInsensitive))
            rest.remove(0, scheme.size());
    }
    if (const QString ours = domain + u"/p/"_s; rest.startsWith(ours, Qt::CaseInsensitive))
        rest = rest.mid(ours.size()).section(u'/', 0, 0);
    if (const auto byAddress = portalByAddress(db, rest))
        return byAddress;
    return portalById(db, PortalId(rest.toLower()));
}

QString addressOfPortal(Db &db, const PortalId &id)
{
    const auto portal = portalById(db, id);
    return portal ? portal->address : QString();
}

bool isActiveMember(Db &db, UserId user, const PortalId &portal)
{
    return db
        .select(
            "SELECT 1 FROM member WHERE user_id = ? AND member_id = ? AND state = 'active'"_L1,
            {user, present(portal.toString())})
        .next();
}

bool isAdministrator(Db &db, UserId user, const PortalId &portal)
{
    return db
        .select(
            "SELECT 1 FROM member WHERE user_id = ? AND member_id = ? AND state = 'active' AND role = 'admin'"_L1,
            {user, present(portal.toString())})
        .next();
}

std::vector<Portal> portalsOf(Db &db, UserId user, Clock::TimePoint now)
{
    std::vector<Portal> portals;
    Rows rows = db.select(
        "SELECT member_id, title, address, role, plan, state, created_by, renames, counter, last_used_at, deletes_at, "
        "leave_obstacle FROM own_portal WHERE user_id = ?"_L1,
        {user});
    while (rows.next())
        portals.push_back(portalIn(rows, user, now));
    return portals;
}

std::optional<Portal> portalOf(Db &db, UserId user, const PortalId &id, Clock::TimePoint now)
{
    Rows rows = db.select(
        "SELECT member_id, title, address, role, plan, state, created_by, renames, counter, last_used_at, deletes_at, "
        "leave_obstacle FROM own_portal WHERE user_id = ? AND member_id = ?"_L1,
        {user, present(id.toString())});
    return rows.next() ? std::optional(portalIn(rows, user, now)) : std::nullopt;
}

qint64 listRevision(Db &db, UserId user)
{
    Rows rows = db.select("SELECT revision FROM portal_list WHERE user_id = ?"_L1, {user});
    return rows.next() ? rows.integer(0) : 0;
}

void raiseListRevision(Db &db, UserId user)
{
    db.run("INSERT INTO portal_list VALUES (?, 1) ON CONFLICT DO UPDATE SET revision = revision + 1"_L1, {user});
}

PortalId addPortal(Db &db, const NewPortal &portal, Clock::TimePoint now)
{
    const QString id = QString::fromLatin1(crypto::randomBytes(memberIdBytes).toHex());
    const auto end = endOfIdlePortal(portal.plan, now - portal.idle, std::nullopt, now);
    const QVariant told = end ? QVariant(qint64(end->time_since_epoch().count())) : QVariant();
    db.run(
        "INSERT INTO portal (member_id, title, address, unique_id, plan, created_by, created_at, last_used_at, "
        "deletes_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_L1,
        {id, portal.title, portal.address, crypto::randomAlphanumeric(uniqueIdSize), wordOf(portal.plan),
         orNull(portal.createdBy), qint64(now.time_since_epoch().count()),
         qint64((now - portal.idle).time_since_epoch().count()), told});
    return PortalId(id);
}

void addMember(Db &db, const NewMember &member, Clock::TimePoint now)
{
    db.run(
        "INSERT INTO member VALUES (?, ?, ?, ?, ?, ?)"_L1,
        {member.user, member.portal.toString(), wordOf(member.role), wordOf(member.state), member.counter,
         qint64(now.time_since_epoch().count())});
    raiseListRevision(db, member.user);
}

int raiseCounter(Db &db, UserId user, const PortalId &portal, int by)
{
    Rows rows = db.select(
        "UPDATE member SET counter = counter + ? WHERE user_id = ? AND member_id = ? "
        "AND state = 'active' RETURNING counter"_L1,
        {by, user, present(portal.toString())});
    return rows.next() ? rows.smallInteger(0) : 0;
}

} // namespace passport
