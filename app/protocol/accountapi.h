// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/endpoint.h"
#include "protocol/person.h"

namespace passport {

/// Reads the person's own profile.
struct GetProfile {
    using Response = Profile;
    static constexpr QLatin1StringView method{"passport.profile.get"};
    static constexpr Auth auth = Auth::Token;

    [[nodiscard]] QJsonObject toJson() const { return {}; }
    static Result<GetProfile> fromJson(const QJsonObject &) { return GetProfile{}; }
    bool operator==(const GetProfile &) const = default;
};

} // namespace passport
