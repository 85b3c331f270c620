// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QJsonObject>
#include <QString>
#include <chrono>
#include <optional>

namespace passport {

/// What went wrong, named by the reaction it asks for. Both programs pass it up unchanged; only ui/errortext.cpp
/// turns it into words.
struct Error {
    enum class Kind {
        Offline, ///< No way to the server; wait, retry by ourselves.
        Timeout, ///< The same, after a wait.
        Busy, ///< Wait `retryAfter`.
        SignInNeeded, ///< The session is over; go to sign-in.
        Refused, ///< The person must change something; `code` says what.
        NotFound, ///< It does not exist (any more).
        Malformed, ///< One of the two sides is wrong; ask to update.
        Insecure, ///< TLS: show the reason, never continue.
        ProxyAuth, ///< The proxy wants a name and a password.
        KeychainUnavailable, ///< Offer to continue without saving.
    };

    Kind kind = Kind::Malformed;
    QString code; ///< A stable word of the wire ("wrong_credentials", see errorcodes.h); empty for local errors.
    QString detail; ///< For logs only, never shown. Malformed names the key: "portal.title: expected string".
    QJsonObject details; ///< The `details` of the answer, as they came.
    std::optional<std::chrono::seconds> retryAfter = std::nullopt;

    [[nodiscard]] std::optional<int> triesLeft() const; ///< Of number_mismatch and wrong_code.
    [[nodiscard]] QString requestId() const; ///< To find the request in the server's log.

    static Error malformed(const QString &detail);
    /// An error of the wire with the kind that errorcodes.h gives it.
    static Error ofCode(QLatin1StringView code, const QString &detail = {}, const QJsonObject &details = {});

    bool operator==(const Error &) const = default;
};

} // namespace passport
