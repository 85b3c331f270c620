// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/apiclient.h"
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
namespace {

using Reply = HttpDouble::Reply;
using Request = HttpDouble::Request;

constexpr ApiClient::Timing impatient{.transfer = 200ms};

const QByteArray profile = R"({"result":{"firstName":"Anna","lastName":"Ivanova","revision":1},"time":{}})";

QByteArray written(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

/// Fresh tokens; the refresh token names its access token.
QJsonObject tokensJson(const QString &access)
{
    SessionTokens tokens;
    tokens.accessToken = access;
    tokens.refreshToken = "r-of-"_L1 + access;
    tokens.tokenType = u"DPoP"_s;
    tokens.expiresIn = 900s;
    tokens.userId = 1;
    return tokens.toJson();
}

Credentials credentials(const QString &access)
{
    Credentials made;
    made.tokens.accessToken = access;
    made.tokens.refreshToken = u"old-refresh"_s;
    made.tokens.tokenType = u"DPoP"_s;
    made.key = std::make_shared<const DeviceKey>(DeviceKey::generate());
    return made;
}

Reply refused(int status, QLatin1StringView code, const QByteArray &headers = {})
{
    const QJsonObject json{{"error"_L1, code}, {"error_description"_L1, u"d"_s}};
    return HttpDouble::json(status, written(json), headers);
}

} // namespace

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
        row("gateway", HttpDouble::page(502, "text/html", html), Kind::Offline, {});
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
        ApiClient api(network, server.url(), impatient);
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

    void manyExpiredCallsCauseOneRefresh()
    {
        int refreshes = 0;
        HttpDouble server([&refreshes](const Request &request) {
            if (request.line.startsWith("POST /oauth/token/")) {
                ++refreshes;
                return HttpDouble::json(200, written(tokensJson(u"new"_s)));
            }
            const bool fresh = request.headers.value("authorization") == "DPoP new";
            return fresh ? HttpDouble::json(200, profile) : refused(401, code::expiredToken);
        });
        NetworkAccess network;
        ApiClient api(network, server.url());
        api.setCredentials(credentials(u"old"_s));
        QList<QString> order;
        api.setKeepTokens([&order](const Credentials &rotated, const auto &kept) {
            order.append("kept "_L1 + rotated.tokens.accessToken);
            QTimer::singleShot(20ms, kept); // a keyring takes its time
        });
        constexpr int calls = 20;
        for (int i = 0; i < calls; ++i)
            api.send(GetProfile{}, this, [&order](const Result<Profile> &got) {
                order.append(got ? u"ok"_s : got.error().detail);
            });
        QTRY_COMPARE(order.size(), calls + 1);
        QCOMPARE(order.first(), u"kept new"_s); // SR-27: saved before use
        QCOMPARE(order.count(u"ok"_s), calls);
        QCOMPARE(refreshes, 1);
        const auto &form = *std::ranges::find_if(
            server.requests(), [](const Request &request) { return request.line.contains("/oauth/token/"); });
        QCOMPARE(QUrlQuery(QString::fromLatin1(form.body)).queryItemValue(u"refresh_token"_s), u"old-refresh"_s);
        QCOMPARE(form.headers.value("content-type"), "application/x-www-form-urlencoded");
        QVERIFY(!form.headers.value("dpop").isEmpty());
        QCOMPARE(api.credentials()->tokens.refreshToken, u"r-of-new"_s);
    }

    void lostRefreshAnswerIsAskedForAgain() // SR-27
    {
        int refreshes = 0;
        HttpDouble server([&refreshes](const Request &request) {
            if (request.line.startsWith("POST /oauth/token/")) {
                return ++refreshes == 1
                    ? Reply{"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{", true}
                    : HttpDouble::json(200, written(tokensJson(u"new"_s)));
            }
            const bool fresh = request.headers.value("authorization") == "DPoP new";
            return fresh ? HttpDouble::json(200, profile) : refused(401, code::expiredToken);
        });
        NetworkAccess network;
        ApiClient api(network, server.url());
        api.setCredentials(credentials(u"old"_s));
        QVERIFY(ask(api));
        QCOMPARE(refreshes, 2);
    }

