// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/transportfixture.h"
#include "backend/transportroutes.h"
#include "support/rawclient.h"
#include "support/stricttest.h"

#include <QTemporaryDir>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace passport {

/// HTTP and websocket transport over real sockets: what it answers, and what it survives.
class TransportTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void answersAndKeepsAlive();
    void answersPipelinedRequestsInOrder();
    void readsARequestInSinglePackets();
    void closesWhenAsked_data();
    void closesWhenAsked();
    void refusesHostileRequests_data();
    void refusesHostileRequests();
    void answersTooLargeBodyWithoutReadingIt();
    void closesHalfOpenConnections();
    void closesIdleConnections();
    void dropsAReaderThatNeverReads();
    void tellsWhatIsAllowed();
    void headHasNoBody();
    void continuesAnUploadWhenAsked();
    void hidesReasonsOfFailures();
    void sendsSecurityHeaders();
    void believesOnlyTheProxy();
    void capsConnectionsOfAnAddress();
    void masksSecretsInTheLog();
    void finishesTheAnswerOnShutDown();
    void spoilsAnswersForTests();
};

void TransportTest::answersAndKeepsAlive()
{
    TransportFixture server(testRoutes());
    RawClient client(server.port());
    client.send(get("/echo/a%20b?x=1"));
    QByteArray answer = client.response();
    QCOMPARE(statusOf(answer), 200);
    QCOMPARE(bodyOf(answer), "GET /echo/a b|x=1|"_ba);
    client.send("POST http://localhost/echo/ HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n"
                "3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");
    answer = client.response();
    QCOMPARE(bodyOf(answer), "POST /echo/||abcde"_ba);
    QCOMPARE(headerOf(answer, "connection"), "keep-alive"_ba);
}

void TransportTest::answersPipelinedRequestsInOrder()
{
    TransportFixture server(testRoutes());
    RawClient client(server.port());
    client.send(get("/slow") + get("/echo/2") + get("/slow") + get("/echo/4"));
    QCOMPARE(bodyOf(client.response()), "slow"_ba);
    QCOMPARE(bodyOf(client.response()), "GET /echo/2||"_ba);
    QCOMPARE(bodyOf(client.response()), "slow"_ba);
    QCOMPARE(bodyOf(client.response()), "GET /echo/4||"_ba);
}

void TransportTest::readsARequestInSinglePackets()
{
    TransportFixture server(testRoutes());
    RawClient client(server.port());
    const QByteArray request = "POST /echo/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\n\r\nabc";
    for (const char c : request)
        QVERIFY(client.send(QByteArray(1, c)));
    QCOMPARE(bodyOf(client.response()), "POST /echo/||abc"_ba);
}

void TransportTest::closesWhenAsked_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("Connection: close") << get("/echo/", "Connection: close\r\n");
    QTest::newRow("HTTP/1.0") << "GET /echo/ HTTP/1.0\r\n\r\n"_ba;
}

void TransportTest::closesWhenAsked()
{
    QFETCH(QByteArray, request);
    TransportFixture server(testRoutes());
    RawClient client(server.port());
    client.send(request);
    const auto answer = client.untilClosed();
    QVERIFY(answer);
    QCOMPARE(statusOf(*answer), 200);
    QCOMPARE(headerOf(*answer, "connection"), "close"_ba);
}

