// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/securityapi.h"

#include "protocol/errorcodes.h"
#include "protocol/json.h"

using namespace Qt::StringLiterals;

namespace passport {

Result<SecuritySummary> SecuritySummary::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    SecuritySummary summary{
        .twoStep = in.boolean("twoStep"_L1),
        .recoveryCodesLeft = static_cast<int>(in.integer("recoveryCodesLeft"_L1)),
        .sms = in.boolean("sms"_L1),
        .stepUpMethods = in.strings("stepUpMethods"_L1),
        .stepUpLeft = std::chrono::seconds(in.integer("stepUpSecondsLeft"_L1)),
        .passwordChangedAt = {}};
    if (in.has("passwordChangedAt"_L1))
        summary.passwordChangedAt = in.time("passwordChangedAt"_L1);
    return in.finish(std::move(summary));
}

QJsonObject SecuritySummary::toJson() const
{
    QJsonObject json{
        {"twoStep"_L1, twoStep},
        {"recoveryCodesLeft"_L1, recoveryCodesLeft},
        {"sms"_L1, sms},
        {"stepUpMethods"_L1, QJsonArray::fromStringList(stepUpMethods)},
        {"stepUpSecondsLeft"_L1, qint64(stepUpLeft.count())}};
    if (passwordChangedAt)
        json.insert("passwordChangedAt"_L1, toRfc3339(*passwordChangedAt));
    return json;
}

Result<PasswordStrength> PasswordStrength::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    PasswordStrength strength{.score = static_cast<int>(in.integer("score"_L1)), .reasons = in.strings("reasons"_L1)};
    return in.finish(std::move(strength));
}

QJsonObject PasswordStrength::toJson() const
{
    return {{"score"_L1, score}, {"reasons"_L1, QJsonArray::fromStringList(reasons)}};
}

Result<CheckPassword> CheckPassword::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    CheckPassword request{.password = in.string("password"_L1)};
    return in.finish(std::move(request));
}

QJsonObject ChangePassword::toJson() const
{
    return {{"current"_L1, current}, {"new"_L1, newPassword}, {"signOutOthers"_L1, signOutOthers}};
}

Result<ChangePassword> ChangePassword::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    ChangePassword request{
        .current = in.string("current"_L1),
        .newPassword = in.string("new"_L1),
        .signOutOthers = in.maybeBoolean("signOutOthers"_L1).value_or(true)};
    return in.finish(std::move(request));
}

Result<OtpSecret> OtpSecret::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    OtpSecret secret{.secret = in.string("secret"_L1), .uri = in.string("uri"_L1)};
    return in.finish(std::move(secret));
}

QJsonObject OtpSecret::toJson() const
{
    return {{"secret"_L1, secret}, {"uri"_L1, uri}};
}

Result<RecoveryCodes> RecoveryCodes::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    RecoveryCodes codes{.recoveryCodes = in.strings("recoveryCodes"_L1)};
    return in.finish(std::move(codes));
}

QJsonObject RecoveryCodes::toJson() const
{
    return {{"recoveryCodes"_L1, QJsonArray::fromStringList(recoveryCodes)}};
}

Result<EnableOtp> EnableOtp::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    EnableOtp request{.code = in.string("code"_L1)};
    return in.finish(std::move(request));
}

Result<SteppedUp> SteppedUp::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    SteppedUp up{.secondsLeft = std::chrono::seconds(in.integer("secondsLeft"_L1))};
    return in.finish(std::move(up));
}

QJsonObject SteppedUp::toJson() const
{
    return {{"secondsLeft"_L1, qint64(secondsLeft.count())}};
}

QStringList StepUp::methodsOf(const Error &error)
{
    JsonReader in(error.details);
    return error.code == code::stepUpRequired ? in.strings("methods"_L1) : QStringList();
}

QJsonObject StepUp::toJson() const
{
    QJsonObject json;
    setIf(json, "password"_L1, password);
    setIf(json, "code"_L1, code);
    return json;
}

Result<StepUp> StepUp::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    StepUp request{.password = in.maybeString("password"_L1), .code = in.maybeString("code"_L1)};
    if (request.password.has_value() == request.code.has_value())
        in.fail("password"_L1, u"either password or code");
    return in.finish(std::move(request));
}

Result<BindingPortal> BindingPortal::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    BindingPortal portal{.memberId = PortalId(in.string("memberId"_L1)), .title = in.string("title"_L1)};
    return in.finish(std::move(portal));
}

QJsonObject BindingPortal::toJson() const
{
    return {{"memberId"_L1, memberId.toJson()}, {"title"_L1, title}};
}

bool DeletePassport::isDone(const Error &error)
{
    return (error.code == code::invalidToken || error.code == code::invalidGrant)
        && error.details.value("reason"_L1) == reason;
}

std::vector<BindingPortal> DeletePassport::portalsOf(const Error &error)
{
    JsonReader in(error.details);
    return error.code == code::portalsBound ? in.list<BindingPortal>("portals"_L1) : std::vector<BindingPortal>();
}

Result<DeletePassport> DeletePassport::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    DeletePassport request{.password = in.string("password"_L1)};
    return in.finish(std::move(request));
}

} // namespace passport
