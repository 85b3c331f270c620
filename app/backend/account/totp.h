// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>
#include <chrono>
#include <optional>

namespace passport {

/// One-time codes of RFC 6238: SHA-1, 6 digits, a new one every 30 s.
namespace totp {

[[nodiscard]] QString codeAt(const QByteArray &secret, qint64 step);
[[nodiscard]] qint64 stepAt(qint64 unixMs);

/// The step of `code` if it is this one, the one before or the one after, and later than `lastUsed`: each step once
/// (SR-37).
[[nodiscard]] std::optional<qint64>
stepOf(const QByteArray &secret, const QString &code, qint64 unixMs, qint64 lastUsed);

/// RFC 4648 base32 as authenticator programs show a secret; spaces and case do not matter. Empty if it is none.
[[nodiscard]] QByteArray secretFromBase32(const QString &text);

/// The other way round, without padding.
[[nodiscard]] QString base32OfSecret(const QByteArray &secret);
/// 160 bits (SR-37).
[[nodiscard]] QByteArray freshSecret();
/// otpauth://totp/… as authenticator programs read it from a QR code (wire.md 4.5).
[[nodiscard]] QString uriOf(const QByteArray &secret, const QString &issuer, const QString &login);

} // namespace totp
} // namespace passport
