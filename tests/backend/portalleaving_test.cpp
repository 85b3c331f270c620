// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "portalhands.h"
#include "support/rawclient.h"
#include "support/stricttest.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {

using namespace portalhands;

namespace {

const QString taken = u"taken"_s;

} // namespace

/// Leaving portals, invitations and idle portals, over real sockets.
class PortalLeavingTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void oneLeaves();
    void tokensOfAPortalEndWithTheMembership();
    void nobodyStaysWithOldTokens_data();
    void nobodyStaysWithOldTokens();
    void soleAdministratorStaysOrEndsThePortal();
    void listsSayWhatLeavingComesTo();
    void invitationsAreAccepted();
    void invitationsAreDeclined();
    void idlePortalsSayWhenTheyEnd();
};

void PortalLeavingTest::oneLeaves()
{
    BackendFixture backend;
    RestCaller anna = signedIn(backend, u"anna"_s);
    const QJsonObject sklad{{"memberId"_L1, portalOf(anna, u"sklad"_s).value("memberId"_L1)}};
    const QJsonObject entered = anna.call("passport.portals.switch", sklad).result();
    const qint64 before = revisionOf(anna);
    QCOMPARE(anna.call("passport.portals.leave", sklad).status, 200); // without a proof: SR-40 does not name it
    QVERIFY(portalOf(anna, u"sklad"_s).isEmpty());
    QVERIFY(revisionOf(anna) > before);
    QCOMPARE(anna.call("passport.portals.leave", sklad).error(), u"not_found"_s);
    QCOMPARE(anna.call("passport.portals.switch", sklad).error(), u"not_found"_s);
    const QJsonObject invited{{"memberId"_L1, portalOf(anna, u"test24"_s).value("memberId"_L1)}};
    QCOMPARE(reasonOf(anna.call("passport.portals.leave", invited)), u"invited"_s);
}

void PortalLeavingTest::tokensOfAPortalEndWithTheMembership()
{
    BackendFixture backend;
    RestCaller anna(backend.port());
    QCOMPARE(anna.signIn(u"anna@example.test"_s, u"anna-demo-Passport"_s, false).status, 200); // a foreign client
    const QJsonObject sklad{{"memberId"_L1, portalOf(anna, u"sklad"_s).value("memberId"_L1)}};
    const auto enter = [&] {
        RestCaller inside(backend.port());
        inside.take(anna.call("passport.portals.switch", sklad).result().value("tokens"_L1).toObject());
        return inside;
    };
    const auto probe = [](RestCaller &inside) {
        return inside.post("/p/sklad/rest/profile", "{}", {{"Authorization", "Bearer " + inside.accessToken}});
    };
    RestCaller inside = enter();
    QCOMPARE(probe(inside).status, 200);
    QVERIFY(run(backend, u"portal member sklad anna@example.test blocked"_s));
    QCOMPARE(probe(inside).error(), u"invalid_token"_s); // at once
    QCOMPARE(inside.refresh().error(), u"invalid_grant"_s);
    QVERIFY(run(backend, u"portal member sklad anna@example.test active"_s));
    RestCaller again = enter();
    QCOMPARE(again.refresh().status, 200);
    QCOMPARE(probe(again).status, 200);
    QCOMPARE(anna.call("passport.portals.leave", sklad).status, 200);
    QCOMPARE(probe(again).error(), u"invalid_token"_s);
    QCOMPARE(again.refresh().error(), u"invalid_grant"_s);
    QCOMPARE(anna.call("passport.profile.get").status, 200); // the Passport's own goes on
}

void PortalLeavingTest::nobodyStaysWithOldTokens_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("way");
    QTest::newRow("leaves") << u"anna"_s << u"sklad"_s << u"leave"_s;
    QTest::newRow("ends it") << u"vera"_s << u"vera-1"_s << u"end"_s;
    QTest::newRow("is blocked from outside") << u"anna"_s << u"sklad"_s << u"block"_s;
}

