// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/qrlink.h"
#include "support/demopeople.h"
#include "support/qrwindow.h"
#include "support/stricttest.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

RestAnswer scan(RestCaller &phone, const QrWindow &window)
{
    return phone.call("passport.qr.scan", {{"link"_L1, window.link()}});
}

QJsonObject approvalOf(const RestAnswer &scanned)
{
    return {{"approvalId"_L1, scanned.result().value("approvalId"_L1)}};
}

/// Scanned by `phone`, the number typed and approved; the window has opened its token.
QJsonObject approve(RestCaller &phone, QrWindow &window)
{
    const RestAnswer scanned = scan(phone, window);
    window.number(scanned.result().value("number"_L1).toString());
    phone.call("passport.qr.approve", approvalOf(scanned));
    window.status();
    return approvalOf(scanned);
}

QString profileName(RestCaller &caller)
{
    const RestAnswer first = caller.call("passport.profile.get"); // may only bring the nonce
    const RestAnswer answer = first.status == 200 ? first : caller.call("passport.profile.get");
    return answer.result().value("firstName"_L1).toString();
}

} // namespace

/// The QR sign-in as the two sides see it (api.md 5), over real sockets.
class QrTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void openTellsWhatToShow();
    void wholeSignIn();
    void typedCodeInsteadOfACamera();
    void scanTellsWhoAsks();
    void windowLearnsTheMaskedPersonOnly();
    void secondStepComesAfterTheClaim();
    void declinedByThePerson();
    void thirdWrongNumberEndsBothSides();
    void codeExpires();
    void approvalExpires();
    void cancelEndsIt();
    void portalsTicket();
    void wrongPortalIsToldToThePhoneAlone();
    void portalWithQrOffRefuses();
    void switchingOffEndsOpenWindowsAtOnce();
    void undoEndsTheSession();
    void sessionFromQrStaysOutOfPortalsWithoutQr();
};

void QrTest::openTellsWhatToShow()
{
    BackendFixture backend;
    QrWindow window(backend.port());
    QCOMPARE(window.open().status, 200);
    const QJsonObject &ticket = window.ticket;
    QCOMPARE(ticket.value("ticketId"_L1).toString().size(), 43);
    QCOMPARE(ticket.value("nonce"_L1).toString().size(), 22);
    QCOMPARE(ticket.value("level"_L1).toString(), u"hardened"_s);
    QCOMPARE(ticket.value("secondsLeft"_L1).toInt(), 120);
    QCOMPARE(ticket.value("typedCode"_L1).toString().size(), 8);
    const auto link = QrLink::parse(window.link(), backend.url());
    QVERIFY(link);
    QCOMPARE(link->siteId, u"s1"_s);
    QCOMPARE(link->uniqueId, ticket.value("uniqueId"_L1).toString());
    QCOMPARE(link->channelTag, ticket.value("channelTag"_L1).toString());
    QVERIFY(!ticket.contains("portal"_L1));
    const QJsonObject pull = ticket.value("pull"_L1).toObject();
    QVERIFY(!pull.value("jwt"_L1).toString().isEmpty());
    QCOMPARE(window.state(), u"waiting"_s);
    QrWindow another(backend.port());
    another.open();
    QCOMPARE(another.ticket.value("uniqueId"_L1), ticket.value("uniqueId"_L1)); // stable
    QVERIFY(another.ticket.value("channelTag"_L1) != ticket.value("channelTag"_L1)); // fresh
}

void QrTest::wholeSignIn()
{
    BackendFixture backend;
    RestCaller phone = signedIn(backend, u"anna"_s);
    QrWindow window(backend.port());
    window.open();
    const RestAnswer scanned = scan(phone, window);
    QCOMPARE(scanned.status, 200);
    const RestAnswer early = phone.call("passport.qr.approve", approvalOf(scanned));
    QCOMPARE(early.status, 409); // SR-8, SR-10
    QCOMPARE(early.error(), u"number_pending"_s);
    const RestAnswer typed = window.number(scanned.result().value("number"_L1).toString());
    QCOMPARE(typed.result().value("state"_L1).toString(), u"numberOk"_s);
    const RestAnswer approved = phone.call("passport.qr.approve", approvalOf(scanned));
    QCOMPARE(approved.result().value("state"_L1).toString(), u"approved"_s);
    QCOMPARE(approved.result().value("secondsLeft"_L1).toInt(), 30);
    const RestAnswer ready = window.status();
    QCOMPARE(ready.result().value("token"_L1).toString().size(), 107); // sealed (SR-6)
    QCOMPARE(window.token.size(), 32);
    const RestAnswer claimed = window.claim();
    QCOMPARE(claimed.status, 200);
    QCOMPARE(claimed.result().value("token_type"_L1).toString(), u"DPoP"_s);
    QCOMPARE(claimed.result().value("user_id"_L1).toInt(), 1);
    QCOMPARE(claimed.result().value("person"_L1).toObject().value("name"_L1).toString(), u"Анна Иванова"_s);
    QCOMPARE(profileName(window.caller), u"Анна"_s);
    QCOMPARE(window.state(), u"claimed"_s);
}

