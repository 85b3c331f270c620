// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/credentials.h"

#include "protocol/base64url.h"
#include "protocol/json.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace passport {

QByteArray toSecret(const Credentials &credentials)
{
    QByteArray seed = credentials.key->seed();
    QByteArray encoded = toBase64Url(seed);
    const QJsonObject json{{"tokens"_L1, credentials.tokens.toJson()}, {"key"_L1, QString::fromLatin1(encoded)}};
    wipe(seed);
    wipe(encoded);
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

Result<Credentials> credentialsFromSecret(const QByteArray &secret)
{
    const Result<QJsonObject> json = parseJsonObject(secret);
    if (!json)
        return json.error();
    JsonReader in(*json);
    const auto tokens = in.value<SessionTokens>("tokens"_L1);
    QByteArray encoded = in.string("key"_L1).toLatin1();
    auto seed = fromBase64Url(encoded, 32);
    wipe(encoded);
    if (!seed) {
        in.fail("key"_L1, u"32 bytes of base64url");
        return *in.error();
    }
    auto key = DeviceKey::fromSeed(*seed);
    wipe(*seed);
    return in.finish(
        Credentials{.tokens = tokens, .key = std::make_shared<const DeviceKey>(std::move(*key)), .remember = true});
}

} // namespace passport
