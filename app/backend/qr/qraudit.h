// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/guard/audit.h"
#include "backend/qr/ticket.h"

namespace passport {

/// What happens to QR tickets, in the words of the audit log (SR-41).
namespace audit {
inline constexpr QLatin1StringView qrOpened("qr.open");
inline constexpr QLatin1StringView qrScanned("qr.scan");
inline constexpr QLatin1StringView qrNumber("qr.number"); ///< data {right}
inline constexpr QLatin1StringView qrApproved("qr.approve"); ///< data {level}
inline constexpr QLatin1StringView qrDeclined("qr.decline");
inline constexpr QLatin1StringView qrExpired("qr.expire");
inline constexpr QLatin1StringView qrDisabled("qr.disable");
inline constexpr QLatin1StringView qrCancelled("qr.cancel");
inline constexpr QLatin1StringView qrClaimed("qr.claim"); ///< data {again, secondStep}
inline constexpr QLatin1StringView qrReplayed("qr.replay"); ///< A sequence number came again (SR-17).
inline constexpr QLatin1StringView qrStolen("qr.theft"); ///< The right token with a wrong signature (SR-5).
inline constexpr QLatin1StringView qrWrongPortal("qr.wrong_portal");
inline constexpr QLatin1StringView qrUndone("qr.undo");
} // namespace audit

/// An entry about a ticket. The ticket appears as a hash: its id asks for its state.
[[nodiscard]] AuditEntry qrEntry(QLatin1StringView event, const Ticket &ticket, QJsonObject data = {});

} // namespace passport