void QrTest::typedCodeInsteadOfACamera()
{
    BackendFixture backend;
    RestCaller phone = signedIn(backend, u"anna"_s);
    QrWindow window(backend.port());
    window.open();
    const QString code = window.ticket.value("typedCode"_L1).toString();
    const QString typed = u" %1 - %2 "_s.arg(code.left(4).toLower(), code.mid(4)); // as people type
    QCOMPARE(phone.call("passport.qr.scan", {{"typedCode"_L1, typed}}).status, 200);
    QCOMPARE(window.state(), u"scanned"_s);
    QCOMPARE(phone.call("passport.qr.scan", {{"typedCode"_L1, u"AEIO-UAEI"_s}}).error(), u"bad_link"_s);
}

void QrTest::scanTellsWhoAsks() // SR-9
{
    BackendFixture backend;
    RestCaller phone = signedIn(backend, u"anna"_s);
    QrWindow window(backend.port());
    const QString hostile = u"<b>WS</b>\u202E042"_s + QString(500, u'x');
    window.open({{"device"_L1, testDevice(hostile)}, {"remember"_L1, true}});
    const QJsonObject approval = scan(phone, window).result();
    QCOMPARE(
        approval.value("device"_L1).toObject().value("name"_L1).toString(), u"<b>WS</b>042"_s + QString(64 - 12, u'x'));
    QCOMPARE(approval.value("address"_L1).toString(), u"127.0.0.1"_s);
    QCOMPARE(approval.value("network"_L1).toString(), u"same_address"_s);
    QCOMPARE(approval.value("remember"_L1).toBool(), true);
    QCOMPARE(approval.value("level"_L1).toString(), u"hardened"_s);
    QCOMPARE(approval.value("state"_L1).toString(), u"scanned"_s);
    QCOMPARE(approval.value("number"_L1).toString().size(), 2);
    QCOMPARE(approval.value("secondsLeft"_L1).toInt(), 300);
    QVERIFY(approval.value("requestedAt"_L1).toString().endsWith(u'Z'));
    QCOMPARE(scan(phone, window).result().value("approvalId"_L1), approval.value("approvalId"_L1)); // once more
}

void QrTest::windowLearnsTheMaskedPersonOnly()
{
    BackendFixture backend;
    RestCaller phone = signedIn(backend, u"anna"_s);
    QrWindow window(backend.port());
    window.open();
    QVERIFY(!window.status().body.contains("person"));
    scan(phone, window);
    const RestAnswer status = window.status();
    QCOMPARE(status.result().value("person"_L1).toObject().value("name"_L1).toString(), u"А. И…а"_s);
    QCOMPARE(status.result().value("person"_L1).toObject().value("initials"_L1).toString(), u"АИ"_s);
    QCOMPARE(status.result().value("triesLeft"_L1).toInt(), 3);
    QVERIFY(!status.body.contains("Иванова"));
    QVERIFY(!status.body.contains("\"number\""));
}

void QrTest::secondStepComesAfterTheClaim() // SR-14
{
    BackendFixture backend;
    RestCaller phone = signedInBoris(backend);
    QrWindow window(backend.port());
    window.open();
    const QJsonObject approval = approve(phone, window);
    const RestAnswer claimed = window.claim();
    QCOMPARE(claimed.status, 403);
    QCOMPARE(claimed.error(), u"otp_required"_s);
    QVERIFY(!claimed.body.contains("access_token"));
    backend.clock().advance(30s); // the step of the phone's own sign-in is used up
    const QJsonObject code{
        {"signInId"_L1, claimed.details().value("signInId"_L1)},
        {"kind"_L1, u"totp"_s},
        {"code"_L1, borisCode(backend.clock())}};
    const RestAnswer tokens = window.caller.call("passport.signin.code", code);
    QCOMPARE(tokens.status, 200);
    window.caller.key = window.sessionKey;
    window.caller.take(tokens.result());
    QCOMPARE(profileName(window.caller), u"Борис"_s);
    const QJsonObject state = phone.call("passport.qr.approval", approval).result();
    QCOMPARE(state.value("state"_L1).toString(), u"claimed"_s);
    QCOMPARE(state.value("sessionId"_L1).toString().size(), 43); // found, though it began after the code
    QCOMPARE(phone.call("passport.qr.undo", approval).status, 200);
    QCOMPARE(window.caller.call("passport.profile.get").error(), u"invalid_token"_s);
}

