// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/portals/idlekeeper.h"

#include "backend/portals/movedaddresses.h"
#include "backend/store/store.h"

#include <QLoggingCategory>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace passport {
namespace {

/// Days are at stake; so often only because a look that finds nothing is one read of two small indexes, and a portal
/// shall not outlive by hours what its members read in their lists.
constexpr std::chrono::seconds lookEvery{1};

} // namespace

boost::asio::awaitable<void> IdleKeeper::watch()
{
    boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor);
    for (;;) {
        timer.expires_after(lookEvery);
        co_await timer.async_wait(boost::asio::use_awaitable);
        try {
            auto turning = turn();
            co_await std::move(turning);
        } catch (const StoreError &problem) { // the next turn may find the database well again
            qWarning("portals: cannot look after the idle ones: %s", problem.what());
        }
    }
}

boost::asio::awaitable<void> IdleKeeper::turn()
{
    const auto asking = [this](Db &db) { return m_portals.isAnyDue(db); };
    if (!co_await m_.store.read(asking))
        co_return;
    MovedAddresses::Map moved;
    const auto looking = [&](Db &db) {
        IdlePortals::Outcome outcome = m_portals.look(db);
        moved = MovedAddresses::load(db);
        return outcome;
    };
    const IdlePortals::Outcome outcome = co_await m_.store.write(looking);
    m_.moved.apply(std::move(moved));
    m_.bell.ring(outcome.revisions);
}

} // namespace passport
