// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/admin/portalcommands.h"

#include "backend/foundation.h"
#include "backend/portals/idleportals.h"
#include "backend/portals/membership.h"
#include "backend/portals/portaladdress.h"
#include "backend/portals/portalbell.h"
#include "backend/portals/portalchanges.h"
#include "backend/portals/portalstore.h"
#include "protocol/errorcodes.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

QJsonObject lineOf(Db &db, const PortalId &id)
{
    Rows rows = db.select(
        "SELECT member_id, title, address, plan, renames, (SELECT count(*) FROM member WHERE member_id = p.member_id)"
        " FROM portal AS p WHERE member_id = ?"_L1,
        {id.toString()});
    if (!rows.next())
        return {};
    return {{"memberId"_L1, rows.text(0)}, {"title"_L1, rows.text(1)},      {"address"_L1, rows.text(2)},
            {"plan"_L1, rows.text(3)},     {"renames"_L1, rows.integer(4)}, {"members"_L1, rows.integer(5)}};
}

Output list(Foundation &foundation)
{
    return foundation.store->writeNow([](Db &db) -> Output {
        std::vector<PortalId> ids;
        {
            Rows rows = db.select("SELECT member_id FROM portal ORDER BY address"_L1);
            while (rows.next())
                ids.emplace_back(rows.text(0));
        }
        Lines lines;
        for (const PortalId &id : ids)
            lines.push_back(lineOf(db, id));
        return lines;
    });
}

Error noPortal(const QString &text)
{
    return Error::ofCode(code::notFound, u"no portal is called %1; run: portal list"_s.arg(text));
}

/// Tells the running server and every program with the portal in its list.
void changed(Db &db, const std::vector<UserId> &people)
{
    (void)PortalBell::raise(db, people); // the server rings when it notices
    OutsideChanges::mark(db);
}

/// The same for somebody's place in a portal.
void placeChanged(Db &db, UserId user, const PortalId &portal)
{
    (void)PortalBell::raiseMembership(db, user, portal);
    OutsideChanges::mark(db);
}

/// The second time and later, and on whatever plan: support has looked at it (wire.md 4.1, SR-44).
Output rename(Foundation &foundation, const QString &text, const QString &wish)
{
    const QString address = foldedAddress(wish);
    return foundation.store->writeNow([&](Db &db) -> Output {
        const auto portal = portalCalled(db, text, foundation.urls.domain());
        if (!portal)
            return noPortal(text);
        if (const auto reason = problemOfAddress(address); reason && *reason != AddressCheck::Reason::Taken)
            return Error::ofCode(
                code::invalidAddress, u"an address has 3 to 60 Latin letters, digits and single hyphens inside"_s);
        else if (reason || !isAddressFree(db, address, portal->id))
            return Error::ofCode(code::addressTaken, u"%1 is taken or reserved"_s.arg(address));
        giveAddress(db, portal->id, address, false);
        foundation.audit.record(
            db,
            {.event = audit::portalRenamed,
             .data
             = {{"portal"_L1, portal->id.toJson()},
                {"from"_L1, portal->address},
                {"to"_L1, address},
                {"by"_L1, u"support"_s}}});
        changed(db, membersOf(db, portal->id));
        return Lines{lineOf(db, portal->id)};
    });
}

/// WORD is a role or a state; somebody who is not in the portal yet is invited.
Output member(Foundation &foundation, const QString &text, const QString &login, const QString &word)
{
    const Portal::Role role = portalRoleFromWord(word);
    const Portal::State state = portalStateFromWord(word);
    if (role == Portal::Role::Unknown && state == Portal::State::Unknown)
        return usage();
    return foundation.store->writeNow([&](Db &db) -> Output {
        const auto portal = portalCalled(db, text, foundation.urls.domain());
        const auto user = userByLogin(db, login);
        if (!portal)
            return noPortal(text);
        if (!user)
            return Error::ofCode(code::notFound, u"nobody has the login %1; run: user list"_s.arg(login));
        const bool isNew = !membershipOf(db, user->id, portal->id);
        if (isNew)
            addMember(
                db, {.user = user->id, .portal = portal->id, .state = Portal::State::Invited}, foundation.clock.now());
        if (role != Portal::Role::Unknown)
            setMemberRole(db, user->id, portal->id, role);
        else
            setMemberState(db, user->id, portal->id, state);
        foundation.audit.record(
            db,
            {.event = audit::userChanged,
             .data = {{"user"_L1, user->id}, {"portal"_L1, portal->id.toJson()}, {"change"_L1, word}}});
        placeChanged(db, user->id, portal->id);
        const Membership now = *membershipOf(db, user->id, portal->id);
        return Lines{
            {{"login"_L1, login},
             {"address"_L1, now.address},
             {"role"_L1, wordOf(now.role)},
             {"state"_L1, wordOf(now.state)}}};
    });
}

/// What the server does by itself while it runs, at once.
Output sweep(Foundation &foundation)
{
    const IdlePortals portals(foundation.clock, foundation.audit, foundation.post);
    return foundation.store->writeNow([&](Db &db) -> Output {
        Lines lines;
        while (portals.isAnyDue(db)) {
            const IdlePortals::Outcome outcome = portals.look(db);
            for (const QString &address : outcome.told)
                lines.push_back({{"event"_L1, u"told"_s}, {"address"_L1, address}});
            for (const QString &address : outcome.ended)
                lines.push_back({{"event"_L1, u"deleted"_s}, {"address"_L1, address}});
        }
        if (!lines.empty())
            OutsideChanges::mark(db);
        return lines;
    });
}

} // namespace

Output runPortal(Foundation &foundation, const Subcommand &command)
{
    const QStringList &words = command.words;
    const QString verb = words.value(1);
    if (verb == "list"_L1 && words.size() == 2)
        return list(foundation);
    if (verb == "rename"_L1 && words.size() == 4)
        return rename(foundation, words[2], words[3]);
    if (verb == "member"_L1 && words.size() == 5)
        return member(foundation, words[2], words[3], words[4]);
    return verb == "sweep"_L1 && words.size() == 2 ? sweep(foundation) : usage();
}

} // namespace passport
