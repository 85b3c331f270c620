// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/apiclient.h"
#include "client/clientcodes.h"
#include "client/networkaccess.h"
#include "client/pushconnection.h"
#include "client/reachability.h"
#include "httpdouble.h"
#include "protocol/capabilitiesapi.h"
#include "support/certificates.h"
#include "support/stricttest.h"

#include <QFile>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// TLS that must be refused, in HTTP and in the websocket alike, and TLS that must not (SR-21).
class TlsTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void init() override
    {
        StrictTest::init();
        m_before = QSslConfiguration::defaultConfiguration();
    }
    void cleanup() { QSslConfiguration::setDefaultConfiguration(m_before); }

    void certificateDecides_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("days");
        QTest::addColumn<bool>("trusted");
        QTest::addColumn<QString>("reason");
        QTest::newRow("good") << u"localhost"_s << 1 << true << QString();
        QTest::newRow("nobody trusts it") << u"localhost"_s << 1 << false << u"unknown_issuer"_s;
        QTest::newRow("of another host") << u"other.example.test"_s << 1 << true << u"wrong_host"_s;
        QTest::newRow("of yesterday") << u"localhost"_s << -1 << true << u"expired"_s;
    }
    void certificateDecides()
    {
        QFETCH(QString, host);
        QFETCH(int, days);
        QFETCH(bool, trusted);
        QFETCH(QString, reason);
        QTemporaryDir folder;
        makeCertificates(folder, host, days);
        QSslServer server;
        serve(server, folder);
        if (trusted) { // as a company's own authority in the system's store
            QSslConfiguration system = m_before;
            system.addCaCertificate(QSslCertificate(contents(folder.filePath(u"ca.pem"_s))));
            QSslConfiguration::setDefaultConfiguration(system);
        }
        const QUrl address(u"https://localhost:%1"_s.arg(server.serverPort()));

        NetworkAccess network;
        ApiClient api(network, address);
        std::optional<Result<Capabilities>> answer;
        api.send(GetCapabilities{}, this, [&answer](const Result<Capabilities> &got) { answer = got; });
        QTRY_VERIFY(answer);
        // The good one reaches the server, which has nothing sensible to say.
        QCOMPARE(answer->error().kind, reason.isEmpty() ? Error::Kind::NotFound : Error::Kind::Insecure);
        QCOMPARE(answer->error().details.value("reason"_L1).toString(), reason);

        Reachability reachability;
        PushConnection push(network, reachability, {.plan = BackoffPlan::Watched, .waitFactor = 1000});
        PullConfig config;
        config.websocket = u"ws://localhost:%1/subws/"_s.arg(server.serverPort()); // must not be taken
        config.websocketSecure = u"wss://localhost:%1/subws/"_s.arg(server.serverPort());
        push.start(config, address);
        QTRY_VERIFY(std::holds_alternative<push::Waiting>(push.state()));
        const Error why = std::get<push::Waiting>(push.state()).why;
        QCOMPARE(why.kind, reason.isEmpty() ? Error::Kind::Offline : Error::Kind::Insecure);
        QCOMPARE(why.details.value("reason"_L1).toString(), reason);
        if (!reason.isEmpty())
            QCOMPARE(why.details.value("issuer"_L1).toString(), u"Test"_s);
    }

private:
    /// Answers every request with an empty object.
    void serve(QSslServer &server, const QTemporaryDir &folder)
    {
        QSslConfiguration tls;
        tls.setLocalCertificate(QSslCertificate(contents(folder.filePath(u"made.pem"_s))));
        tls.setPrivateKey(QSslKey(contents(folder.filePath(u"key.pem"_s)), QSsl::Ec));
        server.setSslConfiguration(tls);
        connect(&server, &QSslServer::pendingConnectionAvailable, &server, [&server] {
            QTcpSocket *socket = server.nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                socket->readAll();
                socket->write(HttpDouble::json(404, "{}").bytes);
            });
        });
        QVERIFY(server.listen(QHostAddress::LocalHost));
    }

    QSslConfiguration m_before;
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::TlsTest)
#include "tlstest.moc"
