// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/mail/postoffice.h"

#include "backend/core/crypto.h"
#include "backend/store/db.h"
#include "backend/store/secrets.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

/// Three times the longest pause of a lane: as long as a server is asked in vain, it stays said.
constexpr std::chrono::milliseconds heldUpKnown = 15min;

QString wordOf(Means means)
{
    return means == Means::Sms ? u"sms"_s : u"mail"_s;
}

QByteArray bytesOf(const Letter &letter)
{
    QJsonObject values;
    for (auto it = letter.values.begin(); it != letter.values.end(); ++it)
        values.insert(it.key(), it.value());
    const QJsonObject json{
        {"kind"_L1, letter.kind},
        {"to"_L1, letter.to},
        {"russian"_L1, letter.language == PageLanguage::Russian},
        {"values"_L1, values}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace

PostOffice::PostOffice(const Clock &clock, const Secrets &secrets)
    : m_clock(clock)
    , m_key(secrets.keyFor("letters"_L1))
{
}

bool PostOffice::isHeldUp(const QString &address) const
{
    return (isPhoneNumber(address) ? m_smsHeldUp : m_mailHeldUp) > m_clock.nowMs();
}

void PostOffice::setHeldUp(Means means, bool heldUp) const
{
    (means == Means::Sms ? m_smsHeldUp : m_mailHeldUp) = heldUp ? m_clock.nowMs() + heldUpKnown.count() : 0;
}

void PostOffice::post(Db &db, const Letter &letter) const
{
    const Means means = isPhoneNumber(letter.to) ? Means::Sms : Means::Mail;
    const qint64 now = m_clock.nowMs();
    const qint64 life = std::chrono::milliseconds(letter.goodFor).count();
    db.run(
        "INSERT INTO letter (means, sealed, next_at, good_until, queued_at) VALUES (?, ?, ?, ?, ?)"_L1,
        {wordOf(means), crypto::seal(m_key, bytesOf(letter)), now, now + life, now});
}

Letter PostOffice::opened(const QByteArray &sealed) const
{
    Letter letter;
    const auto bytes = crypto::unseal(m_key, sealed);
    if (!bytes)
        return letter; // secret.key was replaced: nobody can read it any more; it is refused for having no recipient
    const QJsonObject json = QJsonDocument::fromJson(*bytes).object();
    letter.kind = json.value("kind"_L1).toString();
    letter.to = json.value("to"_L1).toString();
    letter.language = json.value("russian"_L1).toBool() ? PageLanguage::Russian : PageLanguage::English;
    const QJsonObject values = json.value("values"_L1).toObject();
    for (auto it = values.begin(); it != values.end(); ++it)
        letter.values.insert(it.key(), it.value().toString());
    return letter;
}

std::vector<QueuedLetter> PostOffice::due(Db &db, Means means, int most) const
{
    const qint64 now = m_clock.nowMs();
    db.run("DELETE FROM letter WHERE good_until <= ?"_L1, {now});
    std::vector<QueuedLetter> letters;
    Rows rows = db.select(
        "SELECT id, sealed, tries, queued_at FROM letter WHERE means = ? AND next_at <= ? ORDER BY next_at, id"
        " LIMIT ?"_L1,
        {wordOf(means), now, most});
    while (rows.next()) {
        letters.push_back(
            {.id = rows.integer(0),
             .letter = opened(rows.bytes(1)),
             .tries = rows.smallInteger(2),
             .queuedAt = Clock::TimePoint(std::chrono::milliseconds(rows.integer(3)))});
    }
    return letters;
}

int PostOffice::waiting(Db &db, Means means) const
{
    Rows rows = db.select(
        "SELECT count(*) FROM letter WHERE means = ? AND good_until > ?"_L1, {wordOf(means), m_clock.nowMs()});
    return rows.next() ? rows.smallInteger(0) : 0;
}

void PostOffice::remove(Db &db, qint64 id)
{
    db.run("DELETE FROM letter WHERE id = ?"_L1, {id});
}

void PostOffice::putOff(Db &db, qint64 id, std::chrono::seconds pause) const
{
    const qint64 at = m_clock.nowMs() + std::chrono::milliseconds(pause).count();
    db.run("UPDATE letter SET tries = tries + 1, next_at = ? WHERE id = ?"_L1, {at, id});
}

void PostOffice::putBehind(Db &db, qint64 id) const
{
    db.run("UPDATE letter SET next_at = ? WHERE id = ?"_L1, {m_clock.nowMs() + 1, id});
}

} // namespace passport
