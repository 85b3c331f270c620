// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "support/backendfixture.h"
#include "support/restcaller.h"
#include "support/stricttest.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {

class DpopTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void stolenTokenIsWorthless();
    void proofForElsewhereIsRefused();
    void loopbackHasThreeNames();
    void proofIsUsedOnce();
    void nonceExpiresAndIsRenewedInTime();
    void forgedNonceIsNone();
    void clientsClockDoesNotMatter_data();
    void clientsClockDoesNotMatter();
    void garbageIsRefused_data();
    void garbageIsRefused();
    void twoProofsAreNone();
};

namespace {

struct Anna {
    Anna()
        : caller(backend.port())
    {
        caller.signIn(u"anna@example.test"_s, u"anna-demo-Passport"_s);
    }
    RestAnswer probe() { return caller.call("passport.profile.get"); }
    RestAnswer probeWith(const QByteArray &scheme, const QByteArray &proof)
    {
        RestCaller::Headers headers{{"Authorization", scheme + ' ' + caller.accessToken}};
        if (!proof.isEmpty())
            headers.emplace_back("DPoP", proof);
        return caller.post("/rest/passport.profile.get", "{}", headers);
    }
    [[nodiscard]] QByteArray
    proof(const QByteArray &method = "POST", const QByteArray &target = "/rest/passport.profile.get") const
    {
        return caller.proof(method, target, caller.accessToken);
    }

    BackendFixture backend;
    RestCaller caller;
};

} // namespace

void DpopTest::stolenTokenIsWorthless() // SR-28
{
    Anna anna;
    RestCaller thief(anna.backend.port());
    thief.accessToken = anna.caller.accessToken;
    const RestAnswer asBearer = thief.call("passport.profile.get");
    QCOMPARE(asBearer.status, 401);
    QCOMPARE(asBearer.error(), u"invalid_token"_s);
    thief.nonce = anna.caller.nonce;
    thief.key = TestKey::make();
    const RestAnswer withOwnKey = thief.call("passport.profile.get");
    QCOMPARE(withOwnKey.status, 401);
    QCOMPARE(withOwnKey.error(), u"invalid_proof"_s);
    // A proof that was overheard belongs to that token: it does not cover another one.
    const QByteArray other = anna.caller.proof("POST", "/rest/passport.profile.get", QByteArray(43, 'A'));
    QCOMPARE(anna.probeWith("DPoP", other).error(), u"invalid_proof"_s);
    QCOMPARE(anna.probe().status, 200);
}

void DpopTest::proofForElsewhereIsRefused()
{
    Anna anna;
    QCOMPARE(anna.probeWith("DPoP", anna.proof("GET")).error(), u"invalid_proof"_s);
    QCOMPARE(anna.probeWith("DPoP", anna.proof("POST", "/rest/passport.signout")).error(), u"invalid_proof"_s);
    anna.caller.dialled = "http://evil.example:" + QByteArray::number(anna.backend.port()); // a relaying host
    QCOMPARE(anna.probe().error(), u"invalid_proof"_s);
    anna.caller.dialled = "https://127.0.0.1:" + QByteArray::number(anna.backend.port());
    QCOMPARE(anna.probe().error(), u"invalid_proof"_s);
}

void DpopTest::loopbackHasThreeNames()
{
    Anna anna;
    for (const char *name : {"127.0.0.1", "localhost", "[::1]"}) {
        anna.caller.dialled = QByteArray("http://") + name + ':' + QByteArray::number(anna.backend.port());
        QCOMPARE(anna.probe().status, 200);
    }
}

void DpopTest::proofIsUsedOnce() // SR-28
{
    Anna anna;
    const QByteArray proof = anna.proof();
    QCOMPARE(anna.probeWith("DPoP", proof).status, 200);
    const RestAnswer replayed = anna.probeWith("DPoP", proof);
    QCOMPARE(replayed.status, 401);
    QCOMPARE(replayed.error(), u"invalid_proof"_s);
    anna.backend.clock().advance(9min);
    QCOMPARE(anna.probeWith("DPoP", proof).error(), u"invalid_proof"_s);
    // The same id under a new nonce is still the same id, until the nonce of its use has died.
    anna.caller.fixedId = "the-same-id";
    QCOMPARE(anna.probe().status, 200);
    anna.backend.clock().advance(30s);
    QCOMPARE(anna.probe().error(), u"invalid_proof"_s);
}

void DpopTest::nonceExpiresAndIsRenewedInTime()
{
    Anna anna;
    const QByteArray first = anna.caller.nonce;
    QVERIFY(anna.probe().header("DPoP-Nonce").isEmpty()); // still young
    anna.backend.clock().advance(6min);
    const RestAnswer renewed = anna.probe();
    QCOMPARE(renewed.status, 200);
    QVERIFY(!renewed.header("DPoP-Nonce").isEmpty());
    anna.caller.nonce = first;
    anna.backend.clock().advance(4min);
    const RestAnswer expired = anna.probe();
    QCOMPARE(expired.status, 401);
    QCOMPARE(expired.error(), u"use_dpop_nonce"_s);
    QCOMPARE(expired.header("WWW-Authenticate"), "DPoP error=\"use_dpop_nonce\", algs=\"EdDSA\"");
    QCOMPARE(anna.probe().status, 200); // repeated once with the new nonce
}

void DpopTest::forgedNonceIsNone()
{
    Anna anna;
    QByteArray &nonce = anna.caller.nonce;
    nonce[0] = nonce[0] == 'A' ? 'B' : 'A'; // another time under the old code
    QCOMPARE(anna.probe().error(), u"use_dpop_nonce"_s);
    nonce.clear();
    QCOMPARE(anna.probe().error(), u"use_dpop_nonce"_s);
    QCOMPARE(anna.probe().status, 200);
}

void DpopTest::clientsClockDoesNotMatter_data() // SR-28
{
    QTest::addColumn<qint64>("secondsAhead");
    QTest::newRow("right") << qint64(0);
    QTest::newRow("a year behind") << qint64(-365 * 86400);
    QTest::newRow("a year ahead") << qint64(365 * 86400);
}

void DpopTest::clientsClockDoesNotMatter()
{
    QFETCH(const qint64, secondsAhead);
    Anna anna;
    anna.caller.secondsAhead = secondsAhead;
    QCOMPARE(anna.probe().status, 200);
    QCOMPARE(anna.caller.refresh().status, 200);
}

void DpopTest::garbageIsRefused_data()
{
    QTest::addColumn<QByteArray>("proof");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("no JWT") << QByteArray("x");
    QTest::newRow("three empty parts") << QByteArray("..");
    QTest::newRow("alg none") << QByteArray("eyJ0eXAiOiJkcG9wK2p3dCIsImFsZyI6Im5vbmUifQ.e30.");
    QTest::newRow("long") << QByteArray(9000, 'a');
}

void DpopTest::garbageIsRefused()
{
    QFETCH(const QByteArray, proof);
    Anna anna;
    const RestAnswer answer = anna.probeWith("DPoP", proof);
    QCOMPARE(answer.status, 401);
    QCOMPARE(answer.error(), u"invalid_proof"_s);
}

void DpopTest::twoProofsAreNone()
{
    Anna anna;
    const RestAnswer answer = anna.caller.post(
        "/rest/passport.profile.get", "{}",
        {{"Authorization", "DPoP " + anna.caller.accessToken}, {"DPoP", anna.proof()}, {"DPoP", anna.proof()}});
    QCOMPARE(answer.error(), u"invalid_proof"_s);
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::DpopTest)
#include "dpop_test.moc"
