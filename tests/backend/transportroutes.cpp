// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/transportroutes.h"

#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace passport {

namespace {

/// Says everything back that it is sent.
class Echo final : public WebSocketListener {
public:
    void opened(WebSocket &socket) override { m_socket = &socket; }
    void received(QByteArrayView text) override { m_socket->send(text.toByteArray()); }

private:
    WebSocket *m_socket = nullptr;
};

boost::asio::awaitable<HttpResponse> echo(const HttpRequest &request)
{
    co_return HttpResponse::text(200, request.method + ' ' + request.path + '|' + request.query + '|' + request.body);
}

boost::asio::awaitable<HttpResponse> slowly(const HttpRequest &)
{
    boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor, std::chrono::milliseconds(150));
    co_await timer.async_wait(boost::asio::use_awaitable);
    co_return HttpResponse::text(200, "slow");
}

boost::asio::awaitable<HttpResponse> broken(const HttpRequest &)
{
    throw std::runtime_error("the database said: password=hunter2");
    co_return HttpResponse{};
}

boost::asio::awaitable<HttpResponse> whoAsks(const HttpRequest &request)
{
    co_return HttpResponse::text(200, request.remoteAddress + (request.secure ? " secure" : " plain"));
}

boost::asio::awaitable<HttpResponse> large(const HttpRequest &)
{
    co_return HttpResponse::text(200, QByteArray(8 * 1024 * 1024, 'x'));
}

boost::asio::awaitable<WebSocketAnswer> accepted(const HttpRequest &request)
{
    if (!request.header("origin").isEmpty())
        co_return HttpResponse::text(403, "no");
    co_return std::make_unique<Echo>();
}

} // namespace

Routes testRoutes()
{
    Routes routes;
    routes.add("GET", "/echo/*", echo);
    routes.add("POST", "/echo/*", echo);
    routes.add("GET", "/slow", slowly);
    routes.add("GET", "/broken", broken);
    routes.add("GET", "/who", whoAsks);
    routes.add("GET", "/large", large);
    routes.addWebSocket("/socket/", accepted);
    return routes;
}

QByteArray get(const QByteArray &target, const QByteArray &headers)
{
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n";
}

} // namespace passport
