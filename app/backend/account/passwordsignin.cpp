// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/passwordsignin.h"

#include "backend/account/dailyguesses.h"
#include "backend/account/factors.h"
#include "backend/account/hasher.h"
#include "backend/core/crypto.h"
#include "backend/guard/audit.h"
#include "backend/guard/ratelimit.h"
#include "backend/http/callerline.h"
#include "backend/store/serversettings.h"
#include "backend/store/store.h"
#include "protocol/errorcodes.h"

#include <QHostAddress>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

/// An address is shared: one neighbour's typing errors are forgotten after a while, another's success says nothing.
constexpr std::chrono::milliseconds addressMemory = 15min;
constexpr std::chrono::milliseconds deviceMemory = 90 * 24h; // as long as a session may live (SR-27)

QString marked(const Audit &audit, const QString &login)
{
    return audit.mark(normalisedLogin(login));
}

QString loginScope(const Audit &audit, const QString &login)
{
    return u"login:"_s + marked(audit, login);
}

Error busy(std::chrono::seconds wait)
{
    Error error = Error::ofCode(code::tooMany);
    error.retryAfter = wait;
    return error;
}

/// The network somebody signs in from, coarse enough for a new address from the same provider: /24 or /48.
QString networkOf(const QString &address)
{
    const QHostAddress host(address);
    bool isV4 = false;
    const quint32 v4 = host.toIPv4Address(&isV4);
    if (isV4)
        return QHostAddress(v4 & 0xffffff00U).toString();
    Q_IPV6ADDR bytes = host.toIPv6Address();
    std::fill(std::begin(bytes.c) + 6, std::end(bytes.c), quint8(0));
    return QHostAddress(bytes).toString();
}

QByteArray markOf(const PasswordAttempt &attempt)
{
    const QStringList parts{networkOf(attempt.address), attempt.device.name, attempt.device.os};
    return crypto::sha256(parts.join(QChar(u'\0')).toUtf8());
}

} // namespace

/// The one attempt of a crowded address.
class PasswordSignIn::Turn {
public:
    Turn(QSet<QString> &turns, const QString &address)
        : m_turns(turns)
        , m_address(address)
        , m_mine(!turns.contains(address))
    {
        m_turns.insert(address);
    }
    ~Turn()
    {
        if (m_mine)
            m_turns.remove(m_address);
    }
    Q_DISABLE_COPY_MOVE(Turn)

    [[nodiscard]] bool isMine() const { return m_mine; }

private:
    QSet<QString> &m_turns;
    const QString m_address;
    const bool m_mine;
};

boost::asio::awaitable<Result<PasswordSignIn::Verdict>> PasswordSignIn::weigh(PasswordAttempt attempt)
{
    QByteArray password = attempt.password.normalized(QString::NormalizationForm_C).toUtf8(); // SR-35
    attempt.password.fill(u'\0');
    Verdict verdict{.attempt = std::move(attempt), .user = {}, .right = false, .betterHash = {}};
    const FailureScope address = addressScope(verdict.attempt.address);
    const auto job = [&](Db &db) {
        return Access{
            .user = userByLogin(db, verdict.attempt.login),
            .wait = waitOf(db, address, m_clock.nowMs()),
            .crowded = failuresInARow(db, address) >= address.free};
    };
    const Access access = co_await m_store.read(job);
    if (access.wait)
        co_return busy(*access.wait);
    std::optional<Turn> turn;
    if (access.crowded && !turn.emplace(m_turns, address.name).isMine())
        co_return busy(1s);
    verdict.user = access.user;
    auto verifying = verify(verdict, std::move(password));
    const Result<Done> verified = co_await std::move(verifying);
    if (!verified)
        co_return verified.error();
    co_return verdict;
}

boost::asio::awaitable<Result<Done>> PasswordSignIn::verify(Verdict &verdict, QByteArray password)
{
    const QByteArray stored = verdict.user ? verdict.user->passwordHash : QByteArray();
    HedgedWorkers::Wanted isWanted;
    if (const auto &line = verdict.attempt.line)
        isWanted = [line] { return line->isOpen(); };
    auto verifying = m_hasher.verify(stored, password, std::move(isWanted));
    const Result<bool> right = co_await std::move(verifying);
    verdict.right = right && *right;
    if (verdict.right && m_hasher.isOutdated(stored)) {
        auto hashing = m_hasher.hash(password);
        const Result<QByteArray> better = co_await std::move(hashing);
        verdict.betterHash = better ? *better : QByteArray();
    }
    crypto::wipe(password);
    co_return right ? Result<Done>(Done{}) : Result<Done>(right.error());
}

