// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/ids.h"
#include "protocol/result.h"

#include <QString>
#include <chrono>

namespace passport {

/// Tokens in the documented OAuth shape (wire.md 3.3, api.md 2). For a Passport token `memberId` is the Passport's own
/// and both endpoints are `<base>/rest/`.
struct SessionTokens {
    QString accessToken;
    QString refreshToken;
    QString tokenType; ///< "DPoP" when bound to a key, else "Bearer".
    std::chrono::seconds expiresIn{}; ///< Left when the answer was made.
    qint64 expires
        = 0; ///< The same as Unix seconds, for foreign clients; ours never compares it with a clock. 0: none.
    UserId userId = 0;
    QString scope;
    QString status; ///< "L": the letter that the public wire uses for a local application.
    QString memberId;
    QString domain;
    QString clientEndpoint;
    QString serverEndpoint;

    [[nodiscard]] bool isBound() const { return tokenType == QLatin1StringView("DPoP"); }
    static Result<SessionTokens> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const SessionTokens &) const = default;
};

} // namespace passport