void TransportTest::refusesHostileRequests_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status"); // 0: closed without a word
    const QByteArray host = "Host: localhost\r\n";
    QTest::newRow("garbage") << "\x01\x02\x03garbage\r\n\r\n"_ba << 400;
    QTest::newRow("no version") << "GET /echo/\r\n\r\n"_ba << 400;
    QTest::newRow("HTTP/9.9") << "GET /echo/ HTTP/9.9\r\n" + host + "\r\n" << 400;
    QTest::newRow("bare line feeds") << "GET /echo/ HTTP/1.1\nHost: localhost\n\n"_ba << 400;
    QTest::newRow("header without colon") << "GET /echo/ HTTP/1.1\r\n" + host + "nonsense\r\n\r\n" << 400;
    QTest::newRow("space before colon") << "GET /echo/ HTTP/1.1\r\n" + host + "X : 1\r\n\r\n" << 400;
    QTest::newRow("NUL in a header") << "GET /echo/ HTTP/1.1\r\nHost: local\0host\r\n\r\n"_ba << 400;
    QTest::newRow("no Host") << "GET /echo/ HTTP/1.1\r\n\r\n"_ba << 400;
    QTest::newRow("two Hosts") << "GET /echo/ HTTP/1.1\r\n" + host + host + "\r\n" << 400;
    QTest::newRow("unknown method") << "BREW /echo/ HTTP/1.1\r\n" + host + "\r\n" << 501;
    QTest::newRow("CONNECT") << "CONNECT localhost:1 HTTP/1.1\r\n" + host + "\r\n" << 501;
    QTest::newRow("broken escape") << get("/echo/%zz") << 400;
    QTest::newRow("half an escape") << get("/echo/%2") << 400;
    QTest::newRow("escaped NUL") << get("/echo/%00") << 400;
    QTest::newRow("escaped line break") << get("/echo/%0d%0aX:1") << 400;
    QTest::newRow("broken escape in the query") << get("/echo/?a=%zz") << 400;
    QTest::newRow("no such form of target") << "GET echo HTTP/1.1\r\n" + host + "\r\n" << 400;
    const QByteArray post = "POST /echo/ HTTP/1.1\r\n" + host;
    QTest::newRow("negative length") << post + "Content-Length: -5\r\n\r\n" << 400;
    QTest::newRow("worded length") << post + "Content-Length: abc\r\n\r\n" << 400;
    QTest::newRow("two lengths") << post + "Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd" << 400;
    QTest::newRow("length and coding") << post + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
                                       << 400;
    QTest::newRow("coding and length") << post + "Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n"
                                       << 400;
    QTest::newRow("unknown coding") << post + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n" << 400;
    QTest::newRow("two codings") << post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n" << 400;
    QTest::newRow("coding in HTTP/1.0") << "POST /echo/ HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"_ba
                                        << 400;
    QTest::newRow("negative chunk") << post + "Transfer-Encoding: chunked\r\n\r\n-5\r\nabc\r\n" << 400;
    QTest::newRow("endless chunk") << post + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nabc\r\n" << 413;
    QTest::newRow("huge chunk") << post + "Transfer-Encoding: chunked\r\n\r\n7FFFFFFFFFFFFFFF\r\nabc\r\n" << 413;
    QTest::newRow("huge length") << post + "Content-Length: 9000000000000000000\r\n\r\n" << 413;
    QTest::newRow("too long a target") << get("/echo/" + QByteArray(20'000, 'a')) << 431;
    QTest::newRow("too many headers") << get("/echo/", QByteArray("X-A: 1\r\n").repeated(3000)) << 431;
    QTest::newRow("too long a header") << get("/echo/", "X-A: " + QByteArray(1'000'000, 'a') + "\r\n") << 431;
}

void TransportTest::refusesHostileRequests()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    TransportFixture server(testRoutes());
    {
        RawClient client(server.port());
        client.send(request);
        const auto answer = client.untilClosed(); // never leaves the connection open: smuggling needs that
        QVERIFY(answer);
        QCOMPARE(statusOf(*answer), status);
        QCOMPARE(answer->count("HTTP/1."), 1);
    }
    RawClient next(server.port()); // and goes on serving
    next.send(get("/echo/still"));
    QCOMPARE(bodyOf(next.response()), "GET /echo/still||"_ba);
}

