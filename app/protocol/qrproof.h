// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/ids.h"

#include <QByteArray>
#include <QLatin1StringView>
#include <QString>

namespace passport {

/// The text that the asking side signs with the ticket's key (api.md 5, SR-5). A vector stands in api.md 9.
/// `audience` is the origin that the client itself dialled; `payload` is "-" for status and cancel, the two digits for
/// number, claimPayload() for claim.
[[nodiscard]] QByteArray qrProofText(
    QLatin1StringView method, const QString &audience, const TicketId &ticketId, const QString &nonce, qint64 seq,
    const QString &payload);

/// `<token>.<key of the session>.<idempotencyKey>`
[[nodiscard]] QString claimPayload(const QString &token, const QString &key, const QString &idempotencyKey);

} // namespace passport
