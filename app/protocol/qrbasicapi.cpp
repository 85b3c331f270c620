// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/qrbasicapi.h"

#include "protocol/json.h"

using namespace Qt::StringLiterals;

namespace passport {

QJsonObject PushQrToken::toJson() const
{
    return {
        {"siteId"_L1, siteId},
        {"uniqueId"_L1, uniqueId},
        {"channelTag"_L1, channelTag},
        {"redirectUrl"_L1, redirectUrl}};
}

Result<PushQrToken> PushQrToken::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    PushQrToken request{
        .siteId = in.string("siteId"_L1),
        .uniqueId = in.string("uniqueId"_L1),
        .channelTag = in.string("channelTag"_L1),
        .redirectUrl = in.maybeString("redirectUrl"_L1).value_or(QString())};
    return in.finish(std::move(request));
}

QJsonObject AuthenticateQr::toJson() const
{
    return {{"token"_L1, token}, {"remember"_L1, remember}};
}

Result<AuthenticateQr> AuthenticateQr::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    AuthenticateQr request{.token = in.string("token"_L1), .remember = in.maybeBoolean("remember"_L1).value_or(false)};
    return in.finish(std::move(request));
}

QJsonObject SubmitOtp::toJson() const
{
    return {{"otp"_L1, otp}};
}

Result<SubmitOtp> SubmitOtp::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    SubmitOtp request{.otp = in.string("otp"_L1)};
    return in.finish(std::move(request));
}

} // namespace passport
