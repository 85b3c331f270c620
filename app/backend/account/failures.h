// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/ids.h"

#include <QString>
#include <chrono>
#include <optional>

namespace passport {

class Db;

/// Failures in a row and the delays they cost (SR-36): after `free` of them 1, 2, 4 … 60 s from the last one, and after
/// 100 no more tries at all in this scope. In the database: a restart forgives nothing. Throws StoreError.
struct FailureScope {
    QString name; ///< "login:…", "device:…", "address:…", "code:…"
    int free = 5;
    /// Failures older than this are forgotten; zero: only a success ends the row.
    std::chrono::milliseconds memory{};
};

/// How long this scope has to wait, nothing if it need not.
[[nodiscard]] std::optional<std::chrono::seconds> waitOf(Db &db, const FailureScope &scope, qint64 nowMs);
[[nodiscard]] int failuresInARow(Db &db, const FailureScope &scope);
/// No more tries at all: only forgetFailures() opens it again.
[[nodiscard]] bool isShut(Db &db, const FailureScope &scope);
void countFailure(Db &db, const FailureScope &scope, qint64 nowMs);
void forgetFailures(Db &db, const FailureScope &scope);

} // namespace passport