void TransportTest::answersTooLargeBodyWithoutReadingIt()
{
    TransportFixture server(testRoutes());
    RawClient client(server.port());
    client.send("POST /echo/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000\r\n\r\n");
    client.send(QByteArray(200'000, 'x')); // it is still sending when the answer comes
    const auto answer = client.untilClosed();
    QVERIFY(answer);
    QCOMPARE(statusOf(*answer), 413);
}

void TransportTest::closesHalfOpenConnections()
{
    HttpLimits limits;
    limits.read = std::chrono::milliseconds(200);
    TransportFixture server(testRoutes(), limits);
    RawClient silent(server.port());
    RawClient half(server.port());
    half.send("GET /echo/ HTTP/1.1\r\nHo");
    RawClient body(server.port());
    body.send("POST /echo/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\n\r\nab");
    QVERIFY(silent.untilClosed());
    QVERIFY(half.untilClosed());
    QVERIFY(body.untilClosed());
    QTRY_COMPARE(server.onThread([&server] { return server.transport().open.size(); }), std::size_t(0));
}

void TransportTest::closesIdleConnections()
{
    HttpLimits limits;
    limits.keepAlive = std::chrono::seconds(1);
    TransportFixture server(testRoutes(), limits);
    RawClient client(server.port());
    client.send(get("/echo/"));
    QCOMPARE(statusOf(client.response()), 200);
    QVERIFY(client.untilClosed());
}

void TransportTest::dropsAReaderThatNeverReads()
{
    HttpLimits limits;
    limits.write = std::chrono::milliseconds(200);
    TransportFixture server(testRoutes(), limits);
    RawClient client(server.port());
    client.send(get("/large") + get("/large"));
    QTRY_COMPARE(server.onThread([&server] { return server.transport().acceptedConnections; }), quint64(1));
    QTRY_COMPARE(server.onThread([&server] { return server.transport().open.size(); }), std::size_t(0));
}

void TransportTest::tellsWhatIsAllowed()
{
    TransportFixture server(testRoutes());
    RawClient client(server.port());
    client.send("PUT /echo/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n");
    QByteArray answer = client.response();
    QCOMPARE(statusOf(answer), 405);
    QCOMPARE(headerOf(answer, "allow"), "GET, POST, HEAD, OPTIONS"_ba);
    client.send("OPTIONS /echo/ HTTP/1.1\r\nHost: localhost\r\n\r\n");
    answer = client.response();
    QCOMPARE(statusOf(answer), 204);
    QCOMPARE(headerOf(answer, "allow"), "GET, POST, HEAD, OPTIONS"_ba);
    client.send(get("/nowhere"));
    QCOMPARE(statusOf(client.response()), 404);
    client.send(get("/socket/"));
    QCOMPARE(statusOf(client.response()), 426);
}

void TransportTest::headHasNoBody()
{
    TransportFixture server(testRoutes());
    RawClient client(server.port());
    client.send("HEAD /echo/ HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    const auto answer = client.untilClosed();
    QVERIFY(answer);
    QVERIFY(headerOf(*answer, "content-length").toInt() > 0);
    QVERIFY(bodyOf(*answer).isEmpty());
}

void TransportTest::continuesAnUploadWhenAsked()
{
    TransportFixture server(testRoutes());
    RawClient client(server.port());
    client.send("POST /echo/ HTTP/1.1\r\nHost: localhost\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
    QCOMPARE(statusOf(client.response()), 100);
    client.send("abc");
    QCOMPARE(bodyOf(client.response()), "POST /echo/||abc"_ba);
}

void TransportTest::hidesReasonsOfFailures() // SR-47
{
    TransportFixture server(testRoutes());
    RawClient client(server.port());
    client.send(get("/broken"));
    const QByteArray answer = client.response();
    QCOMPARE(statusOf(answer), 500);
    QVERIFY(!answer.contains("hunter2"));
    QVERIFY(bodyOf(answer).contains(headerOf(answer, "x-request-id")));
}

void TransportTest::sendsSecurityHeaders()
{
    TransportFixture server(testRoutes());
    RawClient client(server.port());
    client.send(get("/echo/"));
    const QByteArray answer = client.response();
    QCOMPARE(headerOf(answer, "x-content-type-options"), "nosniff"_ba);
    QCOMPARE(headerOf(answer, "referrer-policy"), "no-referrer"_ba);
    QCOMPARE(headerOf(answer, "cache-control"), "no-store"_ba);
    QVERIFY(headerOf(answer, "content-security-policy").contains("frame-ancestors 'none'"));
    QVERIFY(headerOf(answer, "server").isEmpty());
}

void TransportTest::believesOnlyTheProxy()
{
    const QByteArray forwarded = get("/who", "X-Forwarded-For: 1.1.1.1, 203.0.113.7\r\nX-Forwarded-Proto: https\r\n");
    TransportFixture open(testRoutes());
    RawClient stranger(open.port());
    stranger.send(forwarded);
    QCOMPARE(bodyOf(stranger.response()), "127.0.0.1 plain"_ba);
    TransportFixture proxied(testRoutes(), {}, {}, AccessLog::nowhere, true);
    RawClient proxy(proxied.port());
    proxy.send(forwarded);
    QCOMPARE(bodyOf(proxy.response()), "203.0.113.7 secure"_ba);
}

void TransportTest::capsConnectionsOfAnAddress()
{
    HttpLimits limits;
    limits.connectionsFromLoopback = 2;
    TransportFixture server(testRoutes(), limits);
    RawClient first(server.port());
    auto second = std::make_unique<RawClient>(server.port());
    second->send(get("/echo/"));
    QCOMPARE(statusOf(second->response()), 200);
    RawClient third(server.port());
    QVERIFY(third.untilClosed());
    second.reset();
    QTRY_COMPARE(server.onThread([&server] { return server.transport().open.size(); }), std::size_t(1));
    RawClient fourth(server.port());
    fourth.send(get("/echo/"));
    QCOMPARE(statusOf(fourth.response()), 200);
}

void TransportTest::masksSecretsInTheLog() // SR-22
{
    QTemporaryDir folder;
    const QByteArray file = folder.filePath(u"log"_s).toUtf8();
    const int log = ::open(file.constData(), O_CREAT | O_WRONLY, 0600);
    {
        TransportFixture server(testRoutes(), {}, {}, log);
        RawClient client(server.port());
        const QByteArrayList targets{"/echo/?token=canary1&mid=42",
                                     "/echo/?CHANNEL_ID=canary2&auth=canary3",
                                     "/a/s1/x/canary4/",
                                     "/%61/s1/x/canary5/",
                                     "//a/s1/x/canary8/",
                                     "http://localhost/a/s1/x/canary9/",
                                     "/echo/?canary6",
                                     "/echo/?a%0Ab=canary7"};
        for (const QByteArray &target : targets) {
            client.send(get(target));
            QVERIFY(!client.response().isEmpty());
        }
    }
    ::close(log);
    QFile written(QString::fromUtf8(file));
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray text = written.readAll();
    QVERIFY2(!text.contains("canary"), text);
    QCOMPARE(text.count('\n'), 8);
    QVERIFY(text.contains("GET /echo/?token=…&mid=42"));
}

void TransportTest::finishesTheAnswerOnShutDown()
{
    TransportFixture server(testRoutes());
    RawClient idle(server.port());
    idle.send(get("/echo/"));
    QCOMPARE(statusOf(idle.response()), 200);
    RawClient busy(server.port());
    busy.send(get("/slow"));
    QTRY_COMPARE(server.onThread([&server] { return server.transport().open.size(); }), std::size_t(2));
    server.shutDown();
    QVERIFY(idle.untilClosed());
    const auto answer = busy.untilClosed();
    QVERIFY(answer);
    QVERIFY(!RawClient(server.port()).isConnected());
}

void TransportTest::spoilsAnswersForTests()
{
    TransportFixture server(testRoutes());
    const auto asked = [&server](Faults::Kind kind) {
        server.faults().add({.kind = kind, .path = "/echo/", .delay = std::chrono::milliseconds(20)});
        RawClient client(server.port());
        client.send(get("/echo/", "Connection: close\r\n"));
        return client.untilClosed().value_or("still open");
    };
    QCOMPARE(statusOf(asked(Faults::Kind::Fail)), 500);
    QVERIFY(asked(Faults::Kind::DropBefore).isEmpty());
    QCOMPARE(bodyOf(asked(Faults::Kind::Delay)), "GET /echo/||"_ba);
    QCOMPARE(bodyOf(asked(Faults::Kind::DropMidBody)), "GET /e"_ba);
    const QByteArray garbled = asked(Faults::Kind::Garble);
    QVERIFY(bodyOf(garbled) != "GET /echo/||"_ba);
    QCOMPARE(bodyOf(garbled).size(), headerOf(garbled, "content-length").toInt());
    QVERIFY(bodyOf(asked(Faults::Kind::Html)).contains("<html>"));
    RawClient healthy(server.port());
    healthy.send(get("/echo/"));
    QCOMPARE(bodyOf(healthy.response()), "GET /echo/||"_ba);
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::TransportTest)
#include "transporttest.moc"
