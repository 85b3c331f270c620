// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/endpoint.h"

namespace passport {

/// The approving side of the public wire (wire.md 1.6): a scan and an approval in one, without a number. Errors:
/// ERR_PARAMS, ERR_UNIQUE_ID (a code of another portal), ERR_OPTION (not allowed), ERR_PULL, ERR_GET_TOKEN.
struct PushQrToken {
    using Response = Done;
    static constexpr QLatin1StringView method{"main.qrcodeauth.pushToken"};
    static constexpr Auth auth = Auth::TokenOrCookie;
    static constexpr bool action = true;

    QString siteId;
    QString uniqueId;
    QString channelTag;
    QString redirectUrl; ///< Empty: reload the page.

    [[nodiscard]] QJsonObject toJson() const;
    static Result<PushQrToken> fromJson(const QJsonObject &json);
    bool operator==(const PushQrToken &) const = default;
};

} // namespace passport
