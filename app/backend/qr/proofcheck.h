// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/qr/ticket.h"
#include "protocol/qrloginapi.h"

#include <QStringList>

namespace passport {

/// One proof with what it must have signed.
struct SignedCall {
    QLatin1StringView method;
    QString payload; ///< "-", the two digits, or claimPayload().
    QrProof proof;
};

/// Whether the window's key signed this call for this ticket and one of `audiences`, the server's own origins: a host
/// that relays gains nothing (SR-5). False for a ticket without a key.
[[nodiscard]] bool isProven(const Ticket &ticket, const SignedCall &call, const QStringList &audiences);

} // namespace passport
