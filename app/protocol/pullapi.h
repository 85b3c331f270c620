// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/endpoint.h"
#include "protocol/pullconfig.h"

namespace passport {

/// Where to listen to the person's Passport channel. Errors: push_unavailable, invalid_token (the session ended).
struct GetPullConfig {
    using Response = PullConfig;
    static constexpr QLatin1StringView method{"passport.pull.config"};
    static constexpr Auth auth = Auth::Token;

    [[nodiscard]] QJsonObject toJson() const { return {}; }
    static Result<GetPullConfig> fromJson(const QJsonObject &) { return GetPullConfig{}; }
    bool operator==(const GetPullConfig &) const = default;
};

} // namespace passport
