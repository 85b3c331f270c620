// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/securityapi.h"

#include <QString>
#include <QStringList>

namespace passport {

class Db;
class ServerSettings;

/// How good a password is (SR-35): its length, and how many guesses zxcvbn thinks it takes when the person's own words
/// are known. No rules about kinds of characters. Takes milliseconds: not on the I/O thread.
namespace passwordrules {

inline constexpr qsizetype shortest = 8;
inline constexpr qsizetype longest = 128;

/// Of a new one on this server: 8, or more where its setting says so.
[[nodiscard]] qsizetype shortestOf(const ServerSettings &settings);
[[nodiscard]] PasswordStrength
strengthOf(const QString &password, const QStringList &context, qsizetype least = shortest);
/// Strong enough to be taken; else `reasons` says why not.
[[nodiscard]] bool isGood(const PasswordStrength &strength);

/// What an attacker who knows the person would try: his names, logins, portals, and the words of this product. Throws
/// StoreError.
[[nodiscard]] QStringList contextOf(Db &db, UserId user);
/// Of somebody unknown: the words of this product alone.
[[nodiscard]] QStringList commonContext();

} // namespace passwordrules
} // namespace passport
