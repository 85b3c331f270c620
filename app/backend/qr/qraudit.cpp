// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/qr/qraudit.h"

#include "backend/core/crypto.h"
#include "protocol/base64url.h"

using namespace Qt::StringLiterals;

namespace passport {

AuditEntry qrEntry(QLatin1StringView event, const Ticket &ticket, QJsonObject data)
{
    const QByteArray mark = crypto::sha256(ticket.id.toString().toLatin1());
    data.insert("ticket"_L1, QString::fromLatin1(toBase64Url(mark)));
    if (!ticket.portal.isEmpty())
        data.insert("portal"_L1, ticket.portal.toJson());
    AuditEntry entry{.event = event};
    if (ticket.person != 0)
        entry.actor = ticket.person;
    entry.device = u"%1, %2, %3"_s.arg(ticket.device.name, ticket.device.os, ticket.device.app);
    entry.data = std::move(data);
    return entry;
}

} // namespace passport
