// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/portals/entrystore.h"

#include "backend/core/crypto.h"
#include "backend/store/db.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

qint64 ms(Clock::TimePoint time)
{
    return time.time_since_epoch().count();
}

} // namespace

QString addEntry(Db &db, const PortalEntry &entry, Clock::TimePoint now)
{
    const QString code = crypto::randomId();
    db.run(
        "INSERT INTO portal_entry VALUES (?, ?, ?, ?)"_L1,
        {crypto::sha256(code.toLatin1()), entry.session.toString(), entry.portal.toString(), ms(now + entryLife)});
    return code;
}

std::optional<PortalEntry> takeEntry(Db &db, const QString &code, const PortalId &portal, Clock::TimePoint now)
{
    db.run("DELETE FROM portal_entry WHERE expires_at <= ?"_L1, {ms(now)});
    Rows rows = db.select(
        "DELETE FROM portal_entry WHERE hash = ? AND member_id = ? RETURNING session_id"_L1,
        {crypto::sha256(code.toLatin1()), present(portal.toString())});
    if (!rows.next())
        return std::nullopt;
    return PortalEntry{.session = SessionId(rows.text(0)), .portal = portal};
}

QByteArray addVisit(Db &db, const PortalEntry &entry, Clock::TimePoint now)
{
    db.run("DELETE FROM portal_visit WHERE expires_at <= ?"_L1, {ms(now)});
    const QByteArray cookie = crypto::randomId().toLatin1();
    db.run(
        "INSERT INTO portal_visit VALUES (?, ?, ?, ?)"_L1,
        {crypto::sha256(cookie), entry.session.toString(), entry.portal.toString(), ms(now + visitLife)});
    return cookie;
}

UserId visitorOf(Db &db, const QByteArray &cookie, const PortalId &portal, Clock::TimePoint now)
{
    Rows rows = db.select(
        "SELECT session.user_id FROM portal_visit JOIN session ON session.id = session_id "
        "JOIN member ON member.user_id = session.user_id AND member.member_id = portal_visit.member_id "
        "WHERE hash = ? AND portal_visit.member_id = ? AND portal_visit.expires_at > ? "
        "AND session.ended_at IS NULL AND member.state = 'active'"_L1,
        {crypto::sha256(cookie), present(portal.toString()), ms(now)});
    return rows.next() ? rows.integer(0) : 0;
}

bool isBornFromQr(Db &db, const SessionId &session)
{
    return db.select("SELECT 1 FROM session WHERE id = ? AND method = 'qr'"_L1, {present(session.toString())}).next();
}

} // namespace passport
