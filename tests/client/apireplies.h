// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/apiclient.h"
#include "client/devicekey.h"
#include "httpdouble.h"
#include "protocol/accountapi.h"
#include "support/stricttest.h"

#include <QJsonDocument>
#include <QTest>

/// What the tests of ApiClient let the server answer, and how they ask.
namespace passport {

using Reply = HttpDouble::Reply;
using Request = HttpDouble::Request;

inline constexpr ApiClient::Timing impatient{.transfer = std::chrono::milliseconds(200)};

inline const QByteArray profile = R"({"result":{"firstName":"Anna","lastName":"Ivanova","revision":1},"time":{}})";

inline QByteArray written(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

/// Fresh tokens; the refresh token names its access token.
inline QJsonObject tokensJson(const QString &access)
{
    SessionTokens tokens;
    tokens.accessToken = access;
    tokens.refreshToken = QLatin1StringView("r-of-") + access;
    tokens.tokenType = QStringLiteral("DPoP");
    tokens.expiresIn = std::chrono::seconds(900);
    tokens.userId = 1;
    return tokens.toJson();
}

inline Credentials credentials(const QString &access)
{
    Credentials made;
    made.tokens.accessToken = access;
    made.tokens.refreshToken = QStringLiteral("old-refresh");
    made.tokens.tokenType = QStringLiteral("DPoP");
    made.key = std::make_shared<const DeviceKey>(DeviceKey::generate());
    return made;
}

inline Reply refused(int status, QLatin1StringView code, const QByteArray &headers = {})
{
    const QJsonObject json{
        {QLatin1StringView("error"), code}, {QLatin1StringView("error_description"), QStringLiteral("d")}};
    return HttpDouble::json(status, written(json), headers);
}

/// Reads the profile and waits for the answer.
inline Result<Profile> ask(ApiClient &api)
{
    QObject context;
    std::optional<Result<Profile>> answer;
    api.send(GetProfile{}, &context, [&answer](const Result<Profile> &got) { answer = got; });
    if (!QTest::qWaitFor([&] { return answer.has_value(); }, waitLimit))
        return Error::malformed(QStringLiteral("no answer at all"));
    return *answer;
}

} // namespace passport
