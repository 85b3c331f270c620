// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/qr/proofcheck.h"

#include "backend/core/crypto.h"
#include "protocol/base64url.h"
#include "protocol/qrproof.h"

#include <algorithm>

namespace passport {

bool isProven(const Ticket &ticket, const SignedCall &call, const QStringList &audiences)
{
    constexpr qsizetype signatureSize = 64;
    const auto signature = fromBase64Url(call.proof.proof.toLatin1(), signatureSize);
    if (!signature || !ticket.isBound())
        return false;
    return std::ranges::any_of(audiences, [&](const QString &audience) {
        const QByteArray text
            = qrProofText(call.method, audience, ticket.id, ticket.nonce, call.proof.seq, call.payload);
        return crypto::verifyEd25519(ticket.key, text, *signature);
    });
}

} // namespace passport
