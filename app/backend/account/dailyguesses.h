// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/ids.h"

#include <QString>
#include <chrono>
#include <optional>

namespace passport {

class Db;

/// Wrong codes of six digits within 24 hours, however they were spread: neither a delay that was waited out nor a
/// success in between forgets them, as it does a row of failures (failures.h). Who guesses without an end finds one
/// code in a million tries, so there may not be a million tries in a lifetime. In the database: a restart forgives
/// nothing. In transactions; throws StoreError.
struct DailyGuesses {
    QString scope;
    int most = 1; ///< Wrong ones in 24 hours; after them no code is judged, not even a right one.

    /// A person's second step, whatever kind of code and whatever for (SR-37).
    static DailyGuesses ofSecondStep(UserId user);
    /// Codes of forgotten passwords, sent to one login, `mark` of Audit; whether anybody has it or nobody (SR-33).
    static DailyGuesses ofRecovery(const QString &mark);
};

/// How long nothing may be tried, nothing if it may be now.
[[nodiscard]] std::optional<std::chrono::seconds> waitOf(Db &db, const DailyGuesses &guesses, qint64 nowMs);
void countGuess(Db &db, const DailyGuesses &guesses, qint64 nowMs);
void forgetGuesses(Db &db, const DailyGuesses &guesses);

} // namespace passport
