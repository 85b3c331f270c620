// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/portals/portalbell.h"

#include "backend/portals/membership.h"
#include "backend/portals/portallists.h"
#include "backend/portals/portalstore.h"
#include "backend/push/hub.h"
#include "backend/store/store.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

PortalBell::Change stateOf(Db &db, UserId user)
{
    PortalBell::Change state{.revision = listRevision(db, user), .portals = {}};
    Rows rows = db.select("SELECT member_id FROM member WHERE user_id = ? AND state = 'active'"_L1, {user});
    while (rows.next())
        state.portals.insert(rows.text(0));
    return state;
}

} // namespace

PortalBell::Revisions PortalBell::raise(Db &db, const std::vector<UserId> &people)
{
    Revisions revisions;
    for (const UserId user : people) {
        raiseListRevision(db, user);
        revisions.insert(user, stateOf(db, user));
    }
    return revisions;
}

PortalBell::Revisions PortalBell::raiseMembership(Db &db, UserId user, const PortalId &portal)
{
    std::vector<UserId> people = administratorsOf(db, portal);
    if (std::ranges::find(people, user) == people.end())
        people.push_back(user);
    return raise(db, people);
}

PortalBell::Revisions PortalBell::noteUse(Db &db, const PortalId &portal, Clock::TimePoint now)
{
    return markUsed(db, portal, now) ? raise(db, membersOf(db, portal)) : Revisions();
}

void PortalBell::ring(const Revisions &revisions)
{
    for (auto it = revisions.begin(); it != revisions.end(); ++it) {
        m_lists.forget(it.key());
        m_hub.publishToUser(
            it.key(), {},
            {.module = u"passport"_s, .command = u"portalsChanged"_s, .params = {{"revision"_L1, it->revision}}});
        m_hub.endOtherPortals(it.key(), it->portals);
    }
}

boost::asio::awaitable<void> PortalBell::noticeOutside()
{
    const QHash<UserId, qint64> known = m_lists.knownRevisions();
    const QSet<UserId> inside = m_hub.peopleInPortals(); // also those of whose lists nothing is kept
    Revisions changed;
    Revisions listening;
    const auto comparing = [&](Db &db) {
        for (auto it = known.begin(); it != known.end(); ++it) {
            if (listRevision(db, it.key()) != it.value())
                changed.insert(it.key(), stateOf(db, it.key()));
        }
        for (const UserId user : inside)
            listening.insert(user, stateOf(db, user));
    };
    co_await m_store.read(comparing);
    ring(changed);
    for (auto it = listening.begin(); it != listening.end(); ++it)
        m_hub.endOtherPortals(it.key(), it->portals);
}

} // namespace passport
