// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/rest/callaudit.h"

#include "backend/http/message.h"

namespace passport {

AuditEntry auditEntry(QLatin1StringView event, const Call &call, const QJsonObject &data)
{
    return {
        .event = event,
        .actor = call.caller.user,
        .session = call.caller.session.toString(),
        .address = QString::fromLatin1(call.http.remoteAddress),
        .requestId = QString::fromLatin1(call.http.requestId),
        .data = data};
}

} // namespace passport
