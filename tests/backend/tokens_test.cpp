// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/foundation.h"
#include "support/backendfixture.h"
#include "support/rawclient.h"
#include "support/restcaller.h"
#include "support/stricttest.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {

class TokensTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void missingAndUnknownTokens();
    void accessTokenExpiresAndRefreshHelps();
    void longSleepIsAnExpiryNotASignOut();
    void refreshRotates();
    void secondUseEndsTheSession();
    void lostAnswerIsForgivenToTheSameKey();
    void bearerHasNoGrace();
    void refreshNeedsTheKey();
    void idleAndAbsoluteLife();
    void oauthErrors_data();
    void oauthErrors();
    void signOutIsEffectiveAtOnce();
    void blockByAnotherProcessIsEffectiveSoon();
    void tokensSurviveARestart();
    void onlyHashesAreStored();
    void twoAuthorizationsAreRefused_data();
    void twoAuthorizationsAreRefused();
};

namespace {

struct SignedIn {
    explicit SignedIn(bool withKey = true)
        : caller(backend.port())
    {
        answer = caller.signIn(u"anna@example.test"_s, u"anna-demo-Passport"_s, withKey);
    }
    QString probe() { return caller.call("passport.profile.get").error(); } ///< Empty: it worked.

    BackendFixture backend;
    RestCaller caller;
    RestAnswer answer;
};

/// A request with exactly these lines of its own.
QByteArray requestWith(const QByteArray &method, const QByteArray &lines)
{
    return "POST /rest/" + method + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + lines
        + "Content-Length: 2\r\n\r\n{}";
}

} // namespace

void TokensTest::missingAndUnknownTokens()
{
    SignedIn anna(false);
    anna.caller.accessToken.clear();
    RestAnswer answer = anna.caller.call("passport.profile.get");
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.error(), u"NO_AUTH_FOUND"_s);
    anna.caller.accessToken = QByteArray(43, 'A');
    answer = anna.caller.call("passport.profile.get");
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.error(), u"invalid_token"_s);
}

void TokensTest::accessTokenExpiresAndRefreshHelps()
{
    SignedIn anna;
    QCOMPARE(anna.probe(), QString());
    anna.backend.clock().advance(15min);
    QCOMPARE(anna.probe(), u"expired_token"_s);
    QCOMPARE(anna.caller.refresh().error(), u"use_dpop_nonce"_s); // the nonce has aged as well
    QCOMPARE(anna.caller.refresh().status, 200);
    QCOMPARE(anna.probe(), QString());
}

void TokensTest::longSleepIsAnExpiryNotASignOut()
{
    SignedIn anna;
    anna.backend.clock().advance(29 * 24h);
    QCOMPARE(anna.probe(), u"expired_token"_s);
    (void)anna.caller.refresh();
    QCOMPARE(anna.caller.refresh().status, 200);
    QCOMPARE(anna.probe(), QString());
}

void TokensTest::refreshRotates() // SR-27
{
    SignedIn anna;
    const QByteArray first = anna.caller.refreshToken;
    const RestAnswer answer = anna.caller.refresh();
    QCOMPARE(answer.status, 200);
    QVERIFY(anna.caller.refreshToken != first);
    const QJsonObject tokens = answer.json();
    QCOMPARE(tokens.value("token_type"_L1).toString(), u"DPoP"_s);
    QCOMPARE(tokens.value("expires_in"_L1).toInt(), 900);
    QVERIFY(tokens.value("expires"_L1).toInteger() > 0);
    QCOMPARE(answer.header("Cache-Control"), "no-store");
    QCOMPARE(anna.probe(), QString());
    QCOMPARE(anna.caller.refresh().status, 200);
}

void TokensTest::secondUseEndsTheSession() // SR-27
{
    SignedIn anna;
    const QByteArray stolen = anna.caller.refreshToken;
    QCOMPARE(anna.caller.refresh().status, 200);
    anna.backend.clock().advance(11s);
    const RestAnswer reused = anna.caller.refresh(stolen);
    QCOMPARE(reused.status, 400);
    QCOMPARE(reused.error(), u"invalid_grant"_s);
    QCOMPARE(anna.probe(), u"invalid_token"_s); // the whole family is gone
    QCOMPARE(anna.caller.refresh().error(), u"invalid_grant"_s);
    const qint64 told = anna.backend.foundation().store->writeNow([](Db &db) {
        Rows rows = db.select("SELECT count(*) FROM audit WHERE event = 'token.reuse' AND actor = 1"_L1);
        return rows.next() ? rows.integer(0) : -1;
    });
    QCOMPARE(told, 1);
}

