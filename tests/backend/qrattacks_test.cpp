// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/guard/audit.h"
#include "protocol/base64url.h"
#include "support/demopeople.h"
#include "support/qrwindow.h"
#include "support/stricttest.h"

#include <QJsonDocument>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

QJsonObject linkOf(const QrWindow &window)
{
    return {{"link"_L1, window.link()}};
}

/// A window whose token is in its hands.
QJsonObject approve(RestCaller &phone, QrWindow &window)
{
    window.open();
    const QJsonObject scanned = phone.call("passport.qr.scan", linkOf(window)).result();
    window.number(scanned.value("number"_L1).toString());
    const QJsonObject approval{{"approvalId"_L1, scanned.value("approvalId"_L1)}};
    phone.call("passport.qr.approve", approval);
    window.status();
    return approval;
}

qint64 audited(BackendFixture &backend, const QString &event)
{
    return backend.foundation().store->writeNow([&](Db &db) {
        Rows rows = db.select("SELECT count(*) FROM audit WHERE event = ?"_L1, {event});
        return rows.next() ? rows.integer(0) : 0;
    });
}

bool isIn(RestCaller &caller)
{
    caller.call("passport.profile.get"); // brings the nonce if there was none
    return caller.call("passport.profile.get").status == 200;
}

/// The answer without what differs from request to request.
QByteArray shapeOf(const RestAnswer &answer)
{
    return QByteArray::number(answer.status) + ' ' + answer.error().toLatin1();
}

} // namespace

/// What others try with a QR sign-in (SR-2 … SR-17).
class QrAttacksTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void fiftyClaimsAtOnceMakeOneSession();
    void lostAnswerIsGivenAgain();
    void rightTokenWithAnotherKeyIsTheft();
    void sealedTokenOpensForItsWindowOnly();
    void replayedSequenceIsRefused();
    void otherAudienceIsRefused();
    void unusableKeysAreRefused();
    void unknownTicketAndWrongProofLookAlike();
    void goneIsOneAnswer();
    void takenByAnotherPersonIsGone();
    void onlyTheSessionThatScannedApproves();
    void linksOfOtherOriginsAreBad();
    void ticketWithoutKeyIsRefused();
    void browsersTicketIsBoundToItsCookie();
    void auditTellsTheStory();
};

void QrAttacksTest::fiftyClaimsAtOnceMakeOneSession() // SR-4
{
    BackendFixture backend;
    setSetting(backend, u"limit.qr.proof_calls_per_second"_s, u"1000"_s);
    setSetting(backend, u"limit.qr.scans_per_person"_s, u"1000"_s);
    RestCaller phone = signedIn(backend, u"anna"_s);
    constexpr int rounds = 3;
    constexpr int claims = 50;
    for (int round = 0; round < rounds; ++round) {
        QrWindow window(backend.port());
        approve(phone, window);
        std::vector<QrWindow> windows(claims, window);
        std::vector<RestAnswer> answers(claims);
        std::vector<std::thread> threads;
        for (int i = 0; i < claims; ++i) {
            windows[std::size_t(i)].seq += i; // else all but one would be replays
            windows[std::size_t(i)].idempotencyKey = u"claim-number-%1-of-many"_s.arg(i);
            threads.emplace_back([&, i] { answers[std::size_t(i)] = windows[std::size_t(i)].claim(); });
        }
        for (std::thread &thread : threads)
            thread.join();
        int successes = 0;
        for (std::size_t i = 0; i < answers.size(); ++i) {
            if (answers[i].status == 200) {
                ++successes;
                QVERIFY(isIn(windows[i].caller));
            } else {
                const QString error = answers[i].error(); // overtaken: its number was no longer the greatest
                QVERIFY2(error == u"used"_s || error == u"replayed"_s, qPrintable(error));
            }
        }
        QCOMPARE(successes, 1);
    }
}

void QrAttacksTest::lostAnswerIsGivenAgain()
{
    BackendFixture backend;
    RestCaller phone = signedIn(backend, u"anna"_s);
    QrWindow window(backend.port());
    approve(phone, window);
    QCOMPARE(window.claim().status, 200);
    RestCaller lost = window.caller;
    backend.clock().advance(20s); // of 30
    QCOMPARE(window.claim().status, 200);
    QVERIFY(lost.accessToken != window.caller.accessToken);
    QVERIFY(!isIn(lost)); // what was lost is dead
    QVERIFY(isIn(window.caller));
    window.idempotencyKey = u"another-key-of-the-client"_s;
    QCOMPARE(window.claim().error(), u"used"_s);
    QVERIFY(isIn(window.caller));
}

