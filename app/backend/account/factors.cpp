// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/factors.h"

#include "backend/account/dailyguesses.h"
#include "backend/account/failures.h"
#include "backend/account/recoverycodes.h"
#include "backend/account/totp.h"
#include "backend/account/users.h"
#include "backend/store/store.h"
#include "protocol/errorcodes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr int freeTries = 5; // SR-37
constexpr qsizetype totpDigits = 6;

/// Beyond the 5 tries of one sign-in: whoever knows the password could start it again and again.
FailureScope scopeOf(UserId user)
{
    return {.name = u"code:%1"_s.arg(user), .free = freeTries, .memory = {}};
}

QString kindOf(const QString &code)
{
    // Whatever cannot be a recovery code is a mistyped one of the other kind.
    const bool digits = std::ranges::all_of(code, [](QChar c) { return c.isDigit(); });
    const bool isTotp = (digits && code.size() == totpDigits) || recovery::normalised(code).isEmpty();
    return isTotp ? factor::totp : factor::recovery;
}

} // namespace

boost::asio::awaitable<Result<Factors::Offered>> Factors::weigh(UserId user, QString kind, QString code) const
{
    const QString typed = code.trimmed();
    Offered offered{.kind = kind.isEmpty() ? kindOf(typed) : kind, .code = typed};
    const QByteArray plain = recovery::normalised(typed);
    if (offered.kind != factor::recovery || plain.isEmpty())
        co_return offered;
    const auto job = [user](Db &db) { return recovery::setOf(db, user); };
    const std::optional<recovery::Set> set = co_await m_store.read(job);
    if (!set)
        co_return offered;
    const std::vector<QByteArray> one{plain};
    auto deriving = m_hasher.derive(one, set->salt, set->cost);
    const auto hashes = co_await std::move(deriving);
    if (!hashes)
        co_return hashes.error();
    offered.recoveryHash = hashes->front();
    co_return offered;
}

Result<Done> Factors::mayTry(Db &db, UserId user) const
{
    const qint64 now = m_clock.nowMs();
    const auto wait = std::max(waitOf(db, scopeOf(user), now), waitOf(db, DailyGuesses::ofSecondStep(user), now));
    if (!wait)
        return Done{};
    Error busy = Error::ofCode(code::tooMany);
    busy.retryAfter = wait;
    return busy;
}

void Factors::countWrong(Db &db, UserId user) const
{
    countFailure(db, scopeOf(user), m_clock.nowMs());
    countGuess(db, DailyGuesses::ofSecondStep(user), m_clock.nowMs());
}

void Factors::forgetWrong(Db &db, UserId user) const
{
    forgetFailures(db, scopeOf(user));
}

void Factors::reopen(Db &db, UserId user)
{
    forgetFailures(db, scopeOf(user));
    forgetGuesses(db, DailyGuesses::ofSecondStep(user));
}

int Factors::triesLeft(Db &db, UserId user) const
{
    return std::max(0, freeTries - failuresInARow(db, scopeOf(user)));
}

bool Factors::isRight(Db &db, const UserRow &user, const Offered &offered) const
{
    if (offered.kind == factor::recovery)
        return !offered.recoveryHash.isEmpty() && recovery::use(db, user.id, offered.recoveryHash);
    Rows last = db.select("SELECT totp_last_step FROM user WHERE id = ?"_L1, {user.id});
    const qint64 lastUsed = last.next() ? last.integer(0) : 0;
    const auto step = totp::stepOf(user.totpSecret, offered.code, m_clock.nowMs(), lastUsed);
    if (step)
        db.run("UPDATE user SET totp_last_step = ? WHERE id = ?"_L1, {*step, user.id});
    return step.has_value();
}

Result<Done> Factors::settle(Db &db, const UserRow &user, const Offered &offered) const
{
    const bool known = offered.kind == factor::totp
        || (offered.kind == factor::recovery && recovery::setOf(db, user.id).has_value());
    if (!known || user.totpSecret.isEmpty())
        return Error::ofCode(code::notAllowed, u"no such second step"_s);
    if (const Result<Done> may = mayTry(db, user.id); !may)
        return may;
    if (!isRight(db, user, offered)) {
        countWrong(db, user.id);
        return Error::ofCode(code::wrongCode);
    }
    forgetWrong(db, user.id);
    return Done{};
}

} // namespace passport
