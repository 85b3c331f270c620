// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/portals/portalstore.h"
#include "backend/qr/qrparts.h"
#include "backend/qr/ticket.h"

namespace passport {

class Db;

// A ticket as each side may see it (api.md 5).

/// The answer to `open`.
[[nodiscard]] QrTicket openedView(const Ticket &ticket, const std::optional<PortalRow> &portal, const QrParts &parts);
/// For the asking side: the person only masked, and nothing about a phone that was refused.
[[nodiscard]] QrStatus statusView(Db &db, const Ticket &ticket, Clock::TimePoint now);
/// For the approving side: what the server itself saw of the asking connection (SR-9).
[[nodiscard]] QrApproval approvalView(Db &db, const Ticket &ticket, const Places &places, Clock::TimePoint now);
[[nodiscard]] QrApprovalState approvalStateView(Db &db, const Ticket &ticket, Clock::TimePoint now);

/// The name of the ticket's portal; none for the Passport.
[[nodiscard]] std::optional<PortalName> portalNameOf(Db &db, const Ticket &ticket);

} // namespace passport
