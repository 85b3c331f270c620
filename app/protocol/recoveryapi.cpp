// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/recoveryapi.h"

#include "protocol/json.h"

using namespace Qt::StringLiterals;

namespace passport {

Result<RecoveryStarted> RecoveryStarted::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    RecoveryStarted started{
        .confirmationId = ConfirmationId(in.string("confirmationId"_L1)),
        .resendAfter = std::chrono::seconds(in.integer("resendAfter"_L1)),
        .delayed = in.maybeBoolean("delayed"_L1).value_or(false)};
    return in.finish(std::move(started));
}

QJsonObject RecoveryStarted::toJson() const
{
    QJsonObject json{{"confirmationId"_L1, confirmationId.toJson()}, {"resendAfter"_L1, qint64(resendAfter.count())}};
    if (delayed)
        json.insert("delayed"_L1, true);
    return json;
}

Result<StartRecovery> StartRecovery::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    StartRecovery request{.login = in.string("login"_L1)};
    return in.finish(std::move(request));
}

QJsonObject FinishRecovery::toJson() const
{
    QJsonObject json{
        {"confirmationId"_L1, confirmationId.toJson()},
        {"code"_L1, code},
        {"password"_L1, password},
        {"device"_L1, device.toJson()}};
    setIf(json, "key"_L1, key);
    return json;
}

Result<FinishRecovery> FinishRecovery::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    FinishRecovery request{
        .confirmationId = ConfirmationId(in.string("confirmationId"_L1)),
        .code = in.string("code"_L1),
        .password = in.string("password"_L1),
        .device = in.value<Device>("device"_L1),
        .key = in.maybeString("key"_L1)};
    return in.finish(std::move(request));
}

} // namespace passport
