// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "support/backendfixture.h"

#include "backend/account/totp.h"
#include "backend/admin/demo.h"
#include "backend/foundation.h"
#include "backend/http/faults.h"
#include "backend/http/httpserver.h"

#include <QTemporaryDir>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <thread>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr HashCost cheap{.memoryBytes = 8192, .passes = 1}; // libsodium's least

[[noreturn]] void giveUp(const Error &error)
{
    qFatal("the backend of this test does not start: %s", qUtf8Printable(error.detail));
}

} // namespace

struct BackendFixture::Private {
    explicit Private(const BackendFixture::Options &theOptions)
        : options(theOptions)
    {
    }

    struct Running {
        Running(Private &fixture)
            : transport(routes, fixture.faults, log, {}, false)
            , server(io, transport)
        {
            auto opened = Foundation::open(
                {.store = {.folder = fixture.folder.path()}, .hasher = {.cost = cheap, .threads = 2}}, fixture.clock);
            if (!opened)
                giveUp(opened.error());
            foundation = std::move(*opened);
            if (const auto filled = fillDemo(*foundation, fixture.options.morePortals); !filled)
                giveUp(filled.error());
            foundation->addTo(routes);
            const Result<quint16> port = server.listen("127.0.0.1", fixture.port, std::nullopt);
            if (!port)
                giveUp(port.error());
            fixture.port = *port;
            foundation->urls.set(QUrl(u"http://127.0.0.1:%1"_s.arg(*port)));
            boost::asio::co_spawn(io, foundation->watch(), boost::asio::detached);
            server.accept();
            thread = std::thread([this] { io.run(); });
        }
        ~Running()
        {
            boost::asio::post(io, [this] { server.cut(); });
            boost::asio::post(io, [this] { io.stop(); });
            thread.join();
            foundation->stop();
        }

        Routes routes;
        AccessLog log{AccessLog::nowhere};
        Transport transport;
        std::unique_ptr<Foundation> foundation;
        boost::asio::io_context io{1};
        HttpServer server;
        std::thread thread;
    };

    const BackendFixture::Options options;
    const QTemporaryDir folder;
    Clock clock;
    Faults faults;
    quint16 port = 0;
    std::unique_ptr<Running> running;
};

BackendFixture::BackendFixture()
    : BackendFixture(Options{})
{
}

BackendFixture::BackendFixture(const Options &options)
    : d(std::make_unique<Private>(options))
{
    restart();
}

BackendFixture::~BackendFixture() = default;

QUrl BackendFixture::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(d->port));
}

quint16 BackendFixture::port() const
{
    return d->port;
}

QString BackendFixture::folder() const
{
    return d->folder.path();
}

Clock &BackendFixture::clock()
{
    return d->clock;
}

Faults &BackendFixture::faults()
{
    return d->faults;
}

Foundation &BackendFixture::foundation()
{
    return *d->running->foundation;
}

boost::asio::io_context &BackendFixture::io()
{
    return d->running->io;
}

void BackendFixture::kill()
{
    d->running.reset();
}

void BackendFixture::restart()
{
    d->running.reset();
    d->running = std::make_unique<Private::Running>(*d);
}

QString borisCode(const Clock &clock, int stepsLater)
{
    const QByteArray secret = totp::secretFromBase32(u"JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"_s);
    return totp::codeAt(secret, totp::stepAt(clock.nowMs()) + stepsLater);
}

} // namespace passport
