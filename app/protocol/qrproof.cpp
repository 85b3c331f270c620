// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/qrproof.h"

using namespace Qt::StringLiterals;

namespace passport {

QByteArray qrProofText(
    QLatin1StringView method, const QString &audience, const TicketId &ticketId, const QString &nonce, qint64 seq,
    const QString &payload)
{
    return QStringList{u"passport-qr-1"_s, method, audience, ticketId.toString(), nonce, QString::number(seq), payload}
        .join(u'\n')
        .toUtf8();
}

QString claimPayload(const QString &token, const QString &key, const QString &idempotencyKey)
{
    return u"%1.%2.%3"_s.arg(token, key, idempotencyKey);
}

} // namespace passport
