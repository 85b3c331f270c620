// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/policy.h"

#include "protocol/json.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace passport {

Result<Policy> Policy::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    Policy policy;
    if (const auto server = in.maybeString("server"_L1)) {
        policy.server = QUrl(*server, QUrl::StrictMode);
        if (!policy.server->isValid() || policy.server->host().isEmpty())
            in.fail("server"_L1, u"URL");
    }
    JsonReader qr(in.has("qr"_L1) ? in.object("qr"_L1) : QJsonObject());
    policy.qrAllowed = qr.maybeBoolean("allowed"_L1).value_or(policy.qrAllowed);
    const auto basic = qr.maybeBoolean("basic"_L1);
    policy.qrBasicAllowed = basic.value_or(policy.qrBasicAllowed);
    policy.qrBasicDecided = basic.has_value();
    JsonReader remember(in.has("remember"_L1) ? in.object("remember"_L1) : QJsonObject());
    policy.rememberDefault = remember.maybeBoolean("default"_L1).value_or(policy.rememberDefault);
    policy.rememberLocked = remember.maybeBoolean("locked"_L1).value_or(policy.rememberLocked);
    if (qr.error())
        return Error::malformed("qr."_L1 + qr.error()->detail);
    if (remember.error())
        return Error::malformed("remember."_L1 + remember.error()->detail);
    return in.finish(policy);
}

Result<Policy> readPolicy(const QString &file)
{
    QFile source(file);
    if (!source.exists())
        return Policy{};
    if (!source.open(QIODevice::ReadOnly))
        return Error::malformed(file + ": "_L1 + source.errorString());
    const Result<QJsonObject> json = parseJsonObject(source.readAll());
    if (!json)
        return Error::malformed(file + ": "_L1 + json.error().detail);
    Result<Policy> policy = Policy::fromJson(*json);
    return policy ? policy : Error::malformed(file + ": "_L1 + policy.error().detail);
}

} // namespace passport