void QrTest::declinedByThePerson()
{
    BackendFixture backend;
    RestCaller phone = signedIn(backend, u"anna"_s);
    QrWindow window(backend.port());
    window.open();
    const RestAnswer scanned = scan(phone, window);
    QCOMPARE(phone.call("passport.qr.decline", approvalOf(scanned)).status, 200);
    const QJsonObject status = window.status().result();
    QCOMPARE(status.value("state"_L1).toString(), u"declined"_s);
    QCOMPARE(status.value("reason"_L1).toString(), u"person"_s);
    QVERIFY(!status.contains("person"_L1));
    QCOMPARE(phone.call("passport.qr.approve", approvalOf(scanned)).error(), u"ticket_gone"_s);
}

void QrTest::thirdWrongNumberEndsBothSides() // SR-10
{
    BackendFixture backend;
    RestCaller phone = signedIn(backend, u"anna"_s);
    QrWindow window(backend.port());
    window.open();
    QCOMPARE(window.number(u"42"_s).error(), u"not_scanned"_s);
    const RestAnswer scanned = scan(phone, window);
    const QString right = scanned.result().value("number"_L1).toString();
    const QString wrong = right == u"11"_s ? u"12"_s : u"11"_s;
    for (int left = 2; left >= 0; --left) {
        const RestAnswer typed = window.number(wrong);
        QCOMPARE(typed.status, 422);
        QCOMPARE(typed.error(), u"number_mismatch"_s);
        QCOMPARE(typed.details().value("triesLeft"_L1).toInt(), left);
    }
    QCOMPARE(window.number(right).error(), u"ticket_gone"_s);
    const QJsonObject status = window.status().result();
    QCOMPARE(status.value("state"_L1).toString(), u"declined"_s);
    QCOMPARE(status.value("reason"_L1).toString(), u"number"_s);
    QCOMPARE(
        phone.call("passport.qr.approval", approvalOf(scanned)).result().value("state"_L1).toString(), u"declined"_s);
    QCOMPARE(phone.call("passport.qr.approve", approvalOf(scanned)).error(), u"ticket_gone"_s);
}

void QrTest::codeExpires() // SR-3
{
    BackendFixture backend;
    RestCaller phone = signedIn(backend, u"anna"_s);
    QrWindow window(backend.port());
    window.open();
    backend.clock().advance(110s);
    QCOMPARE(window.state(), u"waiting"_s);
    backend.clock().advance(11s);
    QCOMPARE(scan(phone, window).error(), u"ticket_gone"_s);
    QCOMPARE(window.state(), u"expired"_s);
}

void QrTest::approvalExpires()
{
    BackendFixture backend;
    RestCaller phone = signedIn(backend, u"anna"_s);
    QrWindow window(backend.port());
    window.open();
    approve(phone, window);
    backend.clock().advance(31s);
    QCOMPARE(window.claim().error(), u"ticket_gone"_s);
    QCOMPARE(window.state(), u"expired"_s);
}

void QrTest::cancelEndsIt()
{
    BackendFixture backend;
    RestCaller phone = signedIn(backend, u"anna"_s);
    QrWindow window(backend.port());
    window.open();
    QCOMPARE(window.cancel().status, 200);
    QCOMPARE(scan(phone, window).error(), u"ticket_gone"_s);
    QCOMPARE(window.state(), u"cancelled"_s);
}

void QrTest::portalsTicket()
{
    BackendFixture backend;
    RestCaller phone = signedIn(backend, u"anna"_s);
    QrWindow window(backend.port());
    QCOMPARE(window.open({{"portal"_L1, u"nowhere"_s}}).error(), u"not_found"_s);
    const QString host = u"%1/p/romashka/"_s.arg(backend.url().toString());
    QCOMPARE(window.open({{"portal"_L1, host}}).status, 200);
    QCOMPARE(window.ticket.value("portal"_L1).toObject().value("address"_L1).toString(), u"romashka"_s);
    approve(phone, window);
    const RestAnswer claimed = window.claim();
    QCOMPARE(claimed.result().value("portal"_L1).toObject().value("title"_L1).toString(), u"Ромашка"_s);
}