void TokensTest::lostAnswerIsForgivenToTheSameKey() // SR-27
{
    SignedIn anna;
    const QByteArray first = anna.caller.refreshToken;
    QCOMPARE(anna.caller.refresh(first).status, 200); // this answer is lost
    anna.backend.clock().advance(5s); // of 10
    QCOMPARE(anna.caller.refresh().status, 200); // again with the first
    QCOMPARE(anna.probe(), QString());
}

void TokensTest::bearerHasNoGrace()
{
    SignedIn anna(false);
    const QByteArray first = anna.caller.refreshToken;
    QCOMPARE(anna.caller.refresh().status, 200);
    QCOMPARE(anna.caller.refresh(first).error(), u"invalid_grant"_s);
    QCOMPARE(anna.probe(), u"invalid_token"_s);
}

void TokensTest::refreshNeedsTheKey() // SR-28
{
    SignedIn anna;
    RestCaller thief(anna.backend.port());
    thief.refreshToken = anna.caller.refreshToken;
    QCOMPARE(thief.refresh().error(), u"invalid_proof"_s); // as a bearer
    thief.key = TestKey::make();
    thief.nonce = anna.caller.nonce;
    const RestAnswer answer = thief.refresh(); // with another key
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.error(), u"invalid_proof"_s);
    QCOMPARE(anna.caller.refresh().status, 200); // its owner has lost nothing
}

void TokensTest::idleAndAbsoluteLife() // SR-27
{
    SignedIn anna(false);
    anna.backend.clock().advance(30 * 24h);
    QCOMPARE(anna.caller.refresh().error(), u"invalid_grant"_s);

    SignedIn steady(false);
    for (int i = 0; i < 3; ++i) {
        steady.backend.clock().advance(29 * 24h);
        QCOMPARE(steady.caller.refresh().status, 200);
    }
    steady.backend.clock().advance(3 * 24h + 1min); // 90 days after the sign-in
    QCOMPARE(steady.caller.refresh().error(), u"invalid_grant"_s);
}

void TokensTest::oauthErrors_data()
{
    QTest::addColumn<QByteArray>("form");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("error");
    QTest::newRow("nothing") << QByteArray() << 400 << u"invalid_request"_s;
    QTest::newRow("grant") << QByteArray("grant_type=password&client_id=passport") << 400
                           << u"unsupported_grant_type"_s;
    QTest::newRow("client") << QByteArray("grant_type=refresh_token&client_id=other&refresh_token=x") << 401
                            << u"invalid_client"_s;
    QTest::newRow("no token") << QByteArray("grant_type=refresh_token&client_id=passport") << 400 << u"invalid_grant"_s;
    QTest::newRow("token") << QByteArray("grant_type=refresh_token&client_id=passport&client_secret=x&refresh_token=x")
                           << 400 << u"invalid_grant"_s;
}

void TokensTest::oauthErrors()
{
    QFETCH(const QByteArray, form);
    QFETCH(const int, status);
    QFETCH(const QString, error);
    BackendFixture backend;
    const RestAnswer answer = RestCaller(backend.port()).post("/oauth/token/", form);
    QCOMPARE(answer.error(), error);
    QCOMPARE(answer.status, status);
    QVERIFY(answer.json().contains("error_description"_L1));
}

void TokensTest::signOutIsEffectiveAtOnce() // SR-43
{
    SignedIn anna;
    QString reason;
    anna.backend.onThread([&] {
        anna.backend.foundation().sessions.onEnded([&](const SessionId &, const QString &why) { reason = why; });
    });
    QCOMPARE(anna.probe(), QString());
    QCOMPARE(anna.caller.call("passport.signout").status, 200);
    QCOMPARE(anna.probe(), u"invalid_token"_s);
    QCOMPARE(anna.caller.refresh().error(), u"invalid_grant"_s);
    anna.backend.onThread([] {});
    QCOMPARE(reason, u"signout"_s);
}