FailureScope PasswordSignIn::addressScope(const QString &address) const
{
    return {
        .name = u"address:"_s + limitedAddress(address),
        .free = m_settings.integer(setting::failuresPerAddress),
        .memory = addressMemory};
}

PasswordSignIn::Scopes PasswordSignIn::scopesOf(Db &db, const Verdict &verdict) const
{
    const int free = m_settings.integer(setting::failuresPerLogin);
    Scopes scopes;
    scopes.deviceMark = markOf(verdict.attempt);
    scopes.address = addressScope(verdict.attempt.address);
    scopes.knownDevice = verdict.user
        && db.select(
                 "SELECT 1 FROM known_device WHERE user_id = ? AND mark = ?"_L1, {verdict.user->id, scopes.deviceMark})
               .next();
    scopes.account
        = {.name = scopes.knownDevice
               ? u"device:%1:%2"_s.arg(verdict.user->id).arg(QString::fromLatin1(scopes.deviceMark.toHex()))
               : loginScope(m_audit, verdict.attempt.login),
           .free = free,
           .memory = {}};
    return scopes;
}

bool PasswordSignIn::isClosed(Db &db, const Audit &audit, UserId user)
{
    return std::ranges::any_of(loginsOf(db, user), [&](const QString &login) {
        return isShut(db, {.name = loginScope(audit, login), .free = 0, .memory = {}});
    });
}

void PasswordSignIn::reopen(Db &db, const Audit &audit, UserId user)
{
    forgetWrongPasswords(db, audit, user);
    for (const QString &login : loginsOf(db, user))
        forgetGuesses(db, DailyGuesses::ofRecovery(marked(audit, login)));
    Factors::reopen(db, user);
}

void PasswordSignIn::forgetWrongPasswords(Db &db, const Audit &audit, UserId user)
{
    for (const QString &login : loginsOf(db, user))
        forgetFailures(db, {.name = loginScope(audit, login), .free = 0, .memory = {}});
    const QString id = QString::number(user);
    db.run("DELETE FROM failure WHERE scope = 'owner:' || ? OR scope LIKE 'device:' || ? || ':%'"_L1, {id, id});
}

Result<UserRow> PasswordSignIn::settle(Db &db, const Verdict &verdict) const
{
    const qint64 now = m_clock.nowMs();
    const Scopes scopes = scopesOf(db, verdict);
    auto wait = waitOf(db, scopes.account, now);
    if (!wait)
        wait = waitOf(db, scopes.address, now);
    if (wait) {
        refuse(db, verdict, "delay"_L1);
        return busy(*wait);
    }
    // The account may have been blocked, or its password changed, while we hashed.
    const std::optional<UserRow> user = verdict.user ? userById(db, verdict.user->id) : std::nullopt;
    const bool right = verdict.right && user && user->passwordHash == verdict.user->passwordHash;
    if (!right || user->blocked) {
        countFailure(db, scopes.account, now);
        countFailure(db, scopes.address, now);
        refuse(db, verdict, !user ? "unknown"_L1 : right ? "blocked"_L1 : "password"_L1);
        return Error::ofCode(code::wrongCredentials);
    }
    forgetFailures(db, scopes.account);
    db.run("DELETE FROM known_device WHERE last_at < ?"_L1, {now - qint64(deviceMemory.count())});
    db.run("INSERT OR REPLACE INTO known_device VALUES (?, ?, ?)"_L1, {user->id, scopes.deviceMark, now});
    if (!verdict.betterHash.isEmpty())
        setPasswordHash(db, user->id, verdict.betterHash);
    return *user;
}

void PasswordSignIn::refuse(Db &db, const Verdict &verdict, QLatin1StringView reason) const
{
    const std::optional<UserId> actor = verdict.user ? std::optional(verdict.user->id) : std::nullopt;
    const Device &device = verdict.attempt.device;
    m_audit.record(
        db,
        {.event = audit::signInFailed,
         .actor = actor,
         .address = verdict.attempt.address,
         .device = QStringList{device.name, device.os, device.app}.join(u", "_s),
         .requestId = verdict.attempt.requestId,
         .data
         = {{"method"_L1, u"password"_s},
            {"reason"_L1, reason},
            {"login"_L1, marked(m_audit, verdict.attempt.login)}}});
}

} // namespace passport
