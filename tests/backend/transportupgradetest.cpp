// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/transportfixture.h"
#include "backend/transportroutes.h"
#include "support/rawclient.h"
#include "support/stricttest.h"

#include <QFile>
#include <QProcess>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace passport {

/// Connections that become something else: websockets and TLS.
class TransportUpgradeTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void speaksWebSocket();
    void refusesBadUpgrades_data();
    void refusesBadUpgrades();
    void limitsMessageSize();
    void speaksTls();
    void refusesOldTls();
};

void TransportUpgradeTest::speaksWebSocket()
{
    TransportFixture server(testRoutes());
    RawClient client(server.port());
    QVERIFY(client.openWebSocket("/socket/"));
    for (const QByteArray &text : {"hello"_ba, QByteArray(300, 'x'), QByteArray(60'000, 'y')}) {
        QVERIFY(client.sendText(text));
        const auto frame = client.frame();
        QVERIFY(frame);
        QCOMPARE(frame->payload, text);
    }
    server.shutDown();
    const auto last = client.frame();
    QVERIFY(last);
    QCOMPARE(last->closeCode(), 1001);
}

void TransportUpgradeTest::refusesBadUpgrades_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const QByteArray upgrade = "Connection: Upgrade\r\nUpgrade: websocket\r\n";
    QTest::newRow("no key") << get("/socket/", upgrade + "Sec-WebSocket-Version: 13\r\n") << 400;
    QTest::newRow("old version") << get(
        "/socket/", upgrade + "Sec-WebSocket-Version: 8\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n")
                                 << 426;
    QTest::newRow("half a key") << get(
        "/socket/", upgrade + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZQ==\r\n")
                                << 400;
    QTest::newRow("elsewhere") << get(
        "/echo2/", upgrade + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n")
                               << 404;
    QTest::newRow("refused by the handler")
        << get("/socket/",
               upgrade
                   + "Origin: https://evil.example\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: "
                     "dGhlIHNhbXBsZSBub25jZQ==\r\n")
        << 403;
}

void TransportUpgradeTest::refusesBadUpgrades()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    QTemporaryDir folder;
    QFile log(folder.filePath(u"log"_s));
    QVERIFY(log.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
    {
        TransportFixture server(testRoutes(), {}, {}, log.handle());
        RawClient client(server.port());
        client.send(request);
        const QByteArray answer = client.response();
        QCOMPARE(statusOf(answer), status);
        QVERIFY(!headerOf(answer, "x-request-id").isEmpty()); // SR-47
        QCOMPARE(headerOf(answer, "x-content-type-options"), "nosniff"_ba);
        QVERIFY(!answer.contains("Beast"));
        QVERIFY(client.untilClosed());
    }
    QVERIFY(log.seek(0));
    const QByteArray line = log.readAll();
    QVERIFY2(line.contains(' ' + QByteArray::number(status) + ' ') && !line.contains(" 101 "), line);
}

void TransportUpgradeTest::limitsMessageSize() // SR-24
{
    TransportFixture server(testRoutes());
    RawClient client(server.port());
    QVERIFY(client.openWebSocket("/socket/"));
    client.sendText(QByteArray(70'000, 'x'));
    const auto frame = client.frame();
    QVERIFY(frame);
    QCOMPARE(frame->closeCode(), 1009);
}

namespace {

TlsFiles madeCertificate(const QTemporaryDir &folder)
{
    const QString key = folder.filePath(u"key.pem"_s);
    const QString certificate = folder.filePath(u"certificate.pem"_s);
    const int code = QProcess::execute(
        u"openssl"_s,
        {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s, u"-nodes"_s,
         u"-keyout"_s, key, u"-out"_s, certificate, u"-days"_s, u"2"_s, u"-subj"_s, u"/CN=localhost"_s});
    return code == 0 ? TlsFiles{certificate.toUtf8(), key.toUtf8()} : TlsFiles{};
}

} // namespace

void TransportUpgradeTest::speaksTls()
{
    QTemporaryDir folder;
    TransportFixture server(testRoutes(), {}, madeCertificate(folder));
    QSslSocket client;
    client.setPeerVerifyMode(QSslSocket::VerifyNone);
    client.connectToHostEncrypted(u"127.0.0.1"_s, server.port());
    QTRY_VERIFY(client.isEncrypted());
    client.write(get("/who", "Connection: close\r\n"));
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    const QByteArray answer = client.readAll();
    QCOMPARE(bodyOf(answer), "127.0.0.1 secure"_ba);
    QVERIFY(!headerOf(answer, "strict-transport-security").isEmpty());
}

void TransportUpgradeTest::refusesOldTls() // SR-21
{
    QTemporaryDir folder;
    TransportFixture server(testRoutes(), {}, madeCertificate(folder));
    QProcess old;
    old.start(
        u"openssl"_s,
        {u"s_client"_s, u"-connect"_s, u"127.0.0.1:%1"_s.arg(server.port()), u"-tls1_1"_s, u"-cipher"_s,
         u"ALL@SECLEVEL=0"_s});
    QTRY_COMPARE(old.state(), QProcess::NotRunning);
    QVERIFY(old.exitCode() != 0);
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::TransportUpgradeTest)
#include "transportupgradetest.moc"
