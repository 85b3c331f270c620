// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/rest/oauth.h"

#include "backend/http/routes.h"
#include "backend/identity/dpopcheck.h"
#include "backend/identity/sessions.h"
#include "backend/rest/dispatcher.h"
#include "backend/rest/envelope.h"
#include "backend/rest/parameters.h"
#include "protocol/errorcodes.h"
#include "protocol/json.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr auto ourClient = "passport"_L1;

HttpResponse refused(const Error &error, const QByteArray &requestId)
{
    HttpResponse response = restFailure(error, requestId);
    if (error.code == "invalid_client"_L1)
        response.status = 401;
    response.headers.push_back({"Cache-Control", "no-store"});
    return response;
}

/// The refresh token, if the form asks for what there is to have.
Result<QByteArray> refreshTokenOf(const HttpRequest &request)
{
    const Result<QJsonObject> parameters = parametersOf(request);
    if (!parameters)
        return parameters.error();
    JsonReader in(*parameters);
    const QString grant = in.string("grant_type"_L1);
    const QString client = in.string("client_id"_L1);
    const QString token = in.maybeString("refresh_token"_L1).value_or(QString());
    if (in.error())
        return *in.error();
    if (grant != "refresh_token"_L1)
        return Error::ofCode("unsupported_grant_type"_L1);
    if (client != ourClient)
        return Error::ofCode("invalid_client"_L1);
    return token.toLatin1();
}

} // namespace

void OAuth::addTo(Routes &routes)
{
    const HttpHandler handler
        = [this](const HttpRequest &request) { return guarded(answer(request), request, refused); };
    routes.add("POST", "/oauth/token/", handler);
    routes.add("POST", "/oauth/token", handler);
}

boost::asio::awaitable<HttpResponse> OAuth::answer(const HttpRequest &request)
{
    const Result<QByteArray> token = refreshTokenOf(request);
    if (!token)
        co_return refused(token.error(), request.requestId);
    Sessions::Presented presented{
        .token = *token,
        .holder = {},
        .address = QString::fromLatin1(request.remoteAddress),
        .requestId = QString::fromLatin1(request.requestId)};
    if (!request.header("dpop").isEmpty()) {
        const Result<DpopCheck::Holder> holder = m_dpop.check(request, {});
        if (!holder) {
            HttpResponse response = refused(holder.error(), request.requestId);
            response.headers.push_back({"DPoP-Nonce", m_dpop.freshNonce()});
            co_return response;
        }
        presented.holder = holder->key;
    }
    auto rotating = m_sessions.refresh(std::move(presented));
    const Result<SessionTokens> tokens = co_await std::move(rotating);
    if (!tokens)
        co_return refused(tokens.error(), request.requestId);
    QJsonObject body = tokens->toJson();
    body.insert("expires"_L1, QDateTime::currentSecsSinceEpoch() + qint64(tokens->expiresIn.count())); // wire.md 3.3
    HttpResponse response;
    response.contentType = "application/json; charset=utf-8";
    response.body = toJsonText(body);
    response.headers = {{"Cache-Control", "no-store"}, {"Pragma", "no-cache"}, {"DPoP-Nonce", m_dpop.freshNonce()}};
    co_return response;
}

} // namespace passport