void QrAttacksTest::rightTokenWithAnotherKeyIsTheft() // SR-5
{
    BackendFixture backend;
    RestCaller phone = signedIn(backend, u"anna"_s);
    QrWindow window(backend.port());
    approve(phone, window);
    QrWindow thief = window;
    thief.key = TestKey::make();
    const RestAnswer refused = thief.claim();
    QCOMPARE(refused.status, 401);
    QCOMPARE(refused.error(), u"invalid_proof"_s);
    QCOMPARE(window.claim().error(), u"ticket_gone"_s); // the token is burnt
    QCOMPARE(audited(backend, u"qr.theft"_s), 1);

    QrWindow second(backend.port());
    approve(phone, second);
    QCOMPARE(second.claim().status, 200);
    QVERIFY(isIn(second.caller));
    QrWindow again = second;
    again.key = TestKey::make();
    QCOMPARE(again.claim().error(), u"invalid_proof"_s);
    QVERIFY(!isIn(second.caller)); // and so is what it had made
    QCOMPARE(second.claim().error(), u"used"_s);
    QCOMPARE(audited(backend, u"qr.theft"_s), 2);
}

void QrAttacksTest::sealedTokenOpensForItsWindowOnly() // SR-6
{
    BackendFixture backend;
    RestCaller phone = signedIn(backend, u"anna"_s);
    QrWindow window(backend.port());
    approve(phone, window);
    const QString sealed = window.status().result().value("token"_L1).toString();
    QrWindow stranger(backend.port());
    QVERIFY(stranger.opened(sealed).isEmpty());
    QCOMPARE(window.opened(sealed).size(), 32);
    window.token = sealed.left(32); // what travels is not what redeems
    QCOMPARE(window.claim().error(), u"invalid_proof"_s);
}

void QrAttacksTest::replayedSequenceIsRefused() // SR-17
{
    BackendFixture backend;
    QrWindow window(backend.port());
    window.open();
    QCOMPARE(window.status().status, 200);
    --window.seq; // the very same request again
    const RestAnswer again = window.status();
    QCOMPARE(again.status, 409);
    QCOMPARE(again.error(), u"replayed"_s);
    window.seq += 10;
    QCOMPARE(window.status().status, 200); // gaps are fine
    window.seq -= 5;
    QCOMPARE(window.cancel().error(), u"replayed"_s);
    QCOMPARE(window.status().error(), u"replayed"_s);
    QCOMPARE(audited(backend, u"qr.replay"_s), 3);
}

void QrAttacksTest::otherAudienceIsRefused()
{
    BackendFixture backend;
    QrWindow window(backend.port());
    window.open();
    const QString own = window.audience;
    window.audience = u"https://relay.example.test"_s;
    QCOMPARE(window.status().error(), u"invalid_proof"_s);
    window.audience = u"http://localhost:%1"_s.arg(backend.port()); // loopback by another of its names
    QCOMPARE(window.status().status, 200);
    window.audience = own;
    QCOMPARE(window.status().status, 200);
}

void QrAttacksTest::unusableKeysAreRefused()
{
    BackendFixture backend;
    QrWindow window(backend.port());
    QByteArray smallOrder(32, '\0');
    smallOrder[0] = 1;
    for (const QByteArray &key : {smallOrder, QByteArray(32, '\0'), QByteArray(31, 'k'), QByteArray(33, 'k')}) {
        const RestAnswer refused = window.open({{"key"_L1, QString::fromLatin1(toBase64Url(key))}});
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.error(), u"invalid_request"_s);
        QCOMPARE(refused.details().value("key"_L1).toString(), u"key"_s);
    }
    QCOMPARE(window.open({{"key"_L1, window.key.text() + u"="_s}}).status, 400);
}

void QrAttacksTest::unknownTicketAndWrongProofLookAlike()
{
    BackendFixture backend;
    QrWindow window(backend.port());
    window.open();
    QrWindow other = window;
    other.key = TestKey::make();
    const QByteArray wrong = shapeOf(other.status());
    QCOMPARE(wrong, QByteArray("401 invalid_proof"));
    other.ticket.insert("ticketId"_L1, QString(43, u'A'));
    QCOMPARE(shapeOf(other.status()), wrong);
    other.ticket.insert("ticketId"_L1, u"nonsense"_s);
    QCOMPARE(shapeOf(other.status()), wrong);
    const QJsonObject bare{{"ticketId"_L1, window.ticketId()}}; // no proof at all
    QCOMPARE(shapeOf(window.caller.call("passport.qr.status", bare)), wrong);
}

void QrAttacksTest::goneIsOneAnswer()
{
    BackendFixture backend;
    RestCaller phone = signedIn(backend, u"anna"_s);
    QrWindow cancelled(backend.port());
    cancelled.open();
    cancelled.cancel();
    QrWindow used(backend.port());
    approve(phone, used);
    used.claim();
    QrWindow declined(backend.port());
    declined.open();
    const QJsonObject scanned = phone.call("passport.qr.scan", linkOf(declined)).result();
    phone.call("passport.qr.decline", {{"approvalId"_L1, scanned.value("approvalId"_L1)}});
    for (const QrWindow *window : {&cancelled, &used, &declined})
        QCOMPARE(shapeOf(phone.call("passport.qr.scan", linkOf(*window))), QByteArray("404 ticket_gone"));
}

