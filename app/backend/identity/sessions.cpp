// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/identity/sessions.h"

#include "backend/core/crypto.h"
#include "backend/core/serverurls.h"
#include "protocol/errorcodes.h"
#include "protocol/securityapi.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

using std::chrono::milliseconds;

constexpr std::chrono::seconds accessLife = 15min; // SR-27
constexpr milliseconds sessionLife = 90 * 24h; // absolute
constexpr milliseconds rememberedIdle = 30 * 24h;
constexpr milliseconds forgottenIdle = 12h; // "remember me" off
constexpr milliseconds oldAccessKept = 1h; // beyond it only the last one of a session matters
constexpr qsizetype mostKnown = 200000; // credentials in memory, about 400 bytes each
constexpr auto scope = "auth,profile,pull"_L1; // wire.md 3.2

/// What the life of a session's credentials depends on.
struct Terms {
    UserId user = 0;
    QByteArray key;
    bool remember = false;
    qint64 expiresAt = 0;
};

Terms termsOf(Db &db, const SessionId &session)
{
    Rows rows
        = db.select("SELECT user_id, key, remember, expires_at FROM session WHERE id = ?"_L1, {session.toString()});
    if (!rows.next())
        throw StoreError(u"no such session"_s);
    return {rows.integer(0), rows.bytes(1), rows.boolean(2), rows.integer(3)};
}

QByteArray hashOf(const QByteArray &secret)
{
    return crypto::sha256(secret);
}

milliseconds idleLife(bool remember)
{
    return remember ? rememberedIdle : forgottenIdle;
}

QString wordOf(Sessions::Kind kind)
{
    return kind == Sessions::Kind::Token ? u"token"_s : u"cookie"_s;
}

} // namespace

Sessions::Sessions(
    Store &store, const Clock &clock, const Audit &audit, const ServerUrls &urls, const QString &passportId,
    AddressOf addressOf)
    : m_store(store)
    , m_clock(clock)
    , m_audit(audit)
    , m_urls(urls)
    , m_passportId(passportId)
    , m_addressOf(std::move(addressOf))
    , m_outsideSeen(clock.nowMs())
{
}

SessionId Sessions::begin(Db &db, const NewSession &session) const
{
    const SessionId id(crypto::randomId());
    const qint64 now = m_clock.nowMs();
    db.run("DELETE FROM session WHERE expires_at < ?"_L1, {now}); // with all their tokens
    const QVariant key = session.key.isEmpty() ? QVariant() : session.key;
    db.run(
        "INSERT INTO session (id, user_id, key, remember, method, device_name, device_os, device_app, address,"
        " created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_L1,
        {id.toString(), session.user, key, session.remember, present(session.method), present(session.device.name),
         present(session.device.os), present(session.device.app), present(session.address), now,
         now + qint64(sessionLife.count())});
    return id;
}

SessionTokens Sessions::issue(Db &db, const SessionId &session, const PortalId &portal) const
{
    const Terms terms = termsOf(db, session);
    const qint64 now = m_clock.nowMs();
    const qint64 accessEnd = std::min(now + milliseconds(accessLife).count(), terms.expiresAt);
    const qint64 refreshEnd = std::min(now + idleLife(terms.remember).count(), terms.expiresAt);
    const QString access = crypto::randomId();
    const QString refresh = crypto::randomId();
    const QString where = portal.toString();
    db.run(
        "DELETE FROM access WHERE session_id = ? AND portal = ? AND expires_at < ? AND kind = 'token'"_L1,
        {session.toString(), present(where), now - qint64(oldAccessKept.count())});
    db.run(
        "INSERT INTO access VALUES (?, ?, 'token', ?, ?)"_L1,
        {hashOf(access.toLatin1()), session.toString(), present(where), accessEnd});
    db.run(
        "INSERT INTO refresh (hash, session_id, portal, expires_at) VALUES (?, ?, ?, ?)"_L1,
        {hashOf(refresh.toLatin1()), session.toString(), present(where), refreshEnd});
    return {
        .accessToken = access,
        .refreshToken = refresh,
        .tokenType = terms.key.isEmpty() ? u"Bearer"_s : u"DPoP"_s,
        .expiresIn = std::chrono::seconds((accessEnd - now) / 1000),
        .userId = terms.user,
        .scope = scope,
        .status = u"L"_s,
        .memberId = portal.isEmpty() ? m_passportId : where,
        .domain = m_urls.domain(),
        .clientEndpoint = portal.isEmpty() ? m_urls.rest() : m_urls.portalRest(m_addressOf(db, portal)),
        .serverEndpoint = m_urls.rest()};
}

QByteArray Sessions::issueCookie(Db &db, const SessionId &session) const
{
    const Terms terms = termsOf(db, session);
    const QByteArray sid = crypto::randomId().toLatin1();
    const qint64 end = std::min(m_clock.nowMs() + idleLife(terms.remember).count(), terms.expiresAt);
    db.run("INSERT INTO access VALUES (?, ?, 'cookie', '', ?)"_L1, {hashOf(sid), session.toString(), end});
    return sid;
}

bool Sessions::end(Db &db, const SessionId &session, const QString &reason) const
{
    // The tokens stay, dead: a later use of one is told `invalid_token` like any other.
    return db.run(
               "UPDATE session SET ended_at = ?, end_reason = ? WHERE id = ? AND ended_at IS NULL"_L1,
               {m_clock.nowMs(), present(reason), session.toString()})
        > 0;
}

