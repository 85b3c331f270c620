// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "apireplies.h"
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

/// ApiClient and its right to ask: refreshed tokens, nonces, CSRF tokens.
class ApiAuthorizationTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
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

    void callWithATokenThatIsBeingReplacedWaits()
    {
        bool rotated = false;
        HttpDouble server([&rotated](const Request &request) {
            if (request.line.startsWith("POST /oauth/token/")) {
                rotated = true; // the server knows the old one no more
                return HttpDouble::json(200, written(tokensJson(u"new"_s)));
            }
            const bool fresh = request.headers.value("authorization") == "DPoP new";
            return fresh ? HttpDouble::json(200, profile)
                         : refused(401, rotated ? code::invalidToken : code::expiredToken);
        });
        NetworkAccess network;
        ApiClient api(network, server.url());
        api.setCredentials(credentials(u"old"_s));
        QSignalSpy ended(&api, &ApiClient::sessionEnded);
        QSignalSpy answered(&network.http(), &QNetworkAccessManager::finished);
        std::function<void()> saved;
        api.setKeepTokens([&saved](const Credentials &, const auto &kept) { saved = kept; });
        int good = 0;
        const auto call
            = [&] { api.send(GetProfile{}, this, [&good](const Result<Profile> &got) { good += got ? 1 : 0; }); };
        call();
        QTRY_VERIFY(saved); // a keyring takes its time
        call();
        QTRY_COMPARE(answered.size(), 3);
        QVERIFY(ended.isEmpty());
        saved();
        QTRY_COMPARE(good, 2);
        QVERIFY(ended.isEmpty());
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
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::ApiAuthorizationTest)
#include "apiauthorizationtest.moc"
