// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/qr/qrkeeper.h"

#include "backend/qr/qraudit.h"
#include "backend/qr/ticketrules.h"
#include "backend/store/serversettings.h"
#include "backend/store/store.h"

#include <QLoggingCategory>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <utility>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr int mostAtOnce = 200; // so one turn never holds the writer for long

} // namespace

QrKeeper::QrKeeper(const QrParts &parts, std::chrono::milliseconds interval)
    : m_(parts)
    , m_bell(parts.hub)
    , m_interval(interval)
{
    m_.settings.onChanged([this] {
        m_settingsChanged = true;
        if (m_timer)
            m_timer->cancel(); // at once, not with the next turn
    });
}

boost::asio::awaitable<void> QrKeeper::watch()
{
    boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor);
    m_timer = &timer;
    for (;;) {
        try {
            auto turning = turn();
            co_await std::move(turning);
        } catch (const StoreError &problem) { // the next turn may find the database well again
            if (!problem.passes())
                qWarning("qr: cannot look after the tickets: %s", problem.what());
        }
        if (m_settingsChanged) // while we were at it
            continue;
        timer.expires_after(m_interval);
        boost::system::error_code woken;
        co_await timer.async_wait(boost::asio::redirect_error(boost::asio::use_awaitable, woken));
    }
}

boost::asio::awaitable<void> QrKeeper::turn()
{
    if (std::exchange(m_settingsChanged, false)) {
        auto ending = endSwitchedOff();
        co_await std::move(ending);
    }
    const Clock::TimePoint now = m_.clock.now();
    const auto look = [now](Db &db) { return overdueTickets(db, now, mostAtOnce); };
    std::vector<TicketId> overdue = co_await m_.store.read(look);
    auto ending = endThem(std::move(overdue), QrState::Expired);
    co_await std::move(ending);
    const auto seek = [now](Db &db) { return hasForgettable(db, now - qrlife::remembered); };
    const bool any = co_await m_.store.read(seek);
    if (!any)
        co_return;
    const auto job = [now](Db &db) { return forgetTickets(db, now - qrlife::remembered); };
    const std::vector<QString> tags = co_await m_.store.write(job);
    for (const QString &tag : tags)
        m_bell.forget(tag);
}

boost::asio::awaitable<void> QrKeeper::endSwitchedOff()
{
    const auto look = [](Db &db) { return openTickets(db); };
    const std::vector<OpenTicket> open = co_await m_.store.read(look);
    std::vector<TicketId> off;
    for (const OpenTicket &ticket : open) {
        if (!m_.settings.isOn(setting::qrAllowed, ticket.portal))
            off.push_back(ticket.id);
    }
    auto ending = endThem(std::move(off), QrState::Disabled);
    co_await std::move(ending);
}

boost::asio::awaitable<void> QrKeeper::endThem(std::vector<TicketId> tickets, QrState state)
{
    if (tickets.empty())
        co_return;
    using Change = std::pair<Ticket, Ticket>;
    const Clock::TimePoint now = m_.clock.now();
    const auto job = [&](Db &db) {
        std::vector<Change> changes;
        for (const TicketId &id : tickets) {
            const auto before = ticketById(db, id);
            if (!before)
                continue;
            Ticket after = *before;
            // It may have gone on between our reading and our writing.
            const bool ended = state == QrState::Expired ? expireIfOver(after, now) : end(after, state, now);
            if (!ended)
                continue;
            saveTicket(db, after);
            m_.audit.record(db, qrEntry(state == QrState::Expired ? audit::qrExpired : audit::qrDisabled, after));
            changes.emplace_back(*before, std::move(after));
        }
        return changes;
    };
    const std::vector<Change> changes = co_await m_.store.write(job);
    for (const auto &[before, after] : changes)
        m_bell.ring(before, after);
}

} // namespace passport
