// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/clock.h"
#include "protocol/ids.h"

#include <QHash>
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

    using Revisions = QHash<UserId, qint64>;
    /// In the transaction of the change: whose lists it changes, and what their revisions are then.
    static Revisions raise(Db &db, const std::vector<UserId> &people);
    /// The same for somebody who has come into a portal, has gone, or is something else there now: his list, and those
    /// of its administrators, which say what leaving it would come to.
    static Revisions raiseMembership(Db &db, UserId user, const PortalId &portal);
    /// The same for somebody's being in a portal: an idle one will not be deleted, and its members' lists say so no
    /// more.
    static Revisions noteUse(Db &db, const PortalId &portal, Clock::TimePoint now);
    /// After it has committed.
    void ring(const Revisions &revisions);
    /// After another process has changed something: rings for whoever has a list that is no longer true.
    boost::asio::awaitable<void> noticeOutside();

private:
    Store &m_store;
    PortalLists &m_lists;
    Hub &m_hub;
};

} // namespace passport