/// Whoever is out of a portal neither calls, refreshes nor listens there, and nor does a socket that was open (SR-43).
void PortalLeavingTest::nobodyStaysWithOldTokens()
{
    QFETCH(const QString, who);
    QFETCH(const QString, address);
    QFETCH(const QString, way);
    BackendFixture backend;
    RestCaller person(backend.port());
    QCOMPARE(person.signIn(who + u"@example.test"_s, who + u"-demo-Passport"_s, false).status, 200);
    stepUp(person, who);
    QJsonObject portal{{"memberId"_L1, portalOf(person, address).value("memberId"_L1)}};
    const QJsonObject entered = person.call("passport.portals.switch", portal).result();
    RestCaller inside(backend.port());
    inside.take(entered.value("tokens"_L1).toObject());
    const auto profile = [&] {
        const RestCaller::Headers bearer{
            {"Authorization", "Bearer " + inside.accessToken}, {"Content-Type", "application/json"}};
        return inside.post("/p/" + address.toLatin1() + "/rest/profile", "{}", bearer).status;
    };
    const QByteArray target = "/bitrix/subws/?token=" + entered["pull"_L1]["jwt"_L1].toString().toLatin1();
    RawClient ear(backend.port());
    QVERIFY(ear.openWebSocket(target));
    QCOMPARE(profile(), 200);

    if (way == u"block"_s) {
        QVERIFY(run(backend, u"portal member sklad anna@example.test blocked"_s));
    } else {
        portal.insert("endPortal"_L1, way == u"end"_s);
        QCOMPARE(person.call("passport.portals.leave", portal).status, 200);
    }
    int closed = 0;
    for (int i = 0; i < 4 && closed == 0; ++i) { // the list has changed, perhaps a ping
        if (const auto frame = ear.frame())
            closed = frame->closeCode();
    }
    QCOMPARE(closed, 4010);
    QVERIFY(profile() >= 401);
    QCOMPARE(inside.refresh().error(), u"invalid_grant"_s);
    RawClient again(backend.port());
    QVERIFY(!again.openWebSocket(target) || again.frame()->closeCode() == 4010);
    QCOMPARE(person.call("passport.portals.list").status, 200); // the Passport's own tokens live
}

void PortalLeavingTest::soleAdministratorStaysOrEndsThePortal()
{
    BackendFixture backend;
    RestCaller anna = proven(backend, u"anna"_s);
    const QJsonObject romashka{{"memberId"_L1, portalOf(anna, u"romashka"_s).value("memberId"_L1)}};
    QJsonObject ending = romashka;
    ending.insert("endPortal"_L1, true);
    const RestAnswer refused = anna.call("passport.portals.leave", ending);
    QCOMPARE(refused.status, 403);
    QCOMPARE(reasonOf(refused), u"sole_administrator"_s); // Boris is inside: nothing ends over his head
    QCOMPARE(refused.details().value("others"_L1).toInt(), 1);
    QVERIFY(run(backend, u"portal member romashka boris@example.test admin"_s));
    QCOMPARE(anna.call("passport.portals.leave", romashka).status, 200);

    RestCaller vera = signedIn(backend, u"vera"_s);
    QJsonObject own{{"memberId"_L1, portalOf(vera, u"vera-1"_s).value("memberId"_L1)}};
    QCOMPARE(reasonOf(vera.call("passport.portals.leave", own)), u"last_member"_s);
    own.insert("endPortal"_L1, true);
    QCOMPARE(vera.call("passport.portals.leave", own).error(), u"stepup_required"_s);
    stepUp(vera, u"vera"_s);
    QCOMPARE(vera.call("passport.portals.leave", own).status, 200);
    QCOMPARE(vera.call("passport.portals.list").result().value("createdCount"_L1).toInt(), 6);
    QCOMPARE(vera.get("/p/vera-1/").status, 404);
    const QJsonObject wish{{"address"_L1, u"vera-1"_s}};
    QCOMPARE(vera.call("passport.portals.checkaddress", wish).result()["reason"_L1].toString(), taken);
    QCOMPARE(vera.call("passport.portals.create", {{"title"_L1, u"x"_s}}).status, 200); // the seventh again
}

/// Also when it is others who come and go.
void PortalLeavingTest::listsSayWhatLeavingComesTo()
{
    BackendFixture backend;
    RestCaller anna = signedIn(backend, u"anna"_s);
    const auto obstacle
        = [&anna](const QString &address) { return portalOf(anna, address).value("leaveObstacle"_L1).toString(); };
    const QString romashka = u"romashka"_s;
    const QString sole = u"sole_administrator"_s;
    QCOMPARE(obstacle(romashka), sole); // Boris works there
    QVERIFY(!portalOf(anna, u"sklad"_s).contains("leaveObstacle"_L1)); // where she administers nothing
    QVERIFY(run(backend, u"portal member romashka boris@example.test admin"_s));
    QTRY_COMPARE(obstacle(romashka), QString());
    QVERIFY(run(backend, u"portal member romashka boris@example.test blocked"_s));
    QTRY_COMPARE(obstacle(romashka), u"last_member"_s);
    QVERIFY(run(backend, u"portal member romashka boris@example.test active"_s));
    QTRY_COMPARE(obstacle(romashka), QString());
    RestCaller boris = signedInBoris(backend);
    const QJsonObject left{{"memberId"_L1, portalOf(boris, romashka).value("memberId"_L1)}};
    QCOMPARE(boris.call("passport.portals.leave", left).status, 200);
    QCOMPARE(obstacle(romashka), u"last_member"_s);
    QVERIFY(run(backend, u"portal member romashka gleb@example.test guest"_s));
    RestCaller gleb = signedIn(backend, u"gleb"_s);
    const QJsonObject invited{{"id"_L1, portalOf(gleb, romashka).value("memberId"_L1)}};
    QCOMPARE(obstacle(romashka), u"last_member"_s); // an invitation is nobody yet
    QCOMPARE(gleb.call("passport.invitations.accept", invited).status, 200);
    QCOMPARE(obstacle(romashka), sole);
}

