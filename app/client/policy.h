// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/result.h"

#include <QUrl>
#include <optional>

namespace passport {

/// What the administrator of this computer has decided. Absent = the person decides.
struct Policy {
    std::optional<QUrl> server; ///< The only Passport server.
    bool qrAllowed = true; ///< SR-48
    bool qrBasicAllowed = false; ///< The public wire alone, without the hardened exchange.
    bool qrBasicDecided = false; ///< The file says so; else it is the default of this program.
    bool rememberDefault = false; ///< QR-20: off unless somebody says otherwise.
    bool rememberLocked = false; ///< The person cannot change it.

    /// {"server": URL, "qr": {"allowed", "basic"}, "remember": {"default", "locked"}}, all optional.
    static Result<Policy> fromJson(const QJsonObject &json);
    bool operator==(const Policy &) const = default;
};

/// Reads a policy file. No file = no policy. A file that cannot be read as a policy is an error, not a freedom: nothing
/// of it holds, and the program says so.
[[nodiscard]] Result<Policy> readPolicy(const QString &file);

inline constexpr QLatin1StringView systemPolicyFile{"/etc/passport/policies.json"};

} // namespace passport
