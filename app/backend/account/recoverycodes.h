// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/account/hasher.h"
#include "protocol/ids.h"

#include <QStringList>
#include <optional>
#include <vector>

namespace passport {

class Db;

/// Recovery codes (SR-39): ten of 40 bits, kept as salted slow hashes only, each good once. Queries throw StoreError.
namespace recovery {

inline constexpr int codesInSet = 10;

/// "k3x9-w2mq": eight of Crockford's base32, which has no letters that look like digits.
[[nodiscard]] QStringList freshCodes();
/// As it is hashed: without spaces and hyphens, lower case, o as 0, i and l as 1. Empty if it cannot be one.
[[nodiscard]] QByteArray normalised(const QString &typed);

/// How the codes of one person are hashed.
struct Set {
    QByteArray salt;
    HashCost cost;
};
[[nodiscard]] std::optional<Set> setOf(Db &db, UserId user);
/// Instead of those that were.
void replace(Db &db, UserId user, const Set &set, const std::vector<QByteArray> &hashes);
void removeAll(Db &db, UserId user);
[[nodiscard]] int left(Db &db, UserId user);
/// Whether it was one of the codes; from then on it is none.
[[nodiscard]] bool use(Db &db, UserId user, const QByteArray &hash);

} // namespace recovery
} // namespace passport
