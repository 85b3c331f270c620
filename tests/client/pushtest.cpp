// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/clientcodes.h"
#include "client/networkaccess.h"
#include "client/pushconnection.h"
#include "client/reachability.h"
#include "httpdouble.h"
#include "pushdouble.h"
#include "support/stricttest.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

const QUrl here(u"http://127.0.0.1"_s);

PushConnection::Timing quick()
{
    return {
        .plan = BackoffPlan::Watched,
        .connectLimit = 30s,
        .silenceLimit = 30s,
        .pingInterval = 100ms,
        .pongLimit = 30s,
        .restartPause = 10ms,
        .websocketRetry = 100ms,
        .failuresBeforePolling = 2,
        .waitFactor = 0.02};
}

template <typename State> bool isIn(const PushConnection &push)
{
    return std::holds_alternative<State>(push.state());
}

/// Counts how often the connection begins to wait; a short wait may be over before a test looks at it.
class Waits : public QObject {
public:
    explicit Waits(PushConnection &push)
    {
        connect(
            &push, &PushConnection::stateChanged, this, [this, &push] { count += isIn<push::Waiting>(push) ? 1 : 0; });
    }

    int count = 0;
};

} // namespace

/// PushConnection where the network or the push server misbehaves.
class PushTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void opensWithItsRightAndGoesOnBehindTheLastMessage()
    {
        PushDouble server;
        PushConnection push(m_network, m_reachability, quick());
        QSignalSpy connected(&push, &PushConnection::connected);
        QSignalSpy events(&push, &PushConnection::eventReceived);
        push.start(server.config(), here);
        QTRY_COMPARE(connected.size(), 1);
        QVERIFY(isIn<push::Online>(push));
        QCOMPARE(server.last().requestUrl().query(), u"token=a.b.c&jsonRpc=true&revision=19"_s);
        server.say(u"0007"_s, u"one"_s);
        QTRY_COMPARE(events.size(), 1);
        QTRY_VERIFY(server.heard.contains(u"mack:0007"_s));
        server.say(u"0007"_s, u"one"_s); // a repeat is acknowledged and swallowed
        QTRY_COMPARE(server.heard.count(u"mack:0007"_s), 2);
        QCOMPARE(events.size(), 1);
        server.last().close(QWebSocketProtocol::CloseCodeGoingAway);
        QTRY_COMPARE(connected.size(), 2); // whoever listens reads the truth again
        QVERIFY(server.last().requestUrl().query().contains(u"mid=0007"_s));
    }

    void answersPings()
    {
        PushDouble server;
        PushConnection push(m_network, m_reachability, quick());
        push.start(server.config(), here);
        QTRY_VERIFY(push.isOnline());
        server.last().sendTextMessage(u"ping"_s);
        QTRY_COMPARE(server.heard, QStringList{u"pong"_s});
    }

    void anAnsweredCallShortensTheWait()
    {
        PushDouble server;
        auto timing = quick();
        timing.waitFactor = 1000; // the back-off alone would outlast the test
        timing.answeredWait = 50ms;
        PushConnection push(m_network, m_reachability, timing);
        push.start(server.config(), here);
        QTRY_VERIFY(push.isOnline());
        server.last().close(QWebSocketProtocol::CloseCodeGoingAway);
        QTRY_VERIFY(isIn<push::Waiting>(push));
        push.serverAnswered();
        QTRY_VERIFY(push.isOnline());
        push.serverAnswered();
        QVERIFY(push.isOnline());
    }

    void mutedServerIsLeft() // SR-23
    {
        PushDouble server;
        auto timing = quick();
        timing.silenceLimit = 400ms;
        PushConnection push(m_network, m_reachability, timing);
        QSignalSpy connected(&push, &PushConnection::connected);
        push.start(server.config(), here);
        QTRY_VERIFY(connected.size() >= 2); // nothing heard: the connection is given up and made anew
    }

    void pingsKeepItOpen()
    {
        PushDouble server;
        auto timing = quick();
        timing.silenceLimit = 5s; // on a busy machine this test itself may be silent for a second or two
        PushConnection push(m_network, m_reachability, timing);
        QSignalSpy connected(&push, &PushConnection::connected);
        push.start(server.config(), here);
        QTRY_VERIFY(push.isOnline());
        QTimer pings;
        connect(&pings, &QTimer::timeout, &server, [&server] { server.last().sendTextMessage(u"ping"_s); });
        pings.start(100ms);
        QTRY_VERIFY(server.heard.count(u"pong"_s) >= 60); // 6 s of pings, against a limit of 5 s
        QCOMPARE(connected.size(), 1);
        QCOMPARE(server.sockets.size(), 1U);
    }

    void olderServersArePinged()
    {
        PushDouble server; // QWebSocket answers pings by itself
        auto timing = quick();
        timing.pongLimit = 5s;
        PushConnection push(m_network, m_reachability, timing);
        push.start(server.config(4), here);
        QTRY_VERIFY(push.isOnline());
        QCOMPARE(server.last().requestUrl().query(), u"token=a.b.c&format=json&revision=19"_s);
        QSignalSpy changed(&push, &PushConnection::stateChanged);
        QVERIFY(!changed.wait(6000)); // beyond the limit: only pongs can have kept it
    }

    void halfOpenServerIsLeft()
    {
        QTcpServer deaf; // takes the connection, never answers the upgrade
        QVERIFY(deaf.listen(QHostAddress::LocalHost));
        PullConfig config = m_server.config();
        config.websocket = u"ws://127.0.0.1:%1/"_s.arg(deaf.serverPort());
        auto timing = quick();
        timing.connectLimit = 300ms;
        timing.waitFactor = 1000;
        PushConnection push(m_network, m_reachability, timing);
        push.start(config, here);
        QVERIFY(isIn<push::Connecting>(push));
        QTRY_VERIFY(isIn<push::Waiting>(push));
        QCOMPARE(std::get<push::Waiting>(push.state()).why.kind, Error::Kind::Timeout);
        QCOMPARE(std::get<push::Waiting>(push.state()).attempt, 1);
    }

    void waitsLongerEachTimeAndNotAtAllWhenTheNetworkReturns()
    {
        PullConfig config = m_server.config();
        {
            PushDouble gone;
            config.websocket = gone.config().websocket;
        }
        auto timing = quick();
        PushConnection push(m_network, m_reachability, timing);
        push.start(config, here);
        QTRY_VERIFY(isIn<push::Waiting>(push));
        QCOMPARE(std::get<push::Waiting>(push.state()).why.code, QString(code::connectionRefused));
        int highest = 0;
        connect(&push, &PushConnection::stateChanged, this, [&] {
            if (const auto *waiting = std::get_if<push::Waiting>(&push.state()))
                highest = std::max(highest, waiting->attempt);
        });
        QTRY_VERIFY(highest >= 3);

        timing.waitFactor = 1000; // "for ever"
        PushConnection patient(m_network, m_reachability, timing);
        patient.start(config, here);
        QTRY_VERIFY(isIn<push::Waiting>(patient));
        Q_EMIT m_reachability.becameReachable();
        QVERIFY(isIn<push::Connecting>(patient));
        QTRY_VERIFY(isIn<push::Waiting>(patient));
        patient.retryNow();
        QVERIFY(isIn<push::Connecting>(patient));
        patient.stop();
        QVERIFY(isIn<push::Stopped>(patient));
        Q_EMIT m_reachability.becameReachable();
        QVERIFY(isIn<push::Stopped>(patient));
    }

    void staleChannelAsksForAConfig_data()
    {
        QTest::addColumn<QString>("command");
        QTest::newRow("channel_expire") << u"channel_expire"_s;
        QTest::newRow("config_expire") << u"CONFIG_EXPIRE"_s;
        QTest::newRow("4010") << QString();
    }
    void staleChannelAsksForAConfig()
    {
        QFETCH(QString, command);
        PushDouble server;
        PushConnection push(m_network, m_reachability, quick());
        QSignalSpy needed(&push, &PushConnection::configNeeded);
        push.start(server.config(), here);
        QTRY_VERIFY(push.isOnline());
        server.say(u"0001"_s, u"seen"_s);
        QTRY_COMPARE(server.heard.size(), 1);
        if (command.isEmpty())
            server.closeWith(4010);
        else
            server.say(u"0002"_s, command, u"pull"_s);
        QTRY_COMPARE(needed.size(), 1);
        QVERIFY(isIn<push::FetchingConfig>(push));
        push.renew(server.config());
        QTRY_VERIFY(push.isOnline());
        QVERIFY(server.last().requestUrl().query().contains(u"mid=0"_s)); // it goes on where it was
        const Waits waits(push);
        server.closeWith(4010);
        QTRY_COMPARE(needed.size(), 2);
        QCOMPARE(waits.count, 1); // so soon again: not at once
    }

    void configThatRunsOutIsReplaced() // SR-3: by its own length, whatever our clock says
    {
        PushDouble server;
        PullConfig config = server.config();
        const QDateTime longAgo(QDate(2001, 1, 1), QTime(0, 0), Qt::UTC);
        config.privateChannel->start = longAgo;
        config.privateChannel->end = longAgo.addSecs(1);
        PushConnection push(m_network, m_reachability, quick());
        QSignalSpy needed(&push, &PushConnection::configNeeded);
        push.start(config, here);
        QTRY_VERIFY(push.isOnline());
        QTRY_COMPARE(needed.size(), 1);
    }

    void refusedConfigIsAskedForAgainOrTheEnd()
    {
        PushConnection push(m_network, m_reachability, quick());
        QSignalSpy needed(&push, &PushConnection::configNeeded);
        push.prepare(here);
        QCOMPARE(needed.size(), 1);
        push.renewFailed({.kind = Error::Kind::Offline, .code = {}, .detail = {}, .details = {}});
        QTRY_COMPARE(needed.size(), 2);
        push.renewFailed({.kind = Error::Kind::SignInNeeded, .code = {}, .detail = {}, .details = {}});
        QVERIFY(isIn<push::Stopped>(push));
    }

    void serverRestartIsWaitedOut()
    {
        PushDouble server;
        PushConnection push(m_network, m_reachability, quick());
        QSignalSpy connected(&push, &PushConnection::connected);
        push.start(server.config(), here);
        QTRY_VERIFY(push.isOnline());
        const Waits waits(push);
        server.say(u"0001"_s, u"server_restart"_s, u"pull"_s);
        QTRY_COMPARE(connected.size(), 2);
        QCOMPARE(waits.count, 1);
    }

    void rubbishSpoilsItselfOnly() // SR-24
    {
        PushDouble server;
        PushConnection push(m_network, m_reachability, quick());
        QSignalSpy events(&push, &PushConnection::eventReceived);
        push.start(server.config(), here);
        QTRY_VERIFY(push.isOnline());
        server.last().sendTextMessage(u"{\"method\":"_s);
        server.last().sendTextMessage(QString(200, u'['));
        server.last().sendTextMessage(u"{\"jsonrpc\":\"2.0\",\"method\":\"unknown\",\"params\":{}}"_s);
        server.say(u"0001"_s, u"good"_s);
        QTRY_COMPARE(events.size(), 1);
        QCOMPARE(server.sockets.size(), 1U);
    }

    void hugeMessageEndsTheConnection() // SR-24
    {
        PushDouble server;
        PushConnection push(m_network, m_reachability, quick());
        QSignalSpy connected(&push, &PushConnection::connected);
        push.start(server.config(), here);
        QTRY_VERIFY(push.isOnline());
        server.last().sendTextMessage(QString(65 * 1024, u' '));
        QTRY_COMPARE(connected.size(), 2);
    }

    void fallsBackToPollingAndReturns()
    {
        PushDouble sockets;
        bool answered = false;
        HttpDouble server([&](const HttpDouble::Request &request) {
            if (request.headers.contains("upgrade")) // a proxy that knows no websockets
                return HttpDouble::page(403, "text/plain", "no");
            if (std::exchange(answered, true))
                return HttpDouble::Reply{}; // held
            return HttpDouble::json(
                200,
                "[{\"jsonrpc\":\"2.0\",\"method\":\"incoming.message\",\"params\":{\"mid\":\"0003\",\"body\":"
                "{\"module_id\":\"main\",\"command\":\"polled\",\"params\":{}}}}]");
        });
        PullConfig config = m_server.config();
        const QString address = server.url().authority();
        config.websocket = "ws://"_L1 + address + "/subws/"_L1;
        config.longPolling = "http://"_L1 + address + "/sub/"_L1;
        PushConnection push(m_network, m_reachability, quick());
        QSignalSpy events(&push, &PushConnection::eventReceived);
        QSignalSpy connected(&push, &PushConnection::connected);
        connect(&push, &PushConnection::configNeeded, &push, [&] { push.renew(config); });
        push.start(config, here);
        QTRY_COMPARE(events.size(), 1);
        QVERIFY(std::get<push::Online>(push.state()).limited);
        QCOMPARE(events.first().first().value<PullEvent>().command, u"polled"_s);
        QTRY_VERIFY(server.requests().back().line.contains("mid=0003"));
        QCOMPARE(connected.size(), 1);
        push.stop();
    }

    void mayBeDestroyedInItsOwnSignal()
    {
        PushDouble server;
        auto *push = new PushConnection(m_network, m_reachability, quick());
        connect(push, &PushConnection::eventReceived, push, [push] { delete push; });
        QSignalSpy destroyed(push, &QObject::destroyed);
        push->start(server.config(), here);
        QTRY_VERIFY(push->isOnline());
        server.say(u"0001"_s, u"x"_s);
        QTRY_COMPARE(destroyed.size(), 1);
    }

private:
    NetworkAccess m_network;
    Reachability m_reachability;
    PushDouble m_server;
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::PushTest)
#include "pushtest.moc"
