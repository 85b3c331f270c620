// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/tray/traystate.h"

#include "client/counters.h"
#include "client/passportclient.h"
#include "client/portalmodel.h"
#include "client/portals.h"

namespace passport {

namespace {

TrayState::Connection connectionOf(PassportClient &client)
{
    if (!std::holds_alternative<session::SignedIn>(client.session().state()))
        return TrayState::Connection::SignedOut;
    const auto *connecting = std::get_if<push::Connecting>(&client.push().state());
    const bool failing
        = std::holds_alternative<push::Waiting>(client.push().state()) || (connecting && connecting->attempt > 0);
    return failing ? TrayState::Connection::Offline : TrayState::Connection::Online;
}

} // namespace

TrayState trayStateOf(PassportClient &client)
{
    TrayState state;
    state.connection = connectionOf(client);
    state.unread = client.portalModel().unread();
    const auto *signedOut = std::get_if<session::SignedOut>(&client.session().state());
    state.attention = signedOut && signedOut->reason == session::EndReason::Expired;
    const auto list = client.portals().list();
    if (!list)
        return state;
    const auto current = client.portals().current();
    const auto portals = client.portalModel().connected();
    for (const auto *portal : portals) {
        const bool isCurrent = portal->memberId == current;
        if (state.portals.size() == TrayState::maxPortals) {
            if (!isCurrent)
                continue;
            state.portals.pop_back(); // the current one is always there
        }
        state.portals.push_back(
            {portal->memberId, portal->title, client.counters().of(portal->memberId).value_or(portal->counter),
             isCurrent, portal->state == Portal::State::Active});
    }
    state.morePortals = list->items.size() > state.portals.size();
    return state;
}

} // namespace passport
