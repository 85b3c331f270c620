// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/outsidechanges.h"

#include <QLoggingCategory>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

qint64 revisionOf(Db &db)
{
    Rows rows = db.select("SELECT revision FROM outside_change"_L1);
    return rows.next() ? rows.integer(0) : 0;
}

} // namespace

OutsideChanges::OutsideChanges(Store &store, std::chrono::milliseconds interval)
    : m_store(store)
    , m_interval(interval)
    , m_seen(store.writeNow(revisionOf))
{
}

void OutsideChanges::mark(Db &db)
{
    db.run("UPDATE outside_change SET revision = revision + 1"_L1);
}

void OutsideChanges::add(Listener listener)
{
    m_listeners.push_back(std::move(listener));
}

boost::asio::awaitable<void> OutsideChanges::watch()
{
    boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor);
    for (;;) {
        timer.expires_after(m_interval);
        co_await timer.async_wait(boost::asio::use_awaitable);
        const qint64 revision = co_await m_store.read(revisionOf);
        if (revision == m_seen)
            continue;
        m_seen = revision;
        for (const Listener &listener : m_listeners)
            co_await listener();
    }
}

} // namespace passport
