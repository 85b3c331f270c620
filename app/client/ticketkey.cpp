// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/ticketkey.h"

#include "protocol/base64url.h"
#include "protocol/qrproof.h"

#include <algorithm>

namespace passport {
namespace {

constexpr qsizetype tokenLength = 32; // api.md 5, step 6

bool isToken(QByteArrayView text)
{
    const auto allowed
        = [](char c) { return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); };
    return text.size() == tokenLength && std::all_of(text.begin(), text.end(), allowed);
}

} // namespace

QString TicketKey::publicKey() const
{
    return QString::fromLatin1(toBase64Url(m_pair.publicKey()));
}

void TicketKey::bind(const TicketId &ticketId, const QString &nonce)
{
    m_ticketId = ticketId;
    m_nonce = nonce;
}

QrProof TicketKey::prove(QLatin1StringView method, const QString &payload)
{
    const qint64 seq = ++m_seq;
    QByteArray text = qrProofText(method, m_audience, m_ticketId, m_nonce, seq, payload);
    const QByteArray signature = m_pair.sign(text);
    wipe(text); // the token of a claim stands in it
    return {.seq = seq, .proof = QString::fromLatin1(toBase64Url(signature))};
}

std::optional<QString> TicketKey::open(const QString &sealedToken) const
{
    const std::optional<QByteArray> box = fromBase64Url(sealedToken.toLatin1());
    if (!box)
        return std::nullopt;
    std::optional<QByteArray> token = m_pair.openSealed(*box);
    if (!token || !isToken(*token))
        return std::nullopt;
    const QString text = QString::fromLatin1(*token);
    wipe(*token);
    return text;
}

} // namespace passport
