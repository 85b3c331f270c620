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

PortalBell::Revisions PortalBell::raise(Db &db, const std::vector<UserId> &people)
{
    Revisions revisions;
    for (const UserId user : people) {
        raiseListRevision(db, user);
        revisions.insert(user, listRevision(db, user));
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
            {.module = u"passport"_s, .command = u"portalsChanged"_s, .params = {{"revision"_L1, it.value()}}});
    }
}

boost::asio::awaitable<void> PortalBell::noticeOutside()
{
    const Revisions known = m_lists.knownRevisions();
    const auto comparing = [&](Db &db) {
        Revisions changed;
        for (auto it = known.begin(); it != known.end(); ++it) {
            const qint64 revision = listRevision(db, it.key());
            if (revision != it.value())
                changed.insert(it.key(), revision);
        }
        return changed;
    };
    const Revisions changed = co_await m_store.read(comparing);
    ring(changed);
}

} // namespace passport
