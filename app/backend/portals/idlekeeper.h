// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/portals/idleportals.h"

#include <boost/asio/awaitable.hpp>

namespace passport {

class MovedAddresses;

/// Looks after the idle portals for as long as the server runs. I/O thread.
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

private:
    boost::asio::awaitable<void> turn();

    const Parts m_;
    const IdlePortals m_portals;
};

} // namespace passport
