// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/clock.h"
#include "backend/guard/audit.h"
#include "backend/portals/portalbell.h"
#include "backend/rest/method.h"
#include "protocol/portalsapi.h"

namespace passport {

class Hub;
class PortalLists;
class PullConfigs;
class ServerUrls;
class Sessions;
class Store;

namespace audit {
inline constexpr QLatin1StringView portalEntered("portal.enter"); ///< data {portal, way: switch|link}
} // namespace audit

/// The person's portals: list, entering one, one-time links into the browser, counters (api.md 3). I/O thread.
class PortalMethods {
public:
    /// Everything it works with; outlives it.
    struct Parts {
        Store &store;
        const Clock &clock;
        const Audit &audit;
        Sessions &sessions;
        const PullConfigs &configs;
        Hub &hub;
        const ServerUrls &urls;
        PortalLists &lists;
        PortalBell &bell;
    };

    explicit PortalMethods(const Parts &parts)
        : m_(parts)
    {
    }

    void addTo(MethodTable &methods);

    boost::asio::awaitable<Result<PortalList>> list(const ListPortals &request, const Call &call);
    /// Errors: not_found, not_allowed, stepup_required.
    boost::asio::awaitable<Result<EnteredPortal>> enter(const SwitchPortal &request, const Call &call);
    /// Errors: as enter().
    boost::asio::awaitable<Result<OneTimeLink>> openLink(const OpenPortalLink &request, const Call &call);
    boost::asio::awaitable<Result<CounterList>> counters(const GetCounters &request, const Call &call);

    /// Adds to the unread of one portal and tells the person's programs.
    boost::asio::awaitable<void> addUnread(UserId user, PortalId portal, int by);

private:
    boost::asio::awaitable<Result<Portal>> entrable(PortalId id, const Call &call);

    const Parts m_;
};

} // namespace passport
