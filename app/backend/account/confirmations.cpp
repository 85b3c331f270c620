// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/confirmations.h"

#include "backend/core/crypto.h"
#include "backend/store/db.h"
#include "backend/store/secrets.h"
#include "protocol/errorcodes.h"
#include "protocol/words.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

using Purpose = Confirmations::Purpose;

constexpr std::array purposes{
    Word{Purpose::Contact, "contact"_L1}, Word{Purpose::Recovery, "recovery"_L1}, Word{Purpose::Sms, "sms"_L1}};
constexpr std::chrono::milliseconds remembered = 24h; // so that an old link can say what became of it
constexpr std::chrono::milliseconds hour = 1h;
constexpr quint32 codes = 1'000'000;
constexpr auto linked = Contact::Kind::Email;

QByteArray hashOf(const QString &secret)
{
    return crypto::sha256(secret.toLatin1());
}

QString freshCode()
{
    return QString::number(crypto::randomBelow(codes)).rightJustified(6, u'0');
}

Result<Done> notBefore(qint64 moment, qint64 now)
{
    if (moment <= now)
        return Done{};
    Error busy = Error::ofCode(code::tooMany);
    busy.retryAfter = std::chrono::ceil<std::chrono::seconds>(std::chrono::milliseconds(moment - now));
    return busy;
}

/// The columns in the order in which each select of this file names them.
Confirmations::Row rowOf(const Rows &rows)
{
    return {
        .hash = rows.bytes(0),
        .asked
        = {.purpose = fromWord(purposes, rows.text(1), Purpose::Contact),
           .user = rows.maybeInteger(2),
           .kind = contactKindFromWord(rows.text(3)),
           .value = rows.text(4),
           .about = rows.text(5),
           .inPortals = rows.boolean(6)},
        .triesLeft = rows.smallInteger(7),
        .sentAt = rows.integer(8),
        .expiresAt = rows.integer(9),
        .ended = rows.text(10)};
}

std::optional<Confirmations::Row> firstOf(Rows rows)
{
    return rows.next() ? std::optional(rowOf(rows)) : std::nullopt;
}

} // namespace

Confirmations::Confirmations(const Clock &clock, const Secrets &secrets)
    : m_clock(clock)
    , m_key(secrets.keyFor("codes"_L1))
{
}

/// A million codes are soon tried: the key keeps whoever reads the database alone from trying them.
QByteArray Confirmations::markOf(const QByteArray &hash, const QString &code) const
{
    return crypto::hmacSha256(m_key, hash + code.toUtf8());
}

void Confirmations::replaceOlder(Db &db, const Asked &asked) const
{
    const QString purpose = wordOf(purposes, asked.purpose);
    if (asked.purpose == Purpose::Recovery)
        db.run(
            "UPDATE confirmation SET ended = 'replaced' WHERE purpose = ? AND value = ? AND ended = ''"_L1,
            {purpose, asked.value});
    else
        db.run(
            "UPDATE confirmation SET ended = 'replaced' WHERE purpose = ? AND user_id = ? AND kind = ? AND ended ="
            " ''"_L1,
            {purpose, orNull(asked.user), wordOf(asked.kind)});
}

Confirmations::Fresh Confirmations::begin(Db &db, const Asked &asked) const
{
    const qint64 now = m_clock.nowMs();
    db.run("DELETE FROM confirmation WHERE expires_at < ?"_L1, {now - qint64(remembered.count())});
    replaceOlder(db, asked);
    Fresh fresh{
        .sent = {.confirmationId = ConfirmationId(crypto::randomId()), .resendAfter = resendAfter, .secondsLeft = life},
        .code = freshCode(),
        .linkSecret = crypto::randomId()};
    const QByteArray hash = hashOf(fresh.sent.confirmationId.toString());
    const bool hasLink = asked.kind == linked && !asked.inVain;
    db.run(
        "INSERT INTO confirmation VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')"_L1,
        {hash, wordOf(purposes, asked.purpose), orNull(asked.user), wordOf(asked.kind), asked.value,
         present(asked.about), asked.inPortals, asked.inVain ? crypto::randomBytes(32) : markOf(hash, fresh.code),
         hasLink ? QVariant(hashOf(fresh.linkSecret)) : QVariant(), tries, now,
         now + std::chrono::milliseconds(life).count()});
    return fresh;
}

Result<Done> Confirmations::maySend(Db &db, Purpose purpose, const QString &value, int mostAnHour) const
{
    const qint64 now = m_clock.nowMs();
    qint64 from = 0;
    Rows rows = db.select(
        "SELECT sent_at FROM confirmation WHERE value = ? AND purpose = ? AND sent_at > ? ORDER BY sent_at DESC"_L1,
        {value, wordOf(purposes, purpose), now - hour.count()});
    for (int newest = 1; rows.next(); ++newest) {
        if (newest == 1)
            from = rows.integer(0) + std::chrono::milliseconds(resendAfter).count();
        if (newest == mostAnHour)
            from = std::max(from, rows.integer(0) + qint64(hour.count()));
    }
    return notBefore(from, now);
}

Result<Done> Confirmations::mayBegin(Db &db, UserId user, const QString &value) const
{
    Rows rows = db.select(
        "SELECT max(sent_at) FROM confirmation WHERE purpose = 'contact' AND user_id = ? AND value = ?"_L1,
        {user, value});
    if (!rows.next() || rows.isNull(0))
        return Done{};
    return notBefore(rows.integer(0) + std::chrono::milliseconds(resendAfter).count(), m_clock.nowMs());
}

