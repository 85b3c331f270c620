// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/dispatch.h"

#include "backend/core/serverfailure.h"
#include "backend/http/refusal.h"
#include "backend/http/responsehead.h"
#include "protocol/errorcodes.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace passport {
namespace {

HttpResponse unhandled(const Transport &transport, const HttpRequest &request, QByteArrayList allowed)
{
    if (transport.routes.findWebSocket(request.path)) {
        HttpResponse response = refusal(426, code::invalidRequest, request.requestId);
        response.headers = {{"Upgrade", "websocket"}};
        return response;
    }
    if (allowed.isEmpty() && request.path != "/*")
        return refusal(404, code::notFound, request.requestId);
    if (allowed.contains("GET"))
        allowed.append("HEAD");
    allowed.append("OPTIONS");
    HttpResponse response{.status = 204, .contentType = {}, .body = {}, .headers = {}};
    if (request.method != "OPTIONS")
        response = refusal(405, code::notFound, request.requestId);
    response.headers = {{"Allow", allowed.join(", ")}};
    return response;
}

void logFailure(Transport &transport, const HttpRequest &request, const std::exception &exception)
{
    transport.log.write("error " + request.requestId + ' ' + exception.what());
}

boost::asio::awaitable<HttpResponse> handled(Transport &transport, const HttpRequest &request)
{
    if (const auto target = transport.routes.movedTo(request))
        co_return HttpResponse::redirect(*target);
    const Routes::Match match = transport.routes.find(request.method, request.path);
    if (!match.handler)
        co_return unhandled(transport, request, match.allowed);
    std::optional<Error> answer;
    try {
        co_return co_await (*match.handler)(request);
    } catch (const ServerFailure &failure) {
        answer = failure.answer();
        if (!failure.passes())
            logFailure(transport, request, failure);
    } catch (const std::exception &exception) {
        logFailure(transport, request, exception);
    }
    co_return refusal(answer.value_or(Error::ofCode(code::internal)), request.requestId);
}

} // namespace

boost::asio::awaitable<Answer> dispatch(Transport &transport, const HttpRequest &request)
{
    Answer answer;
    answer.fault = transport.faults.take(request.path);
    const auto kind = answer.fault ? std::optional(answer.fault->kind) : std::nullopt;
    if (kind == Faults::Kind::Delay) {
        boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor, answer.fault->delay);
        co_await timer.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
    }
    if (kind == Faults::Kind::Fail)
        answer.response = refusal(500, code::internal, request.requestId);
    else if (kind == Faults::Kind::Html)
        answer.response
            = {.status = 200, .contentType = "text/html", .body = "<html><body>Welcome!</body></html>", .headers = {}};
    else if (kind != Faults::Kind::DropBefore)
        answer.response = co_await handled(transport, request);
    co_return answer;
}

boost::asio::awaitable<WebSocketAnswer>
dispatchUpgrade(Transport &transport, const WebSocketHandler &handler, const HttpRequest &request)
{
    try {
        co_return co_await handler(request);
    } catch (const std::exception &exception) {
        logFailure(transport, request, exception);
    }
    co_return refusal(500, code::internal, request.requestId);
}

void logAccess(
    Transport &transport, const QByteArray &address, const QByteArray &what, int status,
    std::chrono::steady_clock::time_point started, const QByteArray &requestId)
{
    const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - started);
    transport.log.write(
        httpDate() + ' ' + address + " \"" + what + "\" " + QByteArray::number(status) + ' '
        + QByteArray::number(static_cast<qint64>(took.count())) + "ms " + requestId);
}

} // namespace passport
