// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/signinapi.h"

#include "protocol/errorcodes.h"
#include "protocol/json.h"

using namespace Qt::StringLiterals;

namespace passport {

std::optional<SecondStep> SecondStep::fromError(const Error &error)
{
    if (error.code != code::otpRequired)
        return std::nullopt;
    JsonReader in(error.details);
    SecondStep step{.signInId = SignInId(in.string("signInId"_L1)), .methods = in.strings("methods"_L1)};
    return in.error() ? std::nullopt : std::optional(step);
}

QJsonObject SecondStep::toJson() const
{
    return {{"signInId"_L1, signInId.toJson()}, {"methods"_L1, QJsonArray::fromStringList(methods)}};
}

QJsonObject SignInByPassword::toJson() const
{
    QJsonObject json{
        {"login"_L1, login}, {"password"_L1, password}, {"remember"_L1, remember}, {"device"_L1, device.toJson()}};
    setIf(json, "key"_L1, key);
    return json;
}

Result<SignInByPassword> SignInByPassword::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    SignInByPassword request{
        .login = in.string("login"_L1),
        .password = in.string("password"_L1),
        .remember = in.maybeBoolean("remember"_L1).value_or(false),
        .device = in.value<Device>("device"_L1),
        .key = in.maybeString("key"_L1)};
    return in.finish(std::move(request));
}

Result<SmsSent> SmsSent::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    SmsSent sent{
        .resendAfter = std::chrono::seconds(in.integer("resendAfter"_L1)),
        .secondsLeft = std::chrono::seconds(in.integer("secondsLeft"_L1))};
    return in.finish(std::move(sent));
}

QJsonObject SmsSent::toJson() const
{
    return {{"resendAfter"_L1, qint64(resendAfter.count())}, {"secondsLeft"_L1, qint64(secondsLeft.count())}};
}

QJsonObject SendSignInSms::toJson() const
{
    return {{"signInId"_L1, signInId.toJson()}};
}

Result<SendSignInSms> SendSignInSms::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    SendSignInSms request{.signInId = SignInId(in.string("signInId"_L1))};
    return in.finish(std::move(request));
}

QJsonObject SubmitSignInCode::toJson() const
{
    return {{"signInId"_L1, signInId.toJson()}, {"kind"_L1, kind}, {"code"_L1, code}};
}

Result<SubmitSignInCode> SubmitSignInCode::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    SubmitSignInCode request{
        .signInId = SignInId(in.string("signInId"_L1)), .kind = in.string("kind"_L1), .code = in.string("code"_L1)};
    return in.finish(std::move(request));
}

QJsonObject IssueTokens::toJson() const
{
    QJsonObject json{{"remember"_L1, remember}, {"device"_L1, device.toJson()}};
    setIf(json, "key"_L1, key);
    return json;
}

Result<IssueTokens> IssueTokens::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    IssueTokens request{
        .remember = in.maybeBoolean("remember"_L1).value_or(false),
        .device = in.value<Device>("device"_L1),
        .key = in.maybeString("key"_L1)};
    return in.finish(std::move(request));
}

} // namespace passport
