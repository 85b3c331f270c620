// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/clock.h"
#include "protocol/ids.h"

#include <QHash>
#include <QSet>
#include <boost/asio/awaitable.hpp>
#include <vector>

namespace passport {

class Db;
class Hub;
class PortalLists;
class Store;

/// Tells people's programs that their list of portals has changed (`passport / portalsChanged`), so that they read it
/// again. I/O thread.
class PortalBell {
public:
    PortalBell(Store &store, PortalLists &lists, Hub &hub)
        : m_store(store)
        , m_lists(lists)
        , m_hub(hub)
    {
    }

    struct Change {
        qint64 revision = 0; ///< Of his list.
        QSet<QString> portals; ///< The memberIds where he is active; he hears nothing of any other one.
    };
    using Revisions = QHash<UserId, Change>;
    /// In the transaction of the change: whose lists it changes, and what they are then.
    static Revisions raise(Db &db, const std::vector<UserId> &people);
    /// The same for somebody who has come into a portal, has gone, or is something else there now: his list, and those
    /// of its administrators, which say what leaving it would come to.
    static Revisions raiseMembership(Db &db, UserId user, const PortalId &portal);
    /// The same for somebody's being in a portal: an idle one will not be deleted, and its members' lists say so no
    /// more.
    static Revisions noteUse(Db &db, const PortalId &portal, Clock::TimePoint now);
    /// After it has committed. Closes what listens to portals that are left.
    void ring(const Revisions &revisions);
    /// After another process has changed something: rings for whoever has a list that is no longer true.
    boost::asio::awaitable<void> noticeOutside();

private:
    Store &m_store;
    PortalLists &m_lists;
    Hub &m_hub;
};

} // namespace passport
