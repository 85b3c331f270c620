// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/clock.h"
#include "backend/portals/portalbell.h"
#include "protocol/portal.h"

#include <QStringList>
#include <chrono>

namespace passport {

class Audit;
class PostOffice;

namespace audit {
inline constexpr QLatin1StringView portalWarned("portal.warn"); ///< data {portal, deletesOn}; who was told: its members
} // namespace audit

/// When a portal ends that was last used then; nothing as long as nobody needs to know. `deletesAt` is what its members
/// were told.
[[nodiscard]] std::optional<Clock::TimePoint> endOfIdlePortal(
    Portal::Plan plan, Clock::TimePoint lastUsed, std::optional<Clock::TimePoint> deletesAt, Clock::TimePoint now);

/// Free portals that nobody enters (features PO-18): after 30 idle days their members are told by mail that the portal
/// ends after 50, and reminded 7 days and one day before. Nothing ends untold: if nobody looked for a while, the
/// members still have a week. Whoever enters the portal ends all that (markUsed). In transactions; throws StoreError.
class IdlePortals {
public:
    IdlePortals(const Clock &clock, const Audit &audit, const PostOffice &post)
        : m_clock(clock)
        , m_audit(audit)
        , m_post(post)
    {
    }

    /// What a look has done, by address of the portals.
    struct Outcome {
        QStringList told; ///< Or reminded.
        QStringList ended;
        PortalBell::Revisions revisions; ///< Whose lists have changed.
    };

    /// When look() will find something, now or in the past if it would find it now; nothing while there is no free
    /// portal. A portal that is entered meanwhile puts it off.
    [[nodiscard]] static std::optional<Clock::TimePoint> nextDue(Db &db);
    /// Whether look() would find anything.
    [[nodiscard]] bool isAnyDue(Db &db) const;
    /// Does what is due, for a part of the portals if they are many.
    Outcome look(Db &db) const;

private:
    struct Row;
    [[nodiscard]] std::vector<Row> due(Db &db, int most) const;
    void tell(Db &db, const Row &row, Outcome &outcome) const;
    void end(Db &db, const Row &row, Outcome &outcome) const;
    void write(Db &db, const Row &row, QLatin1StringView kind, Clock::TimePoint end) const;

    const Clock &m_clock;
    const Audit &m_audit;
    const PostOffice &m_post;
};

} // namespace passport
