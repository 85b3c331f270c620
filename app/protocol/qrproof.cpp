// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/qrproof.h"

#include <QStringEncoder>

using namespace Qt::StringLiterals;

namespace passport {

QByteArray qrProofText(
    QLatin1StringView method, const QString &audience, const TicketId &ticketId, const QString &nonce, qint64 seq,
    const QString &payload)
{
    const QStringList lines{u"passport-qr-1"_s, method, audience, ticketId.toString(), nonce, QString::number(seq), {}};
    QByteArray text = lines.join(u'\n').toUtf8();
    // The payload goes straight to its place: whoever wipes the text wipes the only copy of it (SR-31).
    QStringEncoder utf8(QStringEncoder::Utf8);
    const qsizetype head = text.size();
    text.resize(head + utf8.requiredSpace(payload.size()));
    const char *end = utf8.appendToBuffer(text.data() + head, payload);
    text.truncate(end - text.constData());
    return text;
}

QString claimPayload(const QString &token, const QString &key, const QString &idempotencyKey)
{
    return u"%1.%2.%3"_s.arg(token, key, idempotencyKey);
}

} // namespace passport
