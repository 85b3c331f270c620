// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "support/backendfixture.h"

#include "backend/account/totp.h"
#include "backend/backend.h"
#include "support/keptport.h"

#include <QTemporaryDir>

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

    [[nodiscard]] BackendOptions backendOptions() const
    {
        BackendOptions made;
        made.data = folder.path();
        made.listen = {.port = port};
        made.demo = true;
        made.demoPortals = options.morePortals;
        made.geoip = options.places;
        made.hasher = {.cost = cheap, .threads = 2};
        return made;
    }

    const BackendFixture::Options options;
    const QTemporaryDir folder;
    Clock clock;
    Faults faults;
    const quint16 port = keptPort(); // the same after a restart
    quint16 adminPort = 0;
    std::unique_ptr<Backend> backend;
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

BackendFixture::~BackendFixture()
{
    kill(); // a graceful stop would wait for the connections that the test has left open
}

QUrl BackendFixture::url() const
{
    return QUrl(u"http://127.0.0.1:%1"_s.arg(d->port));
}

quint16 BackendFixture::port() const
{
    return d->port;
}

quint16 BackendFixture::adminPort() const
{
    return d->adminPort;
}

Areas &BackendFixture::areas()
{
    return d->backend->areas();
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
    return d->backend->foundation();
}

boost::asio::io_context &BackendFixture::io()
{
    return d->backend->io();
}

void BackendFixture::kill()
{
    d->backend->kill();
}

void BackendFixture::stop()
{
    d->backend->stop();
}

void BackendFixture::restart()
{
    d->backend.reset();
    d->backend = std::make_unique<Backend>(d->backendOptions(), d->clock, d->faults);
    const Result<Backend::Urls> urls = d->backend->start();
    if (!urls)
        giveUp(urls.error());
    d->adminPort = static_cast<quint16>(QUrl(urls->adminUrl).port());
}

QString borisCode(const Clock &clock, int stepsLater)
{
    const QByteArray secret = totp::secretFromBase32(u"JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"_s);
    return totp::codeAt(secret, totp::stepAt(clock.nowMs()) + stepsLater);
}

} // namespace passport
