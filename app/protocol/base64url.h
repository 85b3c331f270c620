// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <optional>

namespace passport {

/// base64url without padding (RFC 4648 5), the form of every binary value on our wire.
[[nodiscard]] QByteArray toBase64Url(QByteArrayView bytes);

/// Strict: only the alphabet, a possible length, zero tail bits. Nothing for anything else.
[[nodiscard]] std::optional<QByteArray> fromBase64Url(QByteArrayView text);

/// The same, and exactly `size` bytes.
[[nodiscard]] std::optional<QByteArray> fromBase64Url(QByteArrayView text, qsizetype size);

} // namespace passport