void QrTest::wrongPortalIsToldToThePhoneAlone()
{
    BackendFixture backend;
    RestCaller vera = signedIn(backend, u"vera"_s);
    RestCaller anna = signedIn(backend, u"anna"_s);
    QrWindow window(backend.port());
    window.open({{"portal"_L1, u"romashka"_s}});
    const RestAnswer refused = scan(vera, window);
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.error(), u"wrong_portal"_s);
    QCOMPARE(refused.details().value("needed"_L1).toString(), u"romashka"_s);
    const RestAnswer status = window.status();
    QCOMPARE(status.result().value("state"_L1).toString(), u"waiting"_s);
    QCOMPARE(status.result().value("problem"_L1).toString(), u"wrong_portal"_s);
    QVERIFY(!status.body.contains("person"));
    QCOMPARE(scan(anna, window).status, 200); // the right phone comes after all
    QVERIFY(!window.status().result().contains("problem"_L1));
}

void QrTest::portalWithQrOffRefuses()
{
    BackendFixture backend;
    QrWindow window(backend.port());
    const RestAnswer refused = window.open({{"portal"_L1, u"sklad"_s}});
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.error(), u"qr_disabled"_s);
    setSetting(backend, u"main.allow_qrcode_auth"_s, u"N"_s);
    QCOMPARE(window.open().error(), u"qr_disabled"_s);
    QCOMPARE(window.open({{"portal"_L1, u"romashka"_s}}).status, 200); // a portal's ticket obeys that portal alone
}

void QrTest::switchingOffEndsOpenWindowsAtOnce() // SR-48
{
    BackendFixture backend;
    setSetting(backend, u"limit.qr.proof_calls_per_second"_s, u"1000"_s);
    QrWindow ofPassport(backend.port());
    QrWindow ofPortal(backend.port());
    ofPassport.open();
    ofPortal.open({{"portal"_L1, u"romashka"_s}});
    setSetting(backend, u"main.allow_qrcode_auth"_s, u"N"_s, u"romashka"_s);
    QTRY_COMPARE(ofPortal.state(), u"disabled"_s);
    QCOMPARE(ofPassport.state(), u"waiting"_s);
}

void QrTest::undoEndsTheSession() // SR-18
{
    BackendFixture backend;
    RestCaller phone = signedIn(backend, u"anna"_s);
    RestCaller other = signedIn(backend, u"anna"_s);
    RestCaller vera = signedIn(backend, u"vera"_s);
    QrWindow window(backend.port());
    window.open();
    const QJsonObject approval = approve(phone, window);
    window.claim();
    const QJsonObject state = phone.call("passport.qr.approval", approval).result();
    QCOMPARE(state.value("undoSecondsLeft"_L1).toInt(), 120);
    const QJsonObject session{{"sessionId"_L1, state.value("sessionId"_L1)}};
    QCOMPARE(vera.call("passport.qr.undo", session).error(), u"not_found"_s); // another person's
    QCOMPARE(other.call("passport.qr.undo", session).status, 200); // any session of the person
    QCOMPARE(window.caller.call("passport.profile.get").error(), u"invalid_token"_s);
    QCOMPARE(phone.call("passport.qr.undo", approval).error(), u"not_found"_s);

    QrWindow late(backend.port());
    late.open();
    const QJsonObject lateApproval = approve(phone, late);
    late.claim();
    backend.clock().advance(121s);
    QCOMPARE(phone.call("passport.qr.undo", lateApproval).error(), u"not_found"_s);
    QCOMPARE(profileName(late.caller), u"Анна"_s);
}

void QrTest::sessionFromQrStaysOutOfPortalsWithoutQr() // SR-18
{
    BackendFixture backend;
    RestCaller phone = signedIn(backend, u"anna"_s);
    QrWindow window(backend.port());
    window.open();
    approve(phone, window);
    window.claim();
    profileName(window.caller);
    QHash<QString, QString> ids;
    const QJsonArray portals = phone.call("passport.portals.list").result().value("items"_L1).toArray();
    for (const QJsonValue &portal : portals)
        ids.insert(portal["address"_L1].toString(), portal["memberId"_L1].toString());
    const auto enter = [&](RestCaller &who, const QString &address) {
        return who.call("passport.portals.switch", {{"memberId"_L1, ids.value(address)}});
    };
    QCOMPARE(enter(window.caller, u"romashka"_s).status, 200);
    QCOMPARE(enter(window.caller, u"sklad"_s).error(), u"stepup_required"_s);
    QCOMPARE(enter(phone, u"sklad"_s).status, 200); // signed in by password
}

} // namespace passport

QTEST_APPLESS_MAIN(passport::QrTest)
#include "qr_test.moc"