    void refusedRefreshEndsTheSessionOnce()
    {
        HttpDouble server([](const Request &request) {
            return request.line.startsWith("POST /oauth/token/") ? refused(400, code::invalidGrant)
                                                                 : refused(401, code::expiredToken);
        });
        NetworkAccess network;
        ApiClient api(network, server.url());
        api.setCredentials(credentials(u"old"_s));
        QSignalSpy ended(&api, &ApiClient::sessionEnded);
        int signInNeeded = 0;
        for (int i = 0; i < 5; ++i) {
            api.send(GetProfile{}, this, [&signInNeeded](const Result<Profile> &got) {
                signInNeeded += got.error().kind == Error::Kind::SignInNeeded ? 1 : 0;
            });
        }
        QTRY_COMPARE(signInNeeded, 5);
        QCOMPARE(ended.size(), 1);
        QVERIFY(!api.credentials());
    }

    void unreachableRefreshKeepsTheSession()
    {
        HttpDouble server([](const Request &request) {
            return request.line.startsWith("POST /oauth/token/") ? Reply{{}, true} : refused(401, code::expiredToken);
        });
        NetworkAccess network;
        ApiClient api(network, server.url());
        api.setCredentials(credentials(u"old"_s));
        QSignalSpy ended(&api, &ApiClient::sessionEnded);
        QCOMPARE(ask(api).error().kind, Error::Kind::Offline);
        QCOMPARE(ended.size(), 0);
        QCOMPARE(api.credentials()->tokens.accessToken, u"old"_s);
    }

    void invalidTokenEndsTheSession()
    {
        HttpDouble server([](const Request &) { return refused(401, code::invalidToken); });
        NetworkAccess network;
        ApiClient api(network, server.url());
        api.setCredentials(credentials(u"old"_s));
        QSignalSpy ended(&api, &ApiClient::sessionEnded);
        QCOMPARE(ask(api).error().code, QString(code::invalidToken));
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(!api.credentials());
    }

    void nonceIsFetchedOnceAndKept() // SR-28
    {
        int challenges = 0;
        HttpDouble server([&challenges](const Request &request) {
            const QByteArray claims = QByteArray::fromBase64(
                request.headers.value("dpop").split('.').value(1), QByteArray::Base64UrlEncoding);
            if (claims.contains(R"("nonce":"n1")"))
                return HttpDouble::json(200, profile, "DPoP-Nonce: n1\r\n");
            ++challenges;
            return refused(
                401, code::useDpopNonce, "DPoP-Nonce: n1\r\nWWW-Authenticate: DPoP error=\"use_dpop_nonce\"\r\n");
        });
        NetworkAccess network;
        ApiClient api(network, server.url());
        api.setCredentials(credentials(u"a"_s));
        QVERIFY(ask(api));
        QVERIFY(ask(api));
        QCOMPARE(challenges, 1);
    }

    void nonceIsNotFetchedForEver()
    {
        HttpDouble server([](const Request &) { return refused(401, code::useDpopNonce, "DPoP-Nonce: n\r\n"); });
        NetworkAccess network;
        ApiClient api(network, server.url());
        api.setCredentials(credentials(u"a"_s));
        QCOMPARE(ask(api).error().code, QString(code::useDpopNonce));
        QCOMPARE(server.requests().size(), 2U);
    }

    void csrfTokenIsRepeatedOnce()
    {
        HttpDouble server([](const Request &request) {
            if (request.headers.value("x-bitrix-csrf-token") == "right")
                return HttpDouble::json(200, written({{"result"_L1, tokensJson(u"new"_s)}}));
            return HttpDouble::json(
                403, R"({"error":"invalid_csrf","details":{"csrf":"right"}})",
                "Set-Cookie: PASSPORT_SID=one; Path=/; HttpOnly\r\n");
        });
        NetworkAccess network;
        ApiClient api(network, server.url());
        std::optional<Result<SessionTokens>> answer;
        api.send(IssueTokens{}, this, [&](const Result<SessionTokens> &got) { answer = got; });
        QTRY_VERIFY(answer);
        QVERIFY(answer->has_value());
        QCOMPARE(server.requests().back().headers.value("cookie"), "PASSPORT_SID=one");
        api.setCredentials(credentials(u"a"_s));
        QVERIFY(!ask(api)); // it answers with a CSRF error; only the headers matter here
        QVERIFY(!server.requests().back().headers.contains("cookie")); // api.md 2: never beside Authorization
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

private:
    Result<Profile> ask(ApiClient &api)
    {
        std::optional<Result<Profile>> answer;
        api.send(GetProfile{}, this, [&answer](const Result<Profile> &got) { answer = got; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }))
            return Error::malformed(u"no answer at all"_s);
        return *answer;
    }
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::ApiClientTest)
#include "apiclienttest.moc"
