// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/endpoint.h"

namespace passport {

/// Codes of the public wire's actions (wire.md 1.6).
namespace publicwire {
inline constexpr QLatin1StringView notSignedIn{"ERR_AUTH"}; ///< An unknown, used or old token.
inline constexpr QLatin1StringView otpRequired{"ERR_OTP_REQUIRED"};
inline constexpr QLatin1StringView wrongOtp{"ERR_OTP_CODE"};
} // namespace publicwire

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

/// The asking side of the public wire: the token of the approval signs this cookie session in. Errors: ERR_AUTH,
/// ERR_OTP_REQUIRED (go on with SubmitOtp), ERR_PARAMS.
struct AuthenticateQr {
    using Response = Done;
    static constexpr QLatin1StringView method{"main.qrcodeauth.authenticate"};
    static constexpr Auth auth = Auth::Cookie;
    static constexpr bool action = true;

    QString token; ///< 32 of [0-9A-Za-z], as the phone's approval gave it.
    bool remember = false;

    [[nodiscard]] QJsonObject toJson() const;
    static Result<AuthenticateQr> fromJson(const QJsonObject &json);
    bool operator==(const AuthenticateQr &) const = default;
};

/// The one-time code for a cookie session that is half signed in (wire.md 1.9). Error: ERR_OTP_CODE.
struct SubmitOtp {
    using Response = Done;
    static constexpr QLatin1StringView method{"main.authcode.loginByOtp"};
    static constexpr Auth auth = Auth::Cookie;
    static constexpr bool action = true;

    QString otp;

    [[nodiscard]] QJsonObject toJson() const;
    static Result<SubmitOtp> fromJson(const QJsonObject &json);
    bool operator==(const SubmitOtp &) const = default;
};

} // namespace passport
