// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/rest/dispatcher.h"

#include "backend/core/serverfailure.h"
#include "backend/http/routes.h"
#include "backend/rest/envelope.h"
#include "backend/rest/parameters.h"
#include "protocol/errorcodes.h"

#include <QLoggingCategory>
#include <exception>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr qsizetype shortestKey = 16; // of an idempotencyKey, api.md 1
constexpr qsizetype longestKey = 64;

/// "/rest//pull.application.config.get.json" → "pull.application.config.get"
QString methodOf(const QByteArray &path)
{
    QByteArrayView name(path);
    name = name.sliced(name.indexOf("/rest/") + 6);
    while (name.startsWith('/'))
        name = name.sliced(1);
    while (name.endsWith('/'))
        name.chop(1);
    if (name.endsWith(".json"))
        name.chop(5);
    return QString::fromUtf8(name);
}

/// "romashka" of "/p/romashka/rest/…", else nothing.
QString addressOf(const HttpRequest &request)
{
    return request.segment(0) == "p" ? QString::fromUtf8(request.segment(1)) : QString();
}

/// What the caller is told; the log gets the rest.
Error answerTo(const std::exception_ptr &problem, const QByteArray &requestId)
{
    Error answer = Error::ofCode(code::internal);
    QString what = u"an exception of unknown kind"_s;
    try {
        std::rethrow_exception(problem);
    } catch (const ServerFailure &failure) {
        if (failure.passes())
            return failure.answer();
        answer = failure.answer();
        what = QString::fromUtf8(failure.what());
    } catch (const std::exception &known) {
        what = QString::fromUtf8(known.what());
    } catch (...) { // what stands there already
    }
    qCritical("request %s failed: %s", requestId.constData(), qUtf8Printable(what));
    return answer;
}

} // namespace

Dispatcher::Dispatcher(
    const MethodTable &methods, Authenticator &authenticator, Idempotency &idempotency, PortalAt portalAt)
    : m_methods(methods)
    , m_authenticator(authenticator)
    , m_idempotency(idempotency)
    , m_portalAt(std::move(portalAt))
{
}

void Dispatcher::addTo(Routes &routes)
{
    const HttpHandler handler
        = [this](const HttpRequest &request) { return guarded(answer(request), request, restFailure); };
    for (const char *pattern : {"/rest/*", "/p/{}/rest/*"}) {
        routes.add("POST", pattern, handler);
        routes.add("GET", pattern, handler);
    }
}

boost::asio::awaitable<HttpResponse> Dispatcher::answer(const HttpRequest &request)
{
    const CallTime time;
    ExtraHeaders headers;
    auto calling = called(request, headers);
    const Result<QJsonValue> result = co_await std::move(calling);
    HttpResponse response = result ? restSuccess(*result, time) : restFailure(result.error(), request.requestId);
    for (HttpHeader &header : headers)
        response.headers.push_back(std::move(header));
    co_return response;
}

boost::asio::awaitable<Result<QJsonValue>> Dispatcher::called(const HttpRequest &request, ExtraHeaders &headers)
{
    const QString name = methodOf(request.path);
    const MethodTable::Method *method = m_methods.find(name);
    // Our own methods are POST alone; documented ones may be read with GET, as on the public system.
    if (!method || (request.method != "POST" && !method->isPublicWire))
        co_return Error::ofCode(code::methodNotFound);
    Result<QJsonObject> parameters = method->isRaw ? parametersOfQuery(request) : parametersOf(request);
    if (!parameters)
        co_return parameters.error();
    auto asking = m_authenticator.callerOf(request, method->auth, *parameters, headers);
    Result<Caller> caller = co_await std::move(asking);
    if (!caller && caller.error().code == code::noAuthFound && !method->guestCode.isEmpty())
        co_return Error::ofCode(method->guestCode);
    if (!caller)
        co_return caller.error();
    if (!caller->portal.isEmpty() && !method->isPublicWire)
        co_return Error::ofCode(code::wrongAuthType, u"a portal token at a method of the Passport"_s);
    auto looking = isHome(request, *caller);
    if (!co_await std::move(looking))
        co_return Error::ofCode(code::wrongAuthType, u"a token of another endpoint"_s);
    const Call call{.caller = std::move(*caller), .http = request, .headers = headers};
    auto performing = performOnce(*method, name, std::move(*parameters), call);
    co_return co_await std::move(performing);
}

/// A token is good at its own client_endpoint (api.md 2): a portal's at that portal, the Passport's at /rest/.
boost::asio::awaitable<bool> Dispatcher::isHome(const HttpRequest &request, const Caller &caller)
{
    if (caller.kind != Caller::Kind::Token)
        co_return true;
    const QString address = addressOf(request);
    if (address.isEmpty())
        co_return caller.portal.isEmpty();
    if (!caller.portal.isEmpty() && address == caller.portalAddress)
        co_return true; // without asking the database
    auto looking = m_portalAt(address);
    const PortalId portal = co_await std::move(looking);
    co_return !portal.isEmpty() && portal == caller.portal;
}

boost::asio::awaitable<Result<QJsonValue>>
Dispatcher::performOnce(const MethodTable::Method &method, QString name, QJsonObject parameters, const Call &call)
{
    const QJsonValue key = parameters.value("idempotencyKey"_L1);
    if (key.isUndefined() || method.repeats == Repeats::ByHandler) {
        auto handling = method.handler(parameters, call);
        co_return co_await std::move(handling);
    }
    const qsizetype length = key.toString().size();
    if (length < shortestKey || length > longestKey)
        co_return Error::malformed(u"idempotencyKey: expected 16 to 64 characters"_s);
    const QByteArray known = Idempotency::nameOf(call.caller, call.http.remoteAddress, name, parameters);
    auto asking = m_idempotency.begin(known, method.repeats);
    const std::optional<QJsonValue> first = co_await std::move(asking);
    if (first)
        co_return *first;
    FirstAnswer kept = m_idempotency.firstAnswer(known, call.caller);
    const Call named{
        .caller = call.caller,
        .http = call.http,
        .headers = call.headers,
        .first = method.repeats == Repeats::Remembered ? &kept : nullptr};
    Result<QJsonValue> result = Error::ofCode(code::internal);
    std::exception_ptr problem;
    try {
        auto handling = method.handler(parameters, named);
        result = co_await std::move(handling);
        if (result && !kept.isKept()) {
            auto remembering = m_idempotency.remember(known, method.repeats, kept, *result);
            co_await std::move(remembering);
        }
    } catch (...) {
        problem = std::current_exception();
    }
    m_idempotency.finish(known);
    if (problem)
        std::rethrow_exception(problem);
    co_return result;
}

boost::asio::awaitable<HttpResponse> guarded(
    boost::asio::awaitable<HttpResponse> answering, const HttpRequest &request,
    HttpResponse (*failed)(const Error &error, const QByteArray &requestId))
{
    std::exception_ptr problem;
    try {
        co_return co_await std::move(answering);
    } catch (...) {
        problem = std::current_exception();
    }
    co_return failed(answerTo(problem, request.requestId), request.requestId);
}

} // namespace passport