void TokensTest::blockByAnotherProcessIsEffectiveSoon() // SR-43
{
    SignedIn anna;
    QCOMPARE(anna.probe(), QString());
    const auto other = Store::open({.folder = anna.backend.folder()});
    QVERIFY(other);
    Foundation &foundation = anna.backend.foundation();
    (*other)->writeNow([&foundation](Db &db) {
        foundation.sessions.endAll(db, 1, u"blocked"_s);
        OutsideChanges::mark(db);
    });
    QTRY_COMPARE(anna.probe(), u"invalid_token"_s);
}

void TokensTest::tokensSurviveARestart()
{
    SignedIn anna;
    anna.backend.kill();
    anna.backend.restart();
    QCOMPARE(anna.probe(), u"use_dpop_nonce"_s); // proofs of before are void: their ids are forgotten
    QCOMPARE(anna.probe(), QString());
    QCOMPARE(anna.caller.refresh().status, 200);
}

void TokensTest::onlyHashesAreStored()
{
    SignedIn anna;
    QFile file(anna.backend.folder() + u"/passport.sqlite"_s);
    QFile journal(anna.backend.folder() + u"/passport.sqlite-wal"_s);
    QVERIFY(file.open(QIODevice::ReadOnly) && journal.open(QIODevice::ReadOnly));
    const QByteArray everything = file.readAll() + journal.readAll();
    QVERIFY(everything.contains("anna@example.test"));
    QVERIFY(!everything.contains(anna.caller.accessToken));
    QVERIFY(!everything.contains(anna.caller.refreshToken));
    QVERIFY(!everything.contains("anna-demo-Passport"));
}

void TokensTest::twoAuthorizationsAreRefused_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("lines"); // % is the token
    const QByteArray profile = "passport.profile.get";
    QTest::newRow("the same twice") << profile << QByteArray("Authorization: Bearer %\r\nAuthorization: Bearer %\r\n");
    QTest::newRow("another one first") << profile
                                       << QByteArray("Authorization: Bearer x\r\nAuthorization: Bearer %\r\n");
    QTest::newRow("another one last") << profile
                                      << QByteArray("Authorization: Bearer %\r\nAuthorization: Bearer x\r\n");
    QTest::newRow("an empty one") << profile << QByteArray("Authorization:\r\nAuthorization: Bearer %\r\n");
    QTest::newRow("in other letters") << profile << QByteArray("AUTHORIZATION: Bearer %\r\nauthorization: DPoP %\r\n");
    QTest::newRow("apart") << profile
                           << QByteArray("Authorization: Bearer %\r\nAccept: */*\r\nAuthorization: Bearer %\r\n");
    QTest::newRow("file") << QByteArray("passport.photo.put")
                          << QByteArray("Authorization: Bearer %\r\nAuthorization: Bearer %\r\n");
    QTest::newRow("nobody needed") << QByteArray("passport.capabilities")
                                   << QByteArray("Authorization: Bearer %\r\nAuthorization: Bearer %\r\n");
}

/// Which of them counts, a proxy in between may see otherwise.
void TokensTest::twoAuthorizationsAreRefused()
{
    QFETCH(const QByteArray, method);
    QFETCH(QByteArray, lines);
    SignedIn anna(false);
    const QByteArray one = "Authorization: Bearer " + anna.caller.accessToken + "\r\n";
    RawClient client(anna.backend.port());
    QVERIFY(client.send(requestWith("passport.profile.get", one)));
    QCOMPARE(statusOf(client.response()), 200);
    QVERIFY(client.send(requestWith(method, lines.replace('%', anna.caller.accessToken))));
    const auto refused = client.untilClosed(); // and nothing that comes after it is read
    QVERIFY(refused);
    QCOMPARE(statusOf(*refused), 400);
    QVERIFY(bodyOf(*refused).contains("invalid_request"));
    QCOMPARE(anna.probe(), QString());
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::TokensTest)
#include "tokens_test.moc"
