// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/dailyguesses.h"

#include "backend/store/db.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

constexpr qint64 day = std::chrono::milliseconds(24h).count();
// Three codes of the authenticator are right at a time: 20 a day are found out by one guesser of fifty in a year, who
// has the password all that time. Owners mistype a few.
constexpr int secondSteps = 20;
constexpr int recoveries = 15; // five messages with three tries each, which one hour may have

} // namespace

DailyGuesses DailyGuesses::ofSecondStep(UserId user)
{
    return {.scope = u"code:%1"_s.arg(user), .most = secondSteps};
}

DailyGuesses DailyGuesses::ofRecovery(const QString &mark)
{
    return {.scope = u"recovery:"_s + mark, .most = recoveries};
}

std::optional<std::chrono::seconds> waitOf(Db &db, const DailyGuesses &guesses, qint64 nowMs)
{
    // The oldest of the last `most`: when it leaves the day, there is room for one again.
    Rows rows = db.select(
        "SELECT at FROM guess WHERE scope = ? AND at > ? ORDER BY at DESC LIMIT 1 OFFSET ?"_L1,
        {guesses.scope, nowMs - day, guesses.most - 1});
    if (!rows.next())
        return std::nullopt;
    return std::chrono::ceil<std::chrono::seconds>(std::chrono::milliseconds(rows.integer(0) + day - nowMs));
}

void countGuess(Db &db, const DailyGuesses &guesses, qint64 nowMs)
{
    db.run("DELETE FROM guess WHERE at <= ?"_L1, {nowMs - day});
    db.run("INSERT INTO guess VALUES (?, ?)"_L1, {guesses.scope, nowMs});
}

void forgetGuesses(Db &db, const DailyGuesses &guesses)
{
    db.run("DELETE FROM guess WHERE scope = ?"_L1, {guesses.scope});
}

} // namespace passport
