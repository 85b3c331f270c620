// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/pullevent.h"

#include "protocol/json.h"

using namespace Qt::StringLiterals;

namespace passport {

std::optional<QrRing> QrRing::fromEvent(const PullEvent &event)
{
    if (event.fromClient || event.module != "main"_L1 || !event.command.startsWith("qr"_L1))
        return std::nullopt;
    JsonReader in(event.params);
    QrRing ring{.ticketId = TicketId(in.string("ticketId"_L1)), .rev = in.integer("rev"_L1)};
    return in.error() ? std::nullopt : std::optional(ring);
}

std::optional<CounterRing> CounterRing::fromEvent(const PullEvent &event)
{
    if (event.fromClient || event.module != "passport"_L1 || event.command != "counters"_L1)
        return std::nullopt;
    JsonReader in(event.params);
    CounterRing ring{
        .memberId = PortalId(in.string("memberId"_L1)),
        .count = static_cast<int>(in.integer("count"_L1)),
        .total = static_cast<int>(in.integer("total"_L1))};
    return in.error() ? std::nullopt : std::optional(ring);
}

std::optional<ApprovalRing> ApprovalRing::fromEvent(const PullEvent &event)
{
    if (event.fromClient || event.module != "passport"_L1 || event.command != "qrApproval"_L1)
        return std::nullopt;
    JsonReader in(event.params);
    ApprovalRing ring{.approvalId = ApprovalId(in.string("approvalId"_L1)), .rev = in.integer("rev"_L1)};
    return in.error() ? std::nullopt : std::optional(ring);
}

} // namespace passport