void PortalLeavingTest::invitationsAreAccepted()
{
    BackendFixture backend;
    RestCaller anna = signedIn(backend, u"anna"_s);
    const QJsonObject list = anna.call("passport.invitations.list").result();
    QCOMPARE(list.value("total"_L1).toInt(), 1);
    const QJsonObject invitation = list.value("items"_L1).toArray().first().toObject();
    QCOMPARE(invitation.value("title"_L1).toString(), u"Тест"_s);
    QCOMPARE(invitation.value("role"_L1).toString(), u"employee"_s);
    QCOMPARE(invitation.value("needsApproval"_L1).toBool(), false);
    const QJsonObject id{{"id"_L1, invitation.value("id"_L1)}};
    RestCaller vera = signedIn(backend, u"vera"_s);
    QCOMPARE(vera.call("passport.invitations.accept", id).error(), u"not_found"_s); // hers it is not
    QCOMPARE(anna.call("passport.invitations.accept", id).result().value("state"_L1).toString(), u"active"_s);
    QCOMPARE(anna.call("passport.invitations.accept", id).error(), u"not_found"_s);
    QCOMPARE(anna.call("passport.portals.switch", {{"memberId"_L1, invitation.value("memberId"_L1)}}).status, 200);
    QCOMPARE(anna.call("passport.invitations.list").result().value("total"_L1).toInt(), 0);

    setSetting(backend, u"portal.approve_joining"_s, u"Y"_s, u"sklad"_s);
    QVERIFY(run(backend, u"portal member sklad gleb@example.test guest"_s));
    RestCaller gleb = signedIn(backend, u"gleb"_s);
    const QJsonObject asked
        = gleb.call("passport.invitations.list").result().value("items"_L1).toArray().first().toObject();
    QCOMPARE(asked.value("needsApproval"_L1).toBool(), true);
    const RestAnswer waiting = gleb.call("passport.invitations.accept", {{"id"_L1, asked.value("id"_L1)}});
    QCOMPARE(waiting.result().value("state"_L1).toString(), u"pending"_s);
    const QJsonObject sklad{{"memberId"_L1, asked.value("memberId"_L1)}};
    QCOMPARE(gleb.call("passport.portals.switch", sklad).error(), u"not_allowed"_s);
    QVERIFY(run(backend, u"portal member sklad gleb@example.test active"_s));
    QTRY_COMPARE(gleb.call("passport.portals.switch", sklad).status, 200);
    QVERIFY(run(backend, u"portal member sklad gleb@example.test blocked"_s));
    QTRY_COMPARE(gleb.call("passport.portals.switch", sklad).error(), u"not_allowed"_s);
}

void PortalLeavingTest::invitationsAreDeclined()
{
    BackendFixture backend;
    RestCaller anna = signedIn(backend, u"anna"_s);
    const QJsonObject id{{"id"_L1, portalOf(anna, u"test24"_s).value("memberId"_L1)}};
    const QJsonObject member{{"id"_L1, portalOf(anna, u"sklad"_s).value("memberId"_L1)}};
    QCOMPARE(anna.call("passport.invitations.decline", member).error(), u"not_found"_s); // that is no invitation
    QCOMPARE(anna.call("passport.invitations.decline", id).status, 200);
    QVERIFY(portalOf(anna, u"test24"_s).isEmpty());
    QCOMPARE(anna.call("passport.invitations.decline", id).error(), u"not_found"_s);
    QCOMPARE(anna.call("passport.invitations.accept", id).error(), u"not_found"_s);
}

void PortalLeavingTest::idlePortalsSayWhenTheyEnd()
{
    BackendFixture backend;
    RestCaller anna = signedIn(backend, u"anna"_s);
    const QJsonObject sklad = portalOf(anna, u"sklad"_s);
    const auto endOf = [](const QJsonObject &portal) {
        return QDateTime::fromString(portal.value("deletesOn"_L1).toString(), Qt::ISODate);
    };
    const auto now = QDateTime::currentDateTimeUtc();
    QVERIFY(now.daysTo(endOf(sklad)) >= 9 && now.daysTo(endOf(sklad)) <= 10); // idle for 40 of 50 days
    QVERIFY(!portalOf(anna, u"romashka"_s).contains("deletesOn"_L1)); // paid for
    QCOMPARE(anna.call("passport.portals.switch", {{"memberId"_L1, sklad.value("memberId"_L1)}}).status, 200);
    QVERIFY(!portalOf(anna, u"sklad"_s).contains("deletesOn"_L1));
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::PortalLeavingTest)
#include "portalleaving_test.moc"
