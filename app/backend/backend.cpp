// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/backend.h"

#include "backend/admin/demo.h"
#include "backend/areas.h"
#include "backend/core/threadheap.h"
#include "backend/http/httpserver.h"
#include "backend/push/pushroutes.h"
#include "backend/statusroutes.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <thread>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

/// Less than the 5 s of a whole stop: what is left then is cut.
constexpr std::chrono::milliseconds drainTime{2500};
constexpr std::chrono::milliseconds drainStep{20};
constexpr std::chrono::minutes purgeInterval{1};
constexpr std::size_t ioHeap = 16 * 1024 * 1024; // ample for a thousand requests under way; only what is used counts

} // namespace

/// What exists between start() and stop(). The order matters: what is below uses what is above until it is gone, and
/// the io_context destroys the coroutines that are still waiting.
struct Backend::Running {
    Running(const BackendOptions &options, std::unique_ptr<Foundation> theFoundation, Places places, Faults &theFaults)
        : faults(theFaults)
        , log(options.log)
        , foundation(std::move(theFoundation))
        , areas(*foundation, {.places = std::move(places), .demo = options.demo})
        , transport(routes, faults, log, options.limits, options.behindProxy)
        , adminTransport(adminRoutes, noFaults, noLog, options.limits, false)
        , wheel(io)
        , pushRoutes({areas.hub, wheel, areas.rights, foundation->clock, foundation->urls, faults})
        , postman(
              {*foundation->store, foundation->clock, foundation->post,
               [this](const QByteArray &line) { log.write(line); }},
              options.post, foundation->outboxFolder(), options.publicUrl.host())
        , status({*foundation->store, areas.hub, foundation->hasher, transport, postman})
        , server(io, transport)
        , adminServer(io, adminTransport)
    {
        foundation->addTo(routes);
        areas.addTo(routes);
        pushRoutes.addTo(routes);
        status.addTo(adminRoutes);
        faults.onUnplug([this] { boost::asio::post(io, [this] { server.cut(); }); });
    }

    ~Running() { faults.onUnplug({}); }

    void run()
    {
        server.accept();
        adminServer.accept();
        thread = std::thread([this] {
            reserveThreadHeap(ioHeap);
            io.run();
        });
    }

    boost::asio::awaitable<void> purge()
    {
        boost::asio::steady_timer timer(io);
        for (;;) {
            timer.expires_after(purgeInterval);
            co_await timer.async_wait(boost::asio::use_awaitable);
            areas.hub.purge();
        }
    }

    /// On the I/O thread: says good-bye and waits for the last answers.
    boost::asio::awaitable<void> drain()
    {
        postman.finish();
        areas.hub.tellAll({u"pull"_s, u"server_restart"_s});
        server.shutDown();
        adminServer.shutDown();
        boost::asio::steady_timer timer(io);
        const auto end = std::chrono::steady_clock::now() + drainTime;
        const auto isBusy
            = [this] { return !transport.open.empty() || !adminTransport.open.empty() || postman.isBusy(); };
        while (isBusy() && std::chrono::steady_clock::now() < end) {
            timer.expires_after(drainStep);
            co_await timer.async_wait(boost::asio::use_awaitable);
        }
        io.stop();
    }

    Faults &faults;
    Faults noFaults;
    AccessLog log;
    AccessLog noLog{AccessLog::nowhere};
    std::unique_ptr<Foundation> foundation;
    Areas areas;
    Routes routes;
    Routes adminRoutes;
    Transport transport;
    Transport adminTransport;
    boost::asio::io_context io{1};
    PingWheel wheel;
    PushRoutes pushRoutes;
    Postman postman;
    StatusRoutes status;
    HttpServer server;
    HttpServer adminServer;
    quint16 port = 0;
    std::thread thread;
};

Backend::Backend(BackendOptions options, const Clock &clock, Faults &faults)
    : m_options(std::move(options))
    , m_clock(clock)
    , m_faults(faults)
{
}

Backend::~Backend()
{
    stop();
}

Result<Backend::Urls> Backend::start()
{
    const Result<Done> checked = m_options.check();
    if (!checked)
        return checked.error();
    Result<Places> places = m_options.geoip.isEmpty() ? Result<Places>(Places()) : Places::open(m_options.geoip);
    if (!places)
        return places.error();
    auto foundation
        = Foundation::open({.store = {.folder = m_options.data, .serves = true}, .hasher = m_options.hasher}, m_clock);
    if (!foundation)
        return foundation.error();
    if (m_options.demo) {
        const Result<Done> filled = fillDemo(**foundation, m_options.demoPortals);
        if (!filled)
            return filled.error();
    }
    m_running = std::make_unique<Running>(m_options, std::move(*foundation), std::move(*places), m_faults);
    Result<Urls> urls = listen();
    if (!urls) {
        m_running->foundation->stop();
        m_running.reset();
        return urls;
    }
    m_running->areas.watch(m_running->io, m_options.demoTicker);
    boost::asio::co_spawn(m_running->io, m_running->purge(), boost::asio::detached);
    m_running->postman.begin(m_running->io);
    m_running->run();
    return urls;
}

Result<Backend::Urls> Backend::listen()
{
    const auto &at = m_options.listen;
    const Result<quint16> port = m_running->server.listen(at.address, at.port, m_options.tls);
    if (!port)
        return port.error();
    const auto &adminAt = m_options.admin;
    const Result<quint16> adminPort = m_running->adminServer.listen(adminAt.address, adminAt.port, {});
    if (!adminPort)
        return adminPort.error();
    m_running->port = *port;
    const BackendOptions::Endpoint here{.address = at.address, .port = *port};
    const BackendOptions::Endpoint adminHere{.address = adminAt.address, .port = *adminPort};
    const QString scheme = m_options.tls ? u"https://"_s : u"http://"_s;
    const QUrl base = m_options.publicUrl.isEmpty() ? QUrl(scheme + here.toString()) : m_options.publicUrl;
    m_running->foundation->urls.set(base, m_options.audiences);
    return Urls{m_running->foundation->urls.base(), u"http://"_s + adminHere.toString()};
}

void Backend::stop()
{
    if (m_running)
        boost::asio::co_spawn(m_running->io, m_running->drain(), boost::asio::detached);
    end();
}

void Backend::kill()
{
    if (m_running)
        m_running->io.stop();
    end();
}

void Backend::end()
{
    if (!m_running)
        return;
    m_running->thread.join();
    m_running->postman.stop();
    m_running->foundation->stop();
    m_running.reset();
}

quint16 Backend::port() const
{
    return m_running ? m_running->port : quint16(0);
}

boost::asio::io_context &Backend::io()
{
    return m_running->io;
}

Foundation &Backend::foundation()
{
    return *m_running->foundation;
}

Areas &Backend::areas()
{
    return m_running->areas;
}

} // namespace passport
