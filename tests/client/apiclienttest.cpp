// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/apiclient.h"
#include "apireplies.h"
#include "client/clientcodes.h"
#include "client/networkaccess.h"
#include "httpdouble.h"
#include "protocol/accountapi.h"
#include "protocol/capabilitiesapi.h"
#include "protocol/errorcodes.h"
#include "protocol/signinapi.h"
#include "support/stricttest.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QLocale>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QUrlQuery>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {

/// ApiClient where the network or the server misbehaves.
class ApiClientTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void faultsBecomeTheirError_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("hangUp");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const Reply &reply, Error::Kind kind, QLatin1StringView code) {
            QTest::newRow(name) << reply.bytes << reply.hangUp << kind << QString(code);
        };
        using Kind = Error::Kind;
        const QByteArray html = "<!doctype html><title>Welcome</title>";
        row("silence", {}, Kind::Timeout, {});
        row("dropped mid-body",
            {"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"re", true},
            Kind::Offline, {});
        row("dropped mid-header", {"HTTP/1.1 200 OK\r\nContent-Ty", true}, Kind::Offline, {});
        row("stops mid-body",
            {"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"re", false},
            Kind::Timeout, {});
        row("garbled", HttpDouble::json(200, R"({"result":{"firstName)"), Kind::Malformed, {});
        row("no result", HttpDouble::json(200, "{}"), Kind::Malformed, {});
        row("key missing", HttpDouble::json(200, R"({"result":{"lastName":"x"}})"), Kind::Malformed, {});
        row("html", HttpDouble::page(200, "text/html", html), Kind::Malformed, code::notAPassportServer);
        row("html 404", HttpDouble::page(404, "text/html", html), Kind::Malformed, code::notAPassportServer);
        row("redirect", HttpDouble::page(302, "text/html", html, "Location: http://127.0.0.1:1/\r\n"), Kind::Malformed,
            code::notAPassportServer);
        row("not http", {"220 mail.example.test ESMTP\r\n", true}, Kind::Offline, {});
        row("gateway", HttpDouble::page(502, "text/html", html), Kind::Offline, code::serverAway);
        row("400", refused(400, code::invalidRequest), Kind::Malformed, code::invalidRequest);
        row("409", refused(409, code::replayed), Kind::Refused, code::replayed);
        row("unknown 418", refused(418, "teapot"_L1), Kind::Refused, "teapot"_L1);
        row("500", refused(500, code::internal), Kind::Malformed, code::internal);
        row("too many", refused(429, code::tooMany, "Retry-After: 7\r\n"), Kind::Busy, code::tooMany);
        row("too large", HttpDouble::json(200, QByteArray(5 * 1024 * 1024, ' ')), Kind::Malformed,
            code::answerTooLarge);
    }
    void faultsBecomeTheirError()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, hangUp);
        QFETCH(Error::Kind, kind);
        QFETCH(QString, code);
        HttpDouble server([&](const Request &) { return Reply{bytes, hangUp}; });
        NetworkAccess network;
        // A busy machine may be slow with the others, too.
        ApiClient api(network, server.url(), kind == Error::Kind::Timeout ? impatient : ApiClient::Timing());
        api.setCredentials(credentials(u"a"_s));
        const auto answer = ask(api);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, kind);
        QCOMPARE(answer.error().code, code);
        if (kind == Error::Kind::Busy)
            QCOMPARE(answer.error().retryAfter, 7s);
    }

    void nobodyListens()
    {
        quint16 port = 0;
        {
            QTcpServer gone;
            QVERIFY(gone.listen(QHostAddress::LocalHost));
            port = gone.serverPort();
        }
        NetworkAccess network;
        ApiClient api(network, QUrl(u"http://127.0.0.1:%1"_s.arg(port)));
        api.setCredentials(credentials(u"a"_s));
        QCOMPARE(ask(api).error().code, QString(code::connectionRefused));
    }

    void plainHttpLeavesThisComputerNever() // SR-22
    {
        NetworkAccess network;
        ApiClient api(network, QUrl(u"http://passport.example.test"_s));
        std::optional<Result<Capabilities>> answer;
        api.send(GetCapabilities{}, this, [&](const Result<Capabilities> &got) { answer = got; });
        QTRY_VERIFY(answer);
        QCOMPARE(answer->error().kind, Error::Kind::Insecure);
        QCOMPARE(answer->error().code, QString(code::insecureAddress));
    }

    void handlerDiesWithItsContext()
    {
        HttpDouble server([](const Request &) { return HttpDouble::json(200, profile); });
        NetworkAccess network;
        ApiClient api(network, server.url());
        api.setCredentials(credentials(u"a"_s));
        bool called = false;
        {
            QObject context;
            api.send(GetProfile{}, &context, [&called](const Result<Profile> &) { called = true; });
        }
        QVERIFY(ask(api)); // a later call is answered
        QCOMPARE(server.requests().size(), 2U); // the request itself went out
        QVERIFY(!called);
    }

    void abortedCallIsNotAnswered()
    {
        HttpDouble server([](const Request &) { return HttpDouble::json(200, profile); });
        NetworkAccess network;
        ApiClient api(network, server.url());
        api.setCredentials(credentials(u"a"_s));
        bool called = false;
        PendingRequest *request = api.send(GetProfile{}, this, [&called](const Result<Profile> &) { called = true; });
        request->abort();
        QVERIFY(ask(api));
        QVERIFY(!called);
    }

    void withoutCredentialsNothingIsSent()
    {
        HttpDouble server([](const Request &) { return HttpDouble::json(200, profile); });
        NetworkAccess network;
        ApiClient api(network, server.url());
        QCOMPARE(ask(api).error().kind, Error::Kind::SignInNeeded);
        QVERIFY(server.requests().empty());
    }

    void wrongClockIsNoticedAndHarmless_data()
    {
        QTest::addColumn<int>("seconds");
        QTest::newRow("an hour behind") << 3600;
        QTest::newRow("an hour ahead") << -3600;
    }
    void wrongClockIsNoticedAndHarmless()
    {
        QFETCH(int, seconds);
        const QByteArray date
            = QLocale::c()
                  .toString(QDateTime::currentDateTimeUtc().addSecs(seconds), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s)
                  .toLatin1();
        HttpDouble server(
            [&date](const Request &) { return HttpDouble::json(200, profile, "Date: " + date + "\r\n"); });
        NetworkAccess network;
        ApiClient api(network, server.url());
        api.setCredentials(credentials(u"a"_s));
        QSignalSpy changed(&api, &ApiClient::clockSkewChanged);
        QVERIFY(ask(api));
        QVERIFY(std::abs(api.clockSkew().count() + seconds) <= 2);
        QCOMPARE(changed.size(), 1);
    }

    void otherServerGetsNothingOfTheFirst()
    {
        HttpDouble first([](const Request &) { return Reply{}; });
        HttpDouble second([](const Request &) { return HttpDouble::json(200, profile); });
        NetworkAccess network;
        ApiClient api(network, first.url());
        api.setCredentials(credentials(u"a"_s));
        bool called = false;
        api.send(GetProfile{}, this, [&called](const Result<Profile> &) { called = true; });
        QTRY_COMPARE(first.requests().size(), 1U);
        api.setServer(second.url());
        QVERIFY(!api.credentials());
        QVERIFY(!ask(api));
        QVERIFY(second.requests().empty());
        QVERIFY(!called);
    }

    void originIsAsDialled_data()
    {
        QTest::addColumn<QString>("server");
        QTest::addColumn<QString>("origin");
        QTest::newRow("default port") << u"https://Passport.Example.test:443/"_s << u"https://passport.example.test"_s;
        QTest::newRow("other port") << u"http://localhost:8080/base"_s << u"http://localhost:8080"_s;
        QTest::newRow("ipv6") << u"http://[::1]:80"_s << u"http://[::1]"_s;
    }
    void originIsAsDialled()
    {
        QFETCH(QString, server);
        QFETCH(QString, origin);
        NetworkAccess network;
        QCOMPARE(ApiClient(network, QUrl(server)).origin(), origin);
    }
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::ApiClientTest)
#include "apiclienttest.moc"