void QrAttacksTest::takenByAnotherPersonIsGone()
{
    BackendFixture backend;
    RestCaller anna = signedIn(backend, u"anna"_s);
    RestCaller vera = signedIn(backend, u"vera"_s);
    QrWindow window(backend.port());
    window.open();
    QCOMPARE(anna.call("passport.qr.scan", linkOf(window)).status, 200);
    QCOMPARE(shapeOf(vera.call("passport.qr.scan", linkOf(window))), QByteArray("404 ticket_gone"));
}

void QrAttacksTest::onlyTheSessionThatScannedApproves()
{
    BackendFixture backend;
    RestCaller phone = signedIn(backend, u"anna"_s);
    RestCaller tablet = signedIn(backend, u"anna"_s);
    QrWindow window(backend.port());
    window.open();
    const QJsonObject scanned = phone.call("passport.qr.scan", linkOf(window)).result();
    const QJsonObject again = tablet.call("passport.qr.scan", linkOf(window)).result();
    QCOMPARE(again.value("approvalId"_L1), scanned.value("approvalId"_L1)); // the same person: the same answer
    window.number(scanned.value("number"_L1).toString());
    const QJsonObject approval{{"approvalId"_L1, scanned.value("approvalId"_L1)}};
    for (const char *method : {"passport.qr.approval", "passport.qr.approve", "passport.qr.decline"})
        QCOMPARE(tablet.call(method, approval).error(), u"ticket_gone"_s);
    QCOMPARE(phone.call("passport.qr.approve", approval).status, 200);
}

void QrAttacksTest::linksOfOtherOriginsAreBad()
{
    BackendFixture backend;
    RestCaller phone = signedIn(backend, u"anna"_s);
    QrWindow window(backend.port());
    window.open();
    const QString path = window.link().mid(backend.url().toString().size());
    for (const QString &link :
         {u"https://evil.example.test"_s + path, u"javascript:alert(1)"_s, QString(), window.link() + u"?x=1"_s,
          window.link().chopped(1)})
        QCOMPARE(phone.call("passport.qr.scan", {{"link"_L1, link}}).error(), u"bad_link"_s);
    QCOMPARE(phone.call("passport.qr.scan", {{"link"_L1, u"https://b24.to"_s + path}}).status, 200);
}

void QrAttacksTest::ticketWithoutKeyIsRefused()
{
    BackendFixture backend;
    RestCaller caller(backend.port());
    const RestAnswer refused = caller.call("passport.qr.open", {{"device"_L1, testDevice()}, {"remember"_L1, false}});
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.error(), u"basic_refused"_s); // qr.basic is N
}

void QrAttacksTest::browsersTicketIsBoundToItsCookie()
{
    BackendFixture backend;
    RestCaller caller(backend.port());
    const auto sent = [&](const QByteArray &method, QJsonObject body, const RestCaller::Headers &headers) {
        return caller.post("/rest/" + method, QJsonDocument(body).toJson(QJsonDocument::Compact), headers);
    };
    const auto session = [&] {
        const QByteArray sid = toBase64Url(QByteArray(31, 's') + QByteArray(1, char(std::rand() % 100)));
        const QByteArray csrf = backend.onThread([&] { return backend.foundation().cookies.csrfOf(sid); });
        return RestCaller::Headers{{"Cookie", "PASSPORT_SID=" + sid}, {"X-Bitrix-Csrf-Token", csrf}};
    };
    const RestCaller::Headers own = session();
    const RestAnswer opened = sent("passport.qr.open", {{"device"_L1, testDevice()}}, own);
    QCOMPARE(opened.status, 200);
    QCOMPARE(opened.result().value("level"_L1).toString(), u"hardened"_s);
    const QJsonObject ticket{{"ticketId"_L1, opened.result().value("ticketId"_L1)}};
    QCOMPARE(sent("passport.qr.status", ticket, own).status, 200);
    QCOMPARE(sent("passport.qr.status", ticket, {}).error(), u"invalid_proof"_s);
    QCOMPARE(sent("passport.qr.status", ticket, session()).error(), u"invalid_proof"_s);
}

void QrAttacksTest::auditTellsTheStory() // SR-41
{
    BackendFixture backend;
    RestCaller phone = signedIn(backend, u"anna"_s);
    QrWindow window(backend.port());
    approve(phone, window);
    window.claim();
    for (const auto event : {"qr.open"_L1, "qr.scan"_L1, "qr.number"_L1, "qr.approve"_L1, "qr.claim"_L1})
        QCOMPARE(audited(backend, event), 1);
    const QString all = backend.foundation().store->writeNow([](Db &db) {
        QString text;
        Rows rows = db.select("SELECT data || session || device FROM audit"_L1);
        while (rows.next())
            text += rows.text(0);
        return text;
    });
    QVERIFY(!all.contains(window.token));
    QVERIFY(!all.contains(window.ticketId()));
    const Result<qint64> rows
        = backend.foundation().store->writeNow([&backend](Db &db) { return backend.foundation().audit.verify(db); });
    QVERIFY(rows);
    QVERIFY(*rows >= 6);
}

} // namespace passport

QTEST_APPLESS_MAIN(passport::QrAttacksTest)
#include "qrattacks_test.moc"
