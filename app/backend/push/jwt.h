// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <optional>

namespace passport {

/// A JSON Web Token with HS256 (RFC 7515, 7519), the only algorithm there is here.
[[nodiscard]] QByteArray makeJwt(const QJsonObject &claims, const QByteArray &key);

/// Its claims, if the signature is ours and the algorithm HS256. Times are the caller's business.
[[nodiscard]] std::optional<QJsonObject> readJwt(const QByteArray &token, const QByteArray &key);

/// Whether two signatures are the same, without telling by time where they differ.
[[nodiscard]] bool sameSecret(const QByteArray &a, const QByteArray &b);

} // namespace passport
