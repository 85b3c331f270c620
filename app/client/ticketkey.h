// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/devicekey.h"
#include "protocol/qrloginapi.h"

namespace passport {

/// What makes a ticket ours: a key pair of this ticket alone (SR-5), in locked memory and wiped with the object
/// (SR-31), and the numbers of the proofs signed with it, which only grow (SR-17).
class TicketKey {
public:
    /// `audience` is the origin that the client dials (api.md 5).
    explicit TicketKey(QString audience)
        : TicketKey(DeviceKey::generate(), std::move(audience))
    {
    }
    TicketKey(DeviceKey pair, QString audience)
        : m_pair(std::move(pair))
        , m_audience(std::move(audience))
    {
    }

    /// For `open`: base64url.
    [[nodiscard]] QString publicKey() const;
    /// The answer of `open`: from now on proofs can be made.
    void bind(const TicketId &ticketId, const QString &nonce);
    /// The next proof. `payload` as in qrProofText().
    [[nodiscard]] QrProof prove(QLatin1StringView method, const QString &payload = QStringLiteral("-"));
    /// The token that the approval sealed for this key (SR-6): 32 of [0-9A-Za-z], or nothing if it is not for us. The
    /// caller wipes it.
    [[nodiscard]] std::optional<QString> open(const QString &sealedToken) const;

private:
    DeviceKey m_pair;
    QString m_audience;
    TicketId m_ticketId;
    QString m_nonce;
    qint64 m_seq = 0;
};

} // namespace passport
