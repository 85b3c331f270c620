// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/guard/audit.h"
#include "backend/portals/portalbell.h"
#include "backend/rest/method.h"
#include "protocol/invitationsapi.h"

namespace passport {

class PortalLists;
class ServerSettings;
class ServerUrls;

namespace audit {
inline constexpr QLatin1StringView invitationAccepted("invitation.accept"); ///< data {portal, state}
inline constexpr QLatin1StringView invitationDeclined("invitation.decline"); ///< data {portal}
} // namespace audit

/// Invitations to portals: a membership in the state `invited`, so its id is the portal's and nobody is invited twice
/// to the same one. I/O thread.
class Invitations {
public:
    /// Everything it works with; outlives it.
    struct Parts {
        Store &store;
        const Audit &audit;
        const ServerSettings &settings;
        const ServerUrls &urls;
        PortalLists &lists;
        PortalBell &bell;
    };

    explicit Invitations(const Parts &parts)
        : m_(parts)
    {
    }

    void addTo(MethodTable &methods);

    boost::asio::awaitable<Result<InvitationList>> list(const ListInvitations &request, const Call &call);
    boost::asio::awaitable<Result<Portal>> accept(const AcceptInvitation &request, const Call &call);
    boost::asio::awaitable<Result<InvitationDeclined>> decline(const DeclineInvitation &request, const Call &call);

private:
    InvitationList listIn(Db &db, UserId user) const;

    const Parts m_;
};

} // namespace passport