Result<Done> Confirmations::mayRenew(const Row &row) const
{
    return notBefore(row.sentAt + std::chrono::milliseconds(resendAfter).count(), m_clock.nowMs());
}

std::optional<Confirmations::Row>
Confirmations::find(Db &db, Purpose purpose, const ConfirmationId &id, std::optional<UserId> user) const
{
    auto row = firstOf(db.select(
        "SELECT hash, purpose, user_id, kind, value, about, in_portals, tries_left, sent_at, expires_at, ended"
        " FROM confirmation WHERE hash = ? AND purpose = ?"_L1,
        {hashOf(id.toString()), wordOf(purposes, purpose)}));
    return row && lives(*row) && (!user || row->asked.user == user) ? row : std::nullopt;
}

std::optional<Confirmations::Row> Confirmations::findAbout(Db &db, Purpose purpose, const QString &about) const
{
    auto row = firstOf(db.select(
        "SELECT hash, purpose, user_id, kind, value, about, in_portals, tries_left, sent_at, expires_at, ended"
        " FROM confirmation WHERE about = ? AND purpose = ? AND ended = ''"_L1,
        {about, wordOf(purposes, purpose)}));
    return row && lives(*row) ? row : std::nullopt;
}

std::optional<Confirmations::Row> Confirmations::findByLink(Db &db, const QString &secret) const
{
    return firstOf(db.select(
        "SELECT hash, purpose, user_id, kind, value, about, in_portals, tries_left, sent_at, expires_at, ended"
        " FROM confirmation WHERE link_hash = ?"_L1,
        {hashOf(secret)}));
}

std::vector<Confirmations::Row> Confirmations::waitingOf(Db &db, UserId user) const
{
    std::vector<Row> waiting;
    Rows rows = db.select(
        "SELECT hash, purpose, user_id, kind, value, about, in_portals, tries_left, sent_at, expires_at, ended"
        " FROM confirmation WHERE user_id = ? AND purpose = 'contact' ORDER BY kind, value"_L1,
        {user});
    while (rows.next()) {
        if (const Row row = rowOf(rows); lives(row))
            waiting.push_back(row);
    }
    return waiting;
}

bool Confirmations::lives(const Row &row) const
{
    return row.ended.isEmpty() && row.triesLeft > 0 && row.expiresAt > m_clock.nowMs();
}

Result<Done> Confirmations::check(Db &db, const Row &row, const QString &code) const
{
    Rows rows = db.select("SELECT code_mark FROM confirmation WHERE hash = ?"_L1, {row.hash});
    if (rows.next() && crypto::equal(rows.bytes(0), markOf(row.hash, code.trimmed())))
        return Done{};
    const int left = row.triesLeft - 1;
    db.run("UPDATE confirmation SET tries_left = ? WHERE hash = ?"_L1, {left, row.hash});
    return Error::ofCode(code::wrongCode, {}, {{"triesLeft"_L1, left}});
}

void Confirmations::end(Db &db, const Row &row) const
{
    db.run("UPDATE confirmation SET ended = 'done' WHERE hash = ?"_L1, {row.hash});
}

void Confirmations::revoke(Db &db, const Row &row)
{
    db.run("UPDATE confirmation SET ended = 'revoked' WHERE hash = ?"_L1, {row.hash});
}

void Confirmations::drop(Db &db, const Row &row)
{
    db.run("UPDATE confirmation SET ended = 'dropped' WHERE hash = ?"_L1, {row.hash});
}

void Confirmations::refuse(Db &db, const Row &row)
{
    db.run("UPDATE confirmation SET ended = 'refused' WHERE hash = ?"_L1, {row.hash});
}

bool Confirmations::revokeAll(Db &db, UserId user)
{
    db.run(
        "UPDATE confirmation SET ended = 'revoked' WHERE user_id = ? AND purpose IN ('recovery', 'sms')"
        " AND ended = ''"_L1,
        {user});
    return db.run(
               "UPDATE confirmation SET ended = 'revoked' WHERE user_id = ? AND purpose = 'contact' AND ended = ''"_L1,
               {user})
        > 0;
}

void Confirmations::revokeAt(Db &db, const QString &value)
{
    db.run(
        "UPDATE confirmation SET ended = 'revoked' WHERE value = ? AND purpose IN ('recovery', 'sms') AND ended ="
        " ''"_L1,
        {value});
}

Result<Confirmations::Fresh> Confirmations::renew(Db &db, const Row &row, const ConfirmationId &id, bool inVain) const
{
    if (const Result<Done> may = mayRenew(row); !may)
        return may.error();
    const qint64 now = m_clock.nowMs();
    Fresh fresh{
        .sent = {.confirmationId = id, .resendAfter = resendAfter, .secondsLeft = life},
        .code = freshCode(),
        .linkSecret = crypto::randomId()};
    const bool hasLink = row.asked.kind == linked && !inVain;
    db.run(
        "UPDATE confirmation SET code_mark = ?, link_hash = ?, tries_left = ?, sent_at = ?, expires_at = ? WHERE hash ="
        " ?"_L1,
        {inVain ? crypto::randomBytes(32) : markOf(row.hash, fresh.code),
         hasLink ? QVariant(hashOf(fresh.linkSecret)) : QVariant(), tries, now,
         now + std::chrono::milliseconds(life).count(), row.hash});
    return fresh;
}

} // namespace passport
