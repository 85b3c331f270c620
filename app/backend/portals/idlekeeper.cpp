// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/portals/idlekeeper.h"

#include "backend/portals/movedaddresses.h"
#include "backend/store/store.h"

#include <QLoggingCategory>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace passport {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds longestRest = std::chrono::hours(1); // also what a computer that slept may be late by
constexpr milliseconds restAfterTrouble = std::chrono::minutes(1); // the database may be well again then

} // namespace

boost::asio::awaitable<void> IdleKeeper::watch()
{
    const auto timer = std::make_shared<boost::asio::steady_timer>(co_await boost::asio::this_coro::executor);
    m_timer = timer;
    for (;;) {
        m_woken = false;
        auto looking = look();
        const milliseconds rest = co_await std::move(looking);
        m_rest = {.looks = m_rest.looks + 1, .until = std::chrono::steady_clock::now() + rest};
        if (m_woken)
            continue;
        timer->expires_at(m_rest.until);
        co_await timer->async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
    }
}

void IdleKeeper::wake()
{
    m_woken = true;
    if (const auto timer = m_timer.lock())
        timer->cancel();
}

boost::asio::awaitable<milliseconds> IdleKeeper::look()
{
    try {
        auto looking = lookedUntilNext();
        co_return co_await std::move(looking);
    } catch (const StoreError &problem) {
        if (!problem.passes())
            qWarning("portals: cannot look after the idle ones: %s", problem.what());
    }
    co_return restAfterTrouble;
}

/// Does what is due. How long nothing else will be; zero if some was left for the next time.
boost::asio::awaitable<milliseconds> IdleKeeper::lookedUntilNext()
{
    const auto restBefore = [this](const std::optional<Clock::TimePoint> &next) {
        return next ? std::clamp(*next - m_.clock.now(), milliseconds(0), longestRest) : longestRest;
    };
    const milliseconds rest = restBefore(co_await m_.store.read(IdlePortals::nextDue));
    if (rest > milliseconds(0))
        co_return rest;
    MovedAddresses::Map moved;
    std::optional<Clock::TimePoint> next;
    const auto doing = [&](Db &db) {
        IdlePortals::Outcome outcome = m_portals.look(db);
        moved = MovedAddresses::load(db);
        next = IdlePortals::nextDue(db);
        return outcome;
    };
    const IdlePortals::Outcome outcome = co_await m_.store.write(doing);
    m_.moved.apply(std::move(moved));
    m_.bell.ring(outcome.revisions);
    co_return restBefore(next);
}

} // namespace passport
