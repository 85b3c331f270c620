// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/rest/ajax.h"

#include "backend/http/routes.h"
#include "backend/rest/dispatcher.h"
#include "backend/rest/envelope.h"
#include "backend/rest/parameters.h"
#include "protocol/errorcodes.h"

using namespace Qt::StringLiterals;

namespace passport {

void Ajax::addTo(Routes &routes)
{
    const HttpHandler handler
        = [this](const HttpRequest &request) { return guarded(answer(request), request, ajaxFailure); };
    for (const char *pattern : {"/bitrix/services/main/ajax.php", "/p/{}/bitrix/services/main/ajax.php"})
        routes.add("POST", pattern, handler);
}

boost::asio::awaitable<HttpResponse> Ajax::answer(const HttpRequest &request)
{
    ExtraHeaders headers;
    auto calling = called(request, headers);
    const Result<QJsonValue> result = co_await std::move(calling);
    HttpResponse response = result ? ajaxSuccess(*result) : ajaxFailure(result.error(), request.requestId);
    for (HttpHeader &header : headers)
        response.headers.push_back(std::move(header));
    co_return response;
}

boost::asio::awaitable<Result<QJsonValue>> Ajax::called(const HttpRequest &request, ExtraHeaders &headers)
{
    Result<QJsonObject> parameters = parametersOf(request);
    if (!parameters)
        co_return parameters.error();
    const QString inBody = parameters->take("action"_L1).toString();
    const auto inQuery = request.queryItem("action");
    const ActionTable::Action *action = m_actions.find(inQuery ? QString::fromUtf8(*inQuery) : inBody);
    if (!action)
        co_return Error::ofCode(code::methodNotFound);
    // Authorization stands for cookie and CSRF; without it even an action for anybody needs the CSRF token.
    const Auth auth = request.header("authorization").isEmpty() ? Auth::Cookie : Auth::Token;
    auto asking = m_authenticator.callerOf(request, auth, *parameters, headers);
    Result<Caller> caller = co_await std::move(asking);
    if (!caller)
        co_return caller.error();
    if (action->signedIn && !caller->isSignedIn())
        co_return Error::ofCode("invalid_authentication"_L1);
    const Call call{.caller = std::move(*caller), .http = request, .headers = headers};
    auto handling = action->handler(*parameters, call);
    co_return co_await std::move(handling);
}

} // namespace passport
