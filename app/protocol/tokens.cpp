// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/tokens.h"

#include "protocol/json.h"

using namespace Qt::StringLiterals;

namespace passport {

Result<SessionTokens> SessionTokens::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    SessionTokens tokens;
    tokens.accessToken = in.string("access_token"_L1);
    tokens.refreshToken = in.string("refresh_token"_L1);
    tokens.tokenType = in.maybeString("token_type"_L1).value_or(u"Bearer"_s); // the public wire leaves it out
    tokens.expiresIn = std::chrono::seconds(in.integer("expires_in"_L1));
    tokens.expires = in.maybeInteger("expires"_L1).value_or(0);
    tokens.userId = in.maybeInteger("user_id"_L1).value_or(0);
    tokens.scope = in.maybeString("scope"_L1).value_or(QString());
    tokens.status = in.maybeString("status"_L1).value_or(QString());
    tokens.memberId = in.string("member_id"_L1);
    tokens.domain = in.maybeString("domain"_L1).value_or(QString());
    tokens.clientEndpoint = in.string("client_endpoint"_L1);
    tokens.serverEndpoint = in.maybeString("server_endpoint"_L1).value_or(QString());
    return in.finish(std::move(tokens));
}

QJsonObject SessionTokens::toJson() const
{
    QJsonObject json{
        {"access_token"_L1, accessToken},
        {"refresh_token"_L1, refreshToken},
        {"token_type"_L1, tokenType},
        {"expires_in"_L1, static_cast<qint64>(expiresIn.count())},
        {"user_id"_L1, userId},
        {"scope"_L1, scope},
        {"status"_L1, status},
        {"member_id"_L1, memberId},
        {"domain"_L1, domain},
        {"client_endpoint"_L1, clientEndpoint},
        {"server_endpoint"_L1, serverEndpoint}};
    if (expires > 0)
        json.insert("expires"_L1, expires);
    return json;
}

} // namespace passport
