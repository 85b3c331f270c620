// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/core/crypto.h"
#include "backend/identity/sessions.h"
#include "protocol/errorcodes.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

// The rotation of refresh tokens (SR-27): the second half of Sessions, a subject of its own.

namespace passport {
namespace {

constexpr std::chrono::milliseconds lostAnswerGrace = 10s;

struct Found {
    SessionId session;
    UserId user = 0;
    QByteArray key;
    PortalId portal;
    qint64 expiresAt = 0; // of the token or of its session, whichever is first
    std::optional<qint64> usedAt;
    bool ended = false;
};

std::optional<Found> findRefresh(Db &db, const QByteArray &hash)
{
    Rows rows = db.select(
        "SELECT session_id, user_id, key, portal, min(refresh.expires_at, session.expires_at), used_at,"
        " ended_at FROM refresh JOIN session ON session.id = refresh.session_id WHERE hash = ?"
        " AND (portal = '' OR EXISTS (SELECT 1 FROM member WHERE member.user_id = session.user_id"
        " AND member_id = portal AND state = 'active'))"_L1,
        {hash});
    if (!rows.next())
        return std::nullopt;
    return Found{SessionId(rows.text(0)), rows.integer(1),      rows.bytes(2),  PortalId(rows.text(3)),
                 rows.integer(4),         rows.maybeInteger(5), !rows.isNull(6)};
}

} // namespace

Result<SessionTokens> Sessions::rotate(Db &db, const QByteArray &hash, const Presented &presented, Theft &theft) const
{
    const std::optional<Found> found = findRefresh(db, hash);
    const qint64 now = m_clock.nowMs();
    if (!found)
        return goneOf(db, hash, code::invalidGrant, now);
    if (found->ended || found->expiresAt <= now)
        return Error::ofCode(code::invalidGrant);
    const bool isHolder = found->key == presented.holder;
    if (!found->key.isEmpty() && !isHolder)
        return Error::ofCode(code::invalidProof, u"the token is bound to another key"_s);
    if (found->usedAt && (found->key.isEmpty() || now - *found->usedAt > lostAnswerGrace.count())) {
        end(db, found->session, u"token_reuse"_s);
        m_audit.record(
            db,
            {.event = audit::tokenReuse,
             .actor = found->user,
             .session = found->session.toString(),
             .address = presented.address,
             .requestId = presented.requestId});
        theft = found->session;
        return Error::ofCode(code::invalidGrant);
    }
    db.run("UPDATE refresh SET used_at = ? WHERE hash = ? AND used_at IS NULL"_L1, {now, hash});
    db.run(
        "DELETE FROM refresh WHERE session_id = ? AND used_at IS NOT NULL AND expires_at < ?"_L1,
        {found->session.toString(), now});
    return issue(db, found->session, found->portal);
}

boost::asio::awaitable<Result<SessionTokens>> Sessions::refresh(Presented presented)
{
    const QByteArray hash = crypto::sha256(presented.token);
    Theft theft;
    const auto job = [&](Db &db) { return rotate(db, hash, presented, theft); };
    Result<SessionTokens> tokens = co_await m_store.write(job);
    if (theft)
        ended(*theft, u"token_reuse"_s);
    co_return tokens;
}

} // namespace passport