std::vector<SessionId> Sessions::endAll(Db &db, UserId user, const QString &reason) const
{
    std::vector<SessionId> sessions;
    {
        Rows rows = db.select("SELECT id FROM session WHERE user_id = ? AND ended_at IS NULL"_L1, {user});
        while (rows.next())
            sessions.emplace_back(rows.text(0));
    }
    for (const SessionId &session : sessions)
        end(db, session, reason);
    return sessions;
}

void Sessions::bidFarewell(Db &db, UserId user) const
{
    const qint64 now = m_clock.nowMs();
    const qint64 until = now + qint64(rememberedIdle.count()); // no token lives longer
    db.run("DELETE FROM farewell WHERE until <= ?"_L1, {now});
    for (const Sql sql :
         {Sql("INSERT INTO farewell SELECT hash, ? FROM access JOIN session ON session.id = session_id"
              " WHERE user_id = ? AND kind = 'token'"_L1),
          Sql("INSERT INTO farewell SELECT hash, ? FROM refresh JOIN session ON session.id = session_id"
              " WHERE user_id = ?"_L1)})
        db.run(sql, {until, user});
}

Error Sessions::goneOf(Db &db, const QByteArray &hash, QLatin1StringView code, qint64 now)
{
    const bool deleted = db.select("SELECT 1 FROM farewell WHERE hash = ? AND until > ?"_L1, {hash, now}).next();
    return Error::ofCode(code, {}, deleted ? QJsonObject{{"reason"_L1, DeletePassport::reason}} : QJsonObject());
}

boost::asio::awaitable<void> Sessions::endNow(SessionId session, QString reason)
{
    const auto job = [&](Db &db) { return end(db, session, reason); };
    if (co_await m_store.write(job))
        ended(session, reason);
}

void Sessions::ended(const SessionId &session, const QString &reason)
{
    ++m_endings;
    const QList<QByteArray> marks = m_knownOfSession.values(session.toString());
    for (const QByteArray &mark : marks)
        m_known.remove(mark);
    m_knownOfSession.remove(session.toString());
    for (const auto &listener : m_listeners)
        listener(session, reason);
}

void Sessions::onEnded(std::function<void(const SessionId &, const QString &)> listener)
{
    m_listeners.push_back(std::move(listener));
}

boost::asio::awaitable<void> Sessions::noticeOutside()
{
    const qint64 since = std::exchange(m_outsideSeen, m_clock.nowMs());
    using Ending = std::pair<SessionId, QString>;
    const auto job = [since](Db &db) {
        std::vector<Ending> endings;
        // A second of overlap: the other process read its clock before it wrote. Telling an ending twice is harmless.
        Rows rows = db.select("SELECT id, end_reason FROM session WHERE ended_at >= ?"_L1, {since - 1000});
        while (rows.next())
            endings.emplace_back(SessionId(rows.text(0)), rows.text(1));
        return endings;
    };
    const std::vector<Ending> endings = co_await m_store.read(job);
    for (const Ending &ending : endings)
        ended(ending.first, ending.second);
}

boost::asio::awaitable<Result<Credential>> Sessions::find(Kind kind, QByteArray secret)
{
    const QByteArray hash = hashOf(secret);
    const QByteArray mark = (kind == Kind::Token ? 't' : 'c') + hash;
    if (const auto known = m_known.constFind(mark); known != m_known.constEnd()) {
        if (known->expiresAt > m_clock.nowMs())
            co_return *known;
        co_return Error::ofCode(code::expiredToken);
    }
    const quint64 endings = m_endings;
    const qint64 now = m_clock.nowMs();
    const auto job = [&](Db &db) -> Result<Credential> {
        Rows rows = db.select(
            "SELECT access.session_id, user_id, key, access.portal, access.expires_at, portal.address FROM access"
            " JOIN session ON session.id = access.session_id LEFT JOIN portal ON portal.member_id = access.portal"
            " WHERE hash = ? AND kind = ? AND ended_at IS NULL AND session.expires_at > ?"
            " AND (access.portal = '' OR EXISTS (SELECT 1 FROM member WHERE member.user_id = session.user_id"
            " AND member.member_id = access.portal AND state = 'active'))"_L1,
            {hash, wordOf(kind), now});
        if (!rows.next())
            return goneOf(db, hash, code::invalidToken, now);
        return Credential{
            .session = SessionId(rows.text(0)),
            .user = rows.integer(1),
            .key = rows.bytes(2),
            .portal = PortalId(rows.text(3)),
            .portalAddress = rows.text(5),
            .expiresAt = rows.integer(4)};
    };
    const Result<Credential> found = co_await m_store.read(job);
    if (!found)
        co_return found.error();
    if (found->expiresAt <= now)
        co_return Error::ofCode(code::expiredToken);
    // A portal's token is good while its person is in the portal, which ends without a word to us: it is asked for
    // each time.
    if (endings == m_endings && found->portal.isEmpty())
        remember(mark, *found);
    co_return *found;
}

void Sessions::remember(const QByteArray &mark, const Credential &credential)
{
    if (m_known.size() >= mostKnown) { // they come back with one read each
        m_known.clear();
        m_knownOfSession.clear();
    }
    m_known.insert(mark, credential);
    m_knownOfSession.insert(credential.session.toString(), mark);
}

} // namespace passport
