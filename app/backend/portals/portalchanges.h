// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/guard/audit.h"
#include "backend/portals/movedaddresses.h"
#include "backend/portals/portalbell.h"
#include "backend/rest/method.h"
#include "protocol/portalchangesapi.h"

namespace passport {

class PortalLists;
class PostOffice;
class RateLimit;
class ServerUrls;
class StepUps;
struct Membership;

namespace audit {
inline constexpr QLatin1StringView portalCreated("portal.create"); ///< data {portal, title, address}
inline constexpr QLatin1StringView portalRenamed("portal.rename"); ///< data {portal, from, to}
inline constexpr QLatin1StringView portalLeft("portal.leave"); ///< data {portal}
inline constexpr QLatin1StringView portalEnded("portal.end"); ///< data {portal, address}
} // namespace audit

/// Creating, renaming and leaving portals (SR-44). Each is decided and done in one transaction, so parallel tries see
/// one another. I/O thread.
class PortalChanges {
public:
    /// Everything it works with; outlives it.
    struct Parts {
        Store &store;
        const Clock &clock;
        const Audit &audit;
        const StepUps &stepUps;
        const PostOffice &post;
        RateLimit &rateLimit;
        PortalLists &lists;
        PortalBell &bell;
        MovedAddresses &moved;
        const ServerUrls &urls;
    };

    explicit PortalChanges(const Parts &parts)
        : m_(parts)
    {
    }

    void addTo(MethodTable &methods);

    boost::asio::awaitable<Result<Portal>> create(const CreatePortal &request, const Call &call);
    boost::asio::awaitable<Result<AddressCheck>> check(const CheckPortalAddress &request, const Call &call);
    boost::asio::awaitable<Result<Portal>> rename(const RenamePortal &request, const Call &call);
    boost::asio::awaitable<Result<PortalLeft>> leave(const LeavePortal &request, const Call &call);

private:
    /// What the I/O thread does once a change has committed.
    struct Aftermath {
        PortalBell::Revisions revisions; ///< Whose lists have changed.
        std::optional<MovedAddresses::Map> moved; ///< If addresses have.
    };
    void follow(Aftermath after);
    /// Error: too_many (retryAfter).
    [[nodiscard]] Result<Done> mayProbe(const Call &call) const;
    Result<Portal> createIn(Db &db, const QString &title, const Call &call, Aftermath &after) const;
    Result<Portal>
    renameIn(Db &db, const PortalId &portal, const QString &address, const Call &call, Aftermath &after) const;
    Result<PortalLeft> leaveIn(Db &db, const LeavePortal &request, const Call &call, Aftermath &after) const;
    void tellAdministrators(
        Db &db, const PortalId &portal, const Membership &before, const QString &address, const Call &call) const;

    const Parts m_;
};

} // namespace passport
