// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/foundation.h"
#include "backend/portals/portallists.h"
#include "backend/portals/portalmethods.h"
#include "backend/portals/pullmethods.h"
#include "backend/push/hub.h"
#include "backend/push/pullconfigs.h"

#include <boost/asio/io_context.hpp>

namespace passport {

/// Push and everything that stands on the foundation: portals. Made once; registers its methods in
/// the foundation.
class Areas {
public:
    explicit Areas(Foundation &foundation);
    Areas(const Areas &) = delete;
    Areas &operator=(const Areas &) = delete;

    /// What the areas do by themselves for ever: notice changes; with `ticker` above 0 move the demo
    /// people's counters.
    void watch(boost::asio::io_context &io, std::chrono::seconds ticker);

    Foundation &foundation;
    PullChannels channels;
    ListenRights rights;
    Hub hub;
    PullConfigs configs;
    PortalLists lists;
    PortalMethods portals;
    PullMethods pullMethods;

private:
    boost::asio::awaitable<bool> isAlive(SessionId session);
    boost::asio::awaitable<void> tick(std::chrono::seconds interval);
};

} // namespace passport
