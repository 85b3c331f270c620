// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/core/serverurls.h"
#include "backend/http/httpserver.h"
#include "backend/push/pullconfigs.h"
#include "backend/push/pushroutes.h"
#include "protocol/pullframes.h"
#include "support/rawclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <future>
#include <thread>

namespace passport {

using namespace Qt::StringLiterals;

/// Push on a real port: transport, hub, rights, wheel. Calls into it run on its thread.
class PushFixture {
public:
    explicit PushFixture(
        std::chrono::milliseconds ping = std::chrono::minutes(1),
        std::chrono::milliseconds hold = std::chrono::milliseconds(200), HttpLimits limits = {})
        : transport(routes, faults, log, limits, false)
        , wheel(io, ping)
        , pushRoutes({hub, wheel, rights, clock, urls, faults}, hold)
        , server(io, transport)
    {
        pushRoutes.addTo(routes);
        const Result<quint16> taken = server.listen("127.0.0.1", 0, {});
        port = taken ? *taken : quint16(0);
        urls.set(QUrl(u"http://127.0.0.1:%1"_s.arg(port)));
        server.accept();
        thread = std::thread([this] { io.run(); });
    }
    ~PushFixture()
    {
        boost::asio::post(io, [this] { io.stop(); });
        thread.join();
    }

    template <typename F> auto call(F job)
    {
        std::packaged_task<std::invoke_result_t<F>()> task(std::move(job));
        auto result = task.get_future();
        boost::asio::post(io, [&task] { task(); });
        return result.get();
    }

    /// `/bitrix/subws/?token=…` of anna's session "s1", or of a portal.
    QByteArray target(UserId user = 1, const PullScope &scope = {}, const QString &session = u"s1"_s)
    {
        return "/bitrix/subws/?token=" + config(user, session, scope).jwt.toLatin1();
    }
    PullConfig config(UserId user, const QString &session, const PullScope &scope = {})
    {
        return call([&] { return configs.forUser(user, SessionId(session), scope); });
    }
    QByteArray guestTarget(const QByteArray &tag)
    {
        return call([&] { return "/bitrix/subws/?token=" + configs.forGuest(tag).jwt.toLatin1(); });
    }
    void ring(int number, UserId user = 1, const PullScope &scope = {})
    {
        call([&] { hub.publishToUser(user, scope, {u"passport"_s, u"counters"_s, {{"n"_L1, number}}}); });
    }
    std::size_t listeners()
    {
        return call([this] { return hub.subscriberCount(); });
    }

    Clock clock;
    ServerUrls urls;
    Faults faults;
    Routes routes;
    AccessLog log{AccessLog::nowhere};
    QSet<QString> dead; // sessions
    PullChannels channels{PullKeys{.signatureKey = "key", .serverUniqId = "secret", .hostId = QByteArray(32, 'h')}};
    ListenRights rights{clock, channels, [this](const ListenRight &right) { return alive(right); }};
    Hub hub{clock, channels, rights};
    PullConfigs configs{clock, channels, rights, urls};
    Transport transport;
    boost::asio::io_context io{1};
    PingWheel wheel;
    PushRoutes pushRoutes;
    HttpServer server;
    quint16 port = 0;
    std::thread thread;

private:
    boost::asio::awaitable<bool> alive(ListenRight right) const
    {
        co_return !dead.contains(QString::fromLatin1(right.session));
    }
};

/// A listener that reads version 5 frames as our client does.
class Listener {
public:
    Listener(PushFixture &push, const QByteArray &target)
        : client(push.port)
        , isOpen(client.openWebSocket(target))
    {
    }

    /// The next message; pings are passed over.
    std::optional<PullEvent> event()
    {
        while (const auto frame = client.frame()) {
            if (frame->opcode != 1)
                return std::nullopt;
            const Result<PullFrames> frames = parsePullFrames(5, frame->payload);
            if (!frames)
                return std::nullopt;
            if (!frames->events.empty())
                return frames->events.front();
        }
        return std::nullopt;
    }
    int number()
    {
        const auto got = event();
        return got ? got->params.value("n"_L1).toInt(-1) : -1;
    }
    int closeCode()
    {
        while (const auto frame = client.frame()) {
            if (frame->opcode == 8)
                return frame->closeCode();
        }
        return 0;
    }
    QJsonObject asked(const QByteArray &request)
    {
        client.sendText(request);
        const auto frame = client.frame();
        return frame ? QJsonDocument::fromJson(frame->payload).object() : QJsonObject();
    }

    RawClient client;
    bool isOpen;
};

inline QByteArray pollOf(const QByteArray &socketTarget)
{
    return QByteArray(socketTarget).replace("/subws/", "/sub/");
}

inline QByteArray get(const QByteArray &target)
{
    return "GET " + target + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
}

} // namespace passport
