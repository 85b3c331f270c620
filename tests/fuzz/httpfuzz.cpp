// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0

// Whatever a client may send to a connection of the backend: requests one after another, upgrades, websocket frames.
// The connection is the real one, over a pair of local sockets.

#include "backend/http/startconnection.h"
#include "backend/identity/cookies.h"
#include "backend/rest/parameters.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <sys/socket.h>
#include <unistd.h>

using namespace passport;
namespace asio = boost::asio;

namespace {

class Echo final : public WebSocketListener {
public:
    void opened(WebSocket &socket) override { m_socket = &socket; }
    void received(QByteArrayView text) override { m_socket->send(text.toByteArray()); }

private:
    WebSocket *m_socket = nullptr;
};

asio::awaitable<HttpResponse> answered(const HttpRequest &request)
{
    (void)parametersOf(request);
    (void)Cookies::sidOf(request);
    co_return HttpResponse::text(200, request.method + request.path + request.body);
}

asio::awaitable<WebSocketAnswer> accepted(const HttpRequest &)
{
    co_return std::make_unique<Echo>();
}

Routes routes()
{
    Routes routes;
    routes.add("GET", "/rest/*", answered);
    routes.add("POST", "/rest/*", answered);
    routes.addWebSocket("/bitrix/subws/", accepted);
    return routes;
}

struct Server {
    const Routes theRoutes = routes();
    Faults faults;
    AccessLog log{AccessLog::nowhere};
    Transport transport{theRoutes, faults, log, HttpLimits{}, true};
    asio::io_context io{1};

    void start(int descriptor)
    {
        asio::ip::tcp::socket socket(io);
        socket.assign(asio::ip::tcp::v4(), descriptor);
        std::optional<AddressSlot> slot = AddressSlot::take(transport, "192.0.2.1", true);
        startPlainConnection(std::move(socket), Peer{"192.0.2.1", true, false, std::move(*slot)}, transport);
    }
};

/// Takes what the server has said, so that its socket does not fill up.
void hear(int descriptor, QByteArray &said)
{
    std::array<char, 4096> part{};
    for (;;) {
        const auto count = ::recv(descriptor, part.data(), part.size(), MSG_DONTWAIT);
        if (count <= 0)
            return;
        said.append(part.data(), count);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, std::size_t size)
{
    static Server server;
    std::array<int, 2> ends{};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        __builtin_trap();
    if (::send(ends[0], data, size, MSG_NOSIGNAL | MSG_DONTWAIT) != static_cast<ssize_t>(size))
        __builtin_trap(); // inputs are smaller than a socket's buffer
    ::shutdown(ends[0], SHUT_WR);
    QByteArray said;
    server.io.restart();
    asio::post(server.io, [&ends] { server.start(ends[1]); }); // a connection begins on the I/O thread
    // Everything is there at once, and so is the end: whoever still waits has forgotten somebody.
    while (server.io.poll() > 0)
        hear(ends[0], said);
    hear(ends[0], said);
    ::close(ends[0]);
    const bool isOver = server.transport.open.empty() && server.transport.connectionsByAddress.isEmpty();
    if (!isOver || !(said.isEmpty() || said.startsWith("HTTP/1.")))
        __builtin_trap();
    return 0;
}
