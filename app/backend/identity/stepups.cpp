// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/identity/stepups.h"

#include "backend/store/db.h"
#include "protocol/errorcodes.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

constexpr std::chrono::milliseconds qrLimited = 24h; // SR-18

bool hasFactor(Db &db, UserId user)
{
    return db.select("SELECT 1 FROM user WHERE id = ? AND totp_secret IS NOT NULL"_L1, {user}).next();
}

} // namespace

void StepUps::record(Db &db, const SessionId &session, Proof proof) const
{
    const qint64 until = m_clock.nowMs() + std::chrono::milliseconds(life).count();
    const qint64 factorUntil = proof == Proof::Factor ? until : 0;
    db.run(
        "INSERT INTO step_up VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET until = excluded.until, factor_until ="
        " max(factor_until, excluded.factor_until)"_L1,
        {session.toString(), until, factorUntil});
}

void StepUps::endOthers(Db &db, UserId user, const SessionId &session)
{
    db.run(
        "DELETE FROM step_up WHERE session_id <> ? AND session_id IN (SELECT id FROM session WHERE user_id = ?)"_L1,
        {session.toString(), user});
}

bool StepUps::isFreshFromQr(Db &db, const SessionId &session) const
{
    const qint64 since = m_clock.nowMs() - qint64(qrLimited.count());
    return db
        .select(
            "SELECT 1 FROM session WHERE id = ? AND method = 'qr' AND created_at > ?"_L1, {session.toString(), since})
        .next();
}

QStringList StepUps::methods(Db &db, UserId user, const SessionId &session, Need need) const
{
    const bool factor = hasFactor(db, user);
    QStringList methods;
    if (need != Need::Factor && !(factor && isFreshFromQr(db, session)))
        methods.append(u"password"_s);
    if (factor)
        methods.append({u"totp"_s, u"recovery"_s});
    return methods;
}

Result<Done> StepUps::require(Db &db, UserId user, const SessionId &session, Need need) const
{
    const QStringList methods = this->methods(db, user, session, need);
    const bool passwordWillDo = methods.contains("password"_L1);
    if (need == Need::Password && passwordWillDo)
        return Done{};
    Rows rows = db.select("SELECT until, factor_until FROM step_up WHERE session_id = ?"_L1, {session.toString()});
    if (rows.next() && rows.integer(passwordWillDo ? 0 : 1) > m_clock.nowMs())
        return Done{};
    return Error::ofCode(code::stepUpRequired, {}, {{"methods"_L1, QJsonArray::fromStringList(methods)}});
}

std::chrono::seconds StepUps::left(Db &db, const SessionId &session) const
{
    Rows rows = db.select("SELECT until FROM step_up WHERE session_id = ?"_L1, {session.toString()});
    const std::chrono::milliseconds left(rows.next() ? rows.integer(0) - m_clock.nowMs() : 0);
    return std::max(0s, std::chrono::ceil<std::chrono::seconds>(left));
}

} // namespace passport
