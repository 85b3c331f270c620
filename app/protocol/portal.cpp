// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/portal.h"

#include "protocol/json.h"
#include "protocol/words.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

using Role = Portal::Role;
using Plan = Portal::Plan;
using State = Portal::State;
using Rename = Portal::Rename;
using LeaveObstacle = Portal::LeaveObstacle;

constexpr std::array roles{
    Word{Role::Admin, "admin"_L1}, Word{Role::Employee, "employee"_L1}, Word{Role::Guest, "guest"_L1}};
constexpr std::array plans{
    Word{Plan::Free, "free"_L1}, Word{Plan::Basic, "basic"_L1}, Word{Plan::Standard, "standard"_L1},
    Word{Plan::Professional, "professional"_L1}, Word{Plan::Enterprise, "enterprise"_L1}};
constexpr std::array states{
    Word{State::Active, "active"_L1}, Word{State::Invited, "invited"_L1}, Word{State::Pending, "pending"_L1},
    Word{State::Blocked, "blocked"_L1}};
constexpr std::array renames{
    Word{Rename::Self, "self"_L1}, Word{Rename::Support, "support"_L1}, Word{Rename::No, "no"_L1}};
constexpr std::array leaveObstacles{
    Word{LeaveObstacle::SoleAdministrator, "sole_administrator"_L1}, Word{LeaveObstacle::LastMember, "last_member"_L1}};

} // namespace

QString wordOf(Portal::Role role)
{
    return wordOf(roles, role);
}

QString wordOf(Portal::Plan plan)
{
    return wordOf(plans, plan);
}

QString wordOf(Portal::State state)
{
    return wordOf(states, state);
}

QString wordOf(Portal::LeaveObstacle obstacle)
{
    return wordOf(leaveObstacles, obstacle);
}

Portal::Role portalRoleFromWord(QStringView word)
{
    return fromWord(roles, word, Role::Unknown);
}

Portal::Plan portalPlanFromWord(QStringView word)
{
    return fromWord(plans, word, Plan::Unknown);
}

Portal::State portalStateFromWord(QStringView word)
{
    return fromWord(states, word, State::Unknown);
}

Portal::LeaveObstacle leaveObstacleFromWord(QStringView word)
{
    return fromWord(leaveObstacles, word, LeaveObstacle::None);
}

QString Portal::shownAddress() const
{
    QString shown = url;
    if (const qsizetype scheme = shown.indexOf("://"_L1); scheme >= 0)
        shown.remove(0, scheme + 3);
    while (shown.endsWith(u'/'))
        shown.chop(1);
    return shown;
}

Result<Portal> Portal::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    Portal portal;
    portal.memberId = PortalId(in.string("memberId"_L1));
    portal.title = in.string("title"_L1);
    portal.address = in.string("address"_L1);
    portal.url = in.string("url"_L1);
    portal.role = fromWord(roles, in.string("role"_L1), Role::Unknown);
    portal.plan = fromWord(plans, in.string("plan"_L1), Plan::Unknown);
    portal.state = fromWord(states, in.string("state"_L1), State::Unknown);
    portal.mine = in.boolean("mine"_L1);
    portal.rename = fromWord(renames, in.string("rename"_L1), Rename::Unknown);
    portal.counter = static_cast<int>(in.integer("counter"_L1));
    portal.qrAllowed = in.boolean("qrAllowed"_L1);
    portal.logoUrl = in.maybeString("logoUrl"_L1);
    if (in.has("deletesOn"_L1))
        portal.deletesOn = in.time("deletesOn"_L1);
    portal.leaveObstacle = leaveObstacleFromWord(in.maybeString("leaveObstacle"_L1).value_or(QString()));
    return in.finish(std::move(portal));
}

QJsonObject Portal::toJson() const
{
    QJsonObject json{
        {"memberId"_L1, memberId.toJson()},
        {"title"_L1, title},
        {"address"_L1, address},
        {"url"_L1, url},
        {"role"_L1, wordOf(roles, role)},
        {"plan"_L1, wordOf(plans, plan)},
        {"state"_L1, wordOf(states, state)},
        {"mine"_L1, mine},
        {"rename"_L1, wordOf(renames, rename)},
        {"counter"_L1, counter},
        {"qrAllowed"_L1, qrAllowed}};
    setIf(json, "logoUrl"_L1, logoUrl);
    if (deletesOn)
        json.insert("deletesOn"_L1, toRfc3339(*deletesOn));
    if (leaveObstacle != LeaveObstacle::None)
        json.insert("leaveObstacle"_L1, wordOf(leaveObstacles, leaveObstacle));
    return json;
}

Result<PortalName> PortalName::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    PortalName name{.title = in.string("title"_L1), .address = in.string("address"_L1)};
    return in.finish(std::move(name));
}

QJsonObject PortalName::toJson() const
{
    return {{"title"_L1, title}, {"address"_L1, address}};
}

Result<PortalList> PortalList::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    PortalList list{
        .items = in.list<Portal>("items"_L1),
        .cursor = in.maybeString("cursor"_L1),
        .total = static_cast<int>(in.integer("total"_L1)),
        .createdCount = static_cast<int>(in.integer("createdCount"_L1)),
        .createdLimit = static_cast<int>(in.integer("createdLimit"_L1)),
        .revision = in.integer("revision"_L1)};
    return in.finish(std::move(list));
}

QJsonObject PortalList::toJson() const
{
    return {
        {"items"_L1, toJsonArray(items)},
        {"cursor"_L1, cursor ? QJsonValue(*cursor) : QJsonValue()}, // api.md 1: cursor or null
        {"total"_L1, total},
        {"createdCount"_L1, createdCount},
        {"createdLimit"_L1, createdLimit},
        {"revision"_L1, revision}};
}

} // namespace passport
