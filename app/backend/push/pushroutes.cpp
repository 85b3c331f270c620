// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/push/pushroutes.h"

#include "backend/core/serverurls.h"
#include "backend/http/refusal.h"
#include "backend/push/pushlistener.h"
#include "protocol/errorcodes.h"

#include <QByteArrayList>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

/// A long poll that waits: gathers what comes and wakes its coroutine.
class Waiter final : public Subscriber {
public:
    Waiter(Hub &hub, const Faults &faults, boost::asio::any_io_executor executor, std::chrono::milliseconds hold)
        : m_hub(hub)
        , m_faults(faults)
        , timer(std::move(executor), hold)
    {
    }
    ~Waiter() override { m_hub.remove(*this); }

    void deliver(const QByteArray &frame) override
    {
        if (m_faults.pushMuted())
            return;
        frames.append(frame);
        timer.cancel();
    }
    void close() override
    {
        closed = true;
        timer.cancel();
    }

private:
    Hub &m_hub;
    const Faults &m_faults;

public:
    boost::asio::steady_timer timer;
    QByteArrayList frames;
    bool closed = false;
};

std::vector<HttpHeader> crossOrigin()
{
    return {
        {"Access-Control-Allow-Origin", "*"},
        {"Access-Control-Expose-Headers", "Last-Message-Id"},
        {"Cross-Origin-Resource-Policy", "cross-origin"}};
}

HttpResponse crossOriginText(int status, const QByteArray &line)
{
    HttpResponse response = HttpResponse::text(status, line);
    response.headers = crossOrigin();
    return response;
}

boost::asio::awaitable<HttpResponse> allowed(const HttpRequest &)
{
    HttpResponse response = crossOriginText(200, {});
    response.headers.push_back({"Access-Control-Allow-Methods", "GET, POST, OPTIONS"});
    response.headers.push_back({"Access-Control-Allow-Headers", "If-Modified-Since, If-None-Match, Content-Type"});
    co_return response;
}

/// `pong` and `mack:<mid>` of polling clients. Publishing by clients is off (server.publish_enabled).
boost::asio::awaitable<HttpResponse> ignored(const HttpRequest &)
{
    co_return crossOriginText(200, {});
}

HttpResponse nothingCame(const QByteArray &lastMid)
{
    HttpResponse response{.status = 304, .contentType = {}, .body = {}, .headers = crossOrigin()};
    response.headers.push_back({"Expires", "Thu, 01 Jan 1973 11:11:01 GMT"});
    response.headers.push_back({"Last-Message-Id", lastMid});
    return response;
}

} // namespace

PushRoutes::PushRoutes(Parts parts, std::chrono::milliseconds hold)
    : m_(parts)
    , m_hold(hold)
{
}

void PushRoutes::addTo(Routes &routes)
{
    routes.addWebSocket("/bitrix/subws/", [this](const HttpRequest &request) { return socket(request); });
    routes.add("GET", "/bitrix/sub/", [this](const HttpRequest &request) { return poll(request); });
    routes.add("OPTIONS", "/bitrix/sub/", allowed);
    routes.add("POST", "/bitrix/pubweb/", ignored);
    routes.add("OPTIONS", "/bitrix/pubweb/", allowed);
}

boost::asio::awaitable<WebSocketAnswer> PushRoutes::socket(const HttpRequest &request)
{
    const QByteArray origin = request.header("origin");
    if (!origin.isEmpty() && !m_.urls.isOurs(QString::fromLatin1(origin)))
        co_return refusal(403, code::notAllowed, request.requestId); // SR-22
    std::optional<ListenRight> right = co_await m_.rights.check(request);
    co_return std::make_unique<PushListener>(
        m_.hub, m_.wheel, m_.clock, std::move(right), request.queryItem("mid").value_or(QByteArray()));
}

boost::asio::awaitable<HttpResponse> PushRoutes::poll(const HttpRequest &request)
{
    if (!request.queryItem("token") && !request.queryItem("CHANNEL_ID"))
        co_return crossOriginText(400, "No channel id provided.");
    std::optional<ListenRight> right = co_await m_.rights.check(request);
    if (!right)
        co_return crossOriginText(400, "Channel id is not correct.");
    Waiter waiter(m_.hub, m_.faults, co_await boost::asio::this_coro::executor, m_hold);
    waiter.right = std::move(*right);
    m_.hub.subscribe(waiter, request.queryItem("mid").value_or(QByteArray()));
    if (waiter.frames.isEmpty() && !waiter.closed)
        co_await waiter.timer.async_wait(boost::asio::as_tuple(boost::asio::use_awaitable));
    if (waiter.frames.isEmpty() && waiter.closed)
        co_return crossOriginText(400, "Channel id is not correct.");
    if (waiter.frames.isEmpty())
        co_return nothingCame(m_.hub.lastMid());
    HttpResponse response = crossOriginText(200, '[' + waiter.frames.join(',') + ']');
    co_return response;
}

} // namespace passport
