// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/account/accountarea.h"
#include "backend/foundation.h"
#include "backend/portals/idlekeeper.h"
#include "backend/portals/invitations.h"
#include "backend/portals/movedaddresses.h"
#include "backend/portals/portalchanges.h"
#include "backend/portals/portallists.h"
#include "backend/portals/portalmethods.h"
#include "backend/portals/pullmethods.h"
#include "backend/push/hub.h"
#include "backend/push/pullconfigs.h"
#include "backend/qr/places.h"
#include "backend/qr/qrsignin.h"
#include "backend/web/website.h"

#include <boost/asio/io_context.hpp>

namespace passport {

/// Push and everything that stands on the foundation: portals, QR sign-in, pages. Made once; registers its methods in
/// the foundation.
class Areas {
public:
    struct Options {
        Places places;
        bool demo = false; ///< Shows the outbox.
    };
    Areas(Foundation &foundation, Options options);
    Areas(const Areas &) = delete;
    Areas &operator=(const Areas &) = delete;

    /// All pages and pictures. The methods are the foundation's to route.
    void addTo(Routes &routes);
    /// What the areas do by themselves for ever: end tickets, notice changes; with `ticker` above 0 move the demo
    /// people's counters.
    void watch(boost::asio::io_context &io, std::chrono::seconds ticker);

    Foundation &foundation;
    PullChannels channels;
    ListenRights rights;
    Hub hub;
    PullConfigs configs;
    PortalLists lists;
    PortalBell bell;
    MovedAddresses moved;
    PortalMethods portals;
    PortalChanges changes;
    Invitations invitations;
    IdleKeeper idle;
    PullMethods pullMethods;
    AccountArea account;
    Places places;
    QrSignIn qr;
    WebSite site;

private:
    boost::asio::awaitable<bool> isAlive(ListenRight right);
    boost::asio::awaitable<void> tick(std::chrono::seconds interval);
};

} // namespace passport
