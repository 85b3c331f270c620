// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/portals/idleportals.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <memory>

namespace passport {

class MovedAddresses;

/// Looks after the idle portals for as long as the server runs: once, and then not before the next one is due, an hour
/// at most. What the server itself does puts deadlines off or sets some that are weeks away; whatever else may have
/// moved one wakes it. I/O thread.
class IdleKeeper {
public:
    /// Everything it works with; outlives it.
    struct Parts {
        Store &store;
        const Clock &clock;
        const Audit &audit;
        const PostOffice &post;
        PortalBell &bell;
        MovedAddresses &moved;
    };

    explicit IdleKeeper(const Parts &parts)
        : m_(parts)
        , m_portals(parts.clock, parts.audit, parts.post)
    {
    }

    /// Spawn it on the io_context.
    boost::asio::awaitable<void> watch();
    /// Looks at once: another process has changed the portals, or the clock was moved.
    void wake();

    /// What it has done and what it waits for.
    struct Rest {
        int looks = 0; ///< How often it has read the database.
        std::chrono::steady_clock::time_point until; ///< When it does next unless it is woken.
    };
    [[nodiscard]] const Rest &rest() const { return m_rest; }

private:
    boost::asio::awaitable<std::chrono::milliseconds> lookedUntilNext();
    boost::asio::awaitable<std::chrono::milliseconds> look();

    const Parts m_;
    const IdlePortals m_portals;
    Rest m_rest;
    std::weak_ptr<boost::asio::steady_timer> m_timer; // of watch(); it ends with the io_context, before this
    bool m_woken = false;
};

} // namespace passport
