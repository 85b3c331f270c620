// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/core/crypto.h"
#include "backend/http/message.h"
#include "backend/qr/places.h"
#include "backend/qr/qrapproving.h"
#include "backend/store/db.h"
#include "protocol/base64url.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr quint32 numbers = 100; // "00" to "99"
constexpr qsizetype tokenSize = 32; // wire.md 1.5

/// What the approving device calls itself.
QString deviceNameOf(Db &db, const SessionId &session)
{
    Rows rows = db.select("SELECT device_name FROM session WHERE id = ?"_L1, {present(session.toString())});
    return rows.next() ? rows.text(0) : QString();
}

} // namespace

Approver approverOf(Db &db, const Call &call, const QString &asking, const Places &places)
{
    const QString here = QString::fromLatin1(call.http.remoteAddress);
    return {
        .approvalId = ApprovalId(crypto::randomId()),
        .person = call.caller.user,
        .session = call.caller.session,
        .phone = deviceNameOf(db, call.caller.session),
        .number = u"%1"_s.arg(crypto::randomBelow(numbers), 2, 10, QChar(u'0')),
        .network = nearness(asking, here, places.find(asking), places.find(here))};
}

SignInToken freshToken(const Ticket &ticket)
{
    if (ticket.isBrowser())
        return {};
    const QString token = crypto::randomAlphanumeric(tokenSize);
    const QByteArray plain = token.toLatin1();
    const QString travelling
        = ticket.isBound() ? QString::fromLatin1(toBase64Url(crypto::sealTo(ticket.key, plain))) : token;
    return {.hash = crypto::sha256(plain), .travelling = travelling};
}

} // namespace passport
