// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/failures.h"

#include "backend/store/db.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

constexpr int mostInARow = 100; // NIST SP 800-63B 5.2.2
constexpr std::chrono::seconds longestDelay = 60s;
constexpr std::chrono::milliseconds longestMemory = 365 * 24h; // guesses at logins that nobody has would pile up
constexpr std::chrono::seconds closedHint = 1h; // what a scope without tries left is told to wait

std::chrono::seconds delayAfter(int failures, int free)
{
    if (failures < free)
        return 0s;
    const int doublings = std::min(failures - free, 6); // 2^6 s is beyond the longest delay
    return std::min(longestDelay, std::chrono::seconds(1 << doublings));
}

} // namespace

std::optional<std::chrono::seconds> waitOf(Db &db, const FailureScope &scope, qint64 nowMs)
{
    Rows rows = db.select("SELECT in_a_row, last_at FROM failure WHERE scope = ?"_L1, {scope.name});
    if (!rows.next())
        return std::nullopt;
    const int inARow = rows.smallInteger(0);
    const std::chrono::milliseconds since(nowMs - rows.integer(1));
    if (scope.memory > 0ms && since >= scope.memory)
        return std::nullopt;
    if (scope.memory == 0ms && inARow >= mostInARow)
        return closedHint;
    const auto left = std::chrono::ceil<std::chrono::seconds>(delayAfter(inARow, scope.free) - since);
    return left > 0s ? std::optional(left) : std::nullopt;
}

int failuresInARow(Db &db, const FailureScope &scope)
{
    Rows rows = db.select("SELECT in_a_row FROM failure WHERE scope = ?"_L1, {scope.name});
    return rows.next() ? rows.smallInteger(0) : 0;
}

bool isShut(Db &db, const FailureScope &scope)
{
    return scope.memory == 0ms && failuresInARow(db, scope) >= mostInARow;
}

void countFailure(Db &db, const FailureScope &scope, qint64 nowMs)
{
    if (scope.memory > 0ms)
        db.run(
            "DELETE FROM failure WHERE scope = ? AND last_at <= ?"_L1,
            {scope.name, nowMs - qint64(scope.memory.count())});
    db.run("DELETE FROM failure WHERE last_at < ?"_L1, {nowMs - qint64(longestMemory.count())});
    db.run(
        "INSERT INTO failure VALUES (?, 1, ?) ON CONFLICT DO UPDATE SET in_a_row = in_a_row + 1, last_at ="
        " excluded.last_at"_L1,
        {scope.name, nowMs});
}

void forgetFailures(Db &db, const FailureScope &scope)
{
    db.run("DELETE FROM failure WHERE scope = ?"_L1, {scope.name});
}

} // namespace passport
