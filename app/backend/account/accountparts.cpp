// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/accountparts.h"

#include "backend/http/message.h"
#include "backend/push/hub.h"

using namespace Qt::StringLiterals;

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

void account::ringChanged(Hub &hub, UserId user, qint64 revision, QLatin1StringView what)
{
    hub.publishToUser(
        user, {},
        {.module = u"passport"_s,
         .command = u"profileChanged"_s,
         .params = {{"revision"_L1, revision}, {"what"_L1, what}}});
}

} // namespace passport
