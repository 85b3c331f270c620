// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/accountfixture.h"
#include "backend/areas.h"
#include "backend/formbrowser.h"
#include "backend/portalhands.h"
#include "support/stricttest.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {

using namespace portalhands;

namespace {

using std::chrono::days;

constexpr int patience = 30000; // ms

const QString anna = AccountFixture::login(u"anna"_s);
const QString vera = AccountFixture::login(u"vera"_s);

void wake(BackendFixture &backend)
{
    backend.onThread([&] { backend.areas().idle.wake(); });
}

/// Moves the clock, which the server's waiting does not notice by itself.
void pass(BackendFixture &backend, std::chrono::milliseconds time)
{
    backend.clock().advance(time);
    wake(backend);
}

/// Changes a portal as time would.
void set(BackendFixture &backend, const QString &address, Sql change, qint64 value)
{
    backend.foundation().store->writeNow([&](Db &db) { db.run(change, {value, address}); });
    wake(backend);
}

IdleKeeper::Rest restOf(BackendFixture &backend)
{
    return backend.onThread([&] { return backend.areas().idle.rest(); });
}

/// How long the server will not look.
std::chrono::nanoseconds restLeft(BackendFixture &backend)
{
    const auto until = restOf(backend).until; // read first: the server goes on meanwhile
    return until - std::chrono::steady_clock::now();
}

const Sql lastUsed("UPDATE portal SET last_used_at = ? WHERE address = ?"_L1);
const Sql endsAt("UPDATE portal SET deletes_at = ? WHERE address = ?"_L1);
const Sql reminders("UPDATE portal SET reminders = ? WHERE address = ?"_L1);

bool exists(BackendFixture &backend, const QString &address)
{
    return backend.foundation().store->writeNow(
        [&](Db &db) { return db.select("SELECT 1 FROM portal WHERE address = ?"_L1, {address}).next(); });
}

/// The server has looked at the idle portals since this was called: one that was due has ended.
bool hasLooked(BackendFixture &backend, const QString &witness)
{
    set(backend, witness, endsAt, 1);
    return QTest::qWaitFor([&] { return !exists(backend, witness); }, patience);
}

} // namespace

/// Free portals that nobody enters (features PO-18). The demo's "sklad" was idle for 40 days of 50, and Anna knows.
class IdlePortalsTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void membersAreRemindedAndThePortalEnds();
    void whoHasOnlyAPhoneIsToldBySms();
    void enteringKeepsIt();
    void visitingKeepsIt();
    void nothingEndsUntold();
    void paidOnesStay();
    void commandDoesItAtOnce();
    void nothingIsReadUntilSomethingIsDue();
    void commandsWakeTheServer();
};

void IdlePortalsTest::membersAreRemindedAndThePortalEnds()
{
    AccountFixture backend;
    backend.clock().stop();
    pass(backend, days(2));
    QVERIFY(hasLooked(backend, u"vera-1"_s));
    QCOMPARE(backend.lettersTo(anna).size(), 0); // eight days are left
    QCOMPARE(backend.audited(u"portal.warn"_s), 0);
    pass(backend, days(1));
    QTRY_COMPARE_WITH_TIMEOUT(backend.lettersTo(anna).size(), 1, patience);
    QVERIFY(backend.lettersTo(anna).first().contains("Склад"));
    pass(backend, days(6));
    QTRY_COMPARE_WITH_TIMEOUT(backend.lettersTo(anna).size(), 2, patience);
    RestCaller caller = signedIn(backend, u"anna"_s);
    const qint64 before = revisionOf(caller);
    QVERIFY(portalOf(caller, u"sklad"_s).contains("deletesOn"_L1));
    pass(backend, days(1));
    QTRY_COMPARE_WITH_TIMEOUT(backend.lettersTo(anna).size(), 3, patience);
    RestCaller later = signedIn(backend, u"anna"_s); // the token of a day ago has ended
    QVERIFY(portalOf(later, u"sklad"_s).isEmpty());
    QVERIFY(revisionOf(later) > before);
    QCOMPARE(later.get("/p/sklad/").status, 404);
    QCOMPARE(backend.audited(u"portal.warn"_s), 2);
    QVERIFY(!portalOf(later, u"romashka"_s).isEmpty()); // a paid plan, as idle
}

void IdlePortalsTest::whoHasOnlyAPhoneIsToldBySms()
{
    AccountFixture backend;
    backend.clock().stop();
    backend.foundation().store->writeNow([](Db &db) { return db.run("DELETE FROM login WHERE value = ?"_L1, {anna}); });
    pass(backend, days(3));
    const QString phone = u"+79000000001"_s;
    QTRY_COMPARE_WITH_TIMEOUT(backend.lettersTo(phone).size(), 1, patience);
    QVERIFY(backend.lettersTo(phone).first().contains("Склад"));
    QCOMPARE(backend.lettersTo(anna).size(), 0);
}

void IdlePortalsTest::enteringKeepsIt()
{
    AccountFixture backend;
    backend.clock().stop();
    pass(backend, days(9)); // the last day
    QTRY_COMPARE_WITH_TIMEOUT(backend.lettersTo(anna).size(), 1, patience);
    RestCaller caller = signedIn(backend, u"anna"_s);
    const QJsonObject sklad = portalOf(caller, u"sklad"_s);
    QCOMPARE(caller.call("passport.portals.switch", {{"memberId"_L1, sklad.value("memberId"_L1)}}).status, 200);
    QVERIFY(!portalOf(caller, u"sklad"_s).contains("deletesOn"_L1));
    pass(backend, days(2));
    QVERIFY(hasLooked(backend, u"vera-1"_s));
    QVERIFY(exists(backend, u"sklad"_s));
    QCOMPARE(backend.audited(u"portal.warn"_s), 1);
}

void IdlePortalsTest::visitingKeepsIt() // in a browser
{
    AccountFixture backend;
    backend.clock().stop();
    FormBrowser gleb(backend.port());
    gleb.signIn("/auth/", u"gleb"_s);
    QCOMPARE(gleb.get("/p/sklad/").status, 200); // a stranger's look
    RestCaller caller = signedIn(backend, u"anna"_s);
    QVERIFY(portalOf(caller, u"sklad"_s).contains("deletesOn"_L1));
    FormBrowser browser(backend.port());
    browser.signIn("/auth/", u"anna"_s);
    QCOMPARE(browser.get("/p/sklad/").status, 200);
    QVERIFY(!portalOf(caller, u"sklad"_s).contains("deletesOn"_L1));
    pass(backend, days(11));
    QVERIFY(hasLooked(backend, u"vera-1"_s));
    QVERIFY(exists(backend, u"sklad"_s));
}

void IdlePortalsTest::nothingEndsUntold()
{
    AccountFixture backend;
    backend.clock().stop();
    set(backend, u"vera-2"_s, lastUsed, 1); // as if the server had been off for years
    QTRY_COMPARE_WITH_TIMEOUT(backend.lettersTo(vera).size(), 1, patience);
    RestCaller caller = signedIn(backend, u"vera"_s);
    const auto day = QDateTime::fromString(portalOf(caller, u"vera-2"_s).value("deletesOn"_L1).toString(), Qt::ISODate);
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(backend.clock().nowMs()).daysTo(day), 7);
    pass(backend, days(7));
    QTRY_VERIFY_WITH_TIMEOUT(!exists(backend, u"vera-2"_s), patience);
    QTRY_COMPARE_WITH_TIMEOUT(backend.lettersTo(vera).size(), 2, patience);
}

void IdlePortalsTest::paidOnesStay()
{
    AccountFixture backend;
    set(backend, u"romashka"_s, lastUsed, 1);
    QVERIFY(hasLooked(backend, u"vera-1"_s));
    QVERIFY(exists(backend, u"romashka"_s));
    QCOMPARE(backend.audited(u"portal.warn"_s), 0);
}

void IdlePortalsTest::commandDoesItAtOnce()
{
    AccountFixture backend;
    set(backend, u"vera-2"_s, reminders, 2);
    const qint64 soon = backend.clock().nowMs() + std::chrono::milliseconds(1h).count(); // not yet for the server
    set(backend, u"vera-2"_s, endsAt, soon);
    backend.kill();
    QCOMPARE(run(backend, u"portal sweep"_s)->size(), 0U);
    {
        static const Clock clock;
        const auto foundation = Foundation::open(
            {.store = {.folder = backend.folder()}, .hasher = {.cost = {8192, 1}, .threads = 1}}, clock);
        (*foundation)->store->writeNow([](Db &db) {
            db.run("UPDATE portal SET deletes_at = 1 WHERE address = 'vera-2'"_L1);
            db.run("UPDATE portal SET last_used_at = 1 WHERE address = 'vera-3'"_L1);
        });
        (*foundation)->stop();
    }
    const auto swept = run(backend, u"portal sweep"_s);
    QCOMPARE(swept->size(), 2U);
    QCOMPARE(swept->at(0), (QJsonObject{{"event"_L1, u"told"_s}, {"address"_L1, u"vera-3"_s}}));
    QCOMPARE(swept->at(1), (QJsonObject{{"event"_L1, u"deleted"_s}, {"address"_L1, u"vera-2"_s}}));
    QCOMPARE(run(backend, u"portal sweep"_s)->size(), 0U);
    backend.restart();
    RestCaller caller = signedIn(backend, u"vera"_s);
    QVERIFY(portalOf(caller, u"vera-2"_s).isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(backend.lettersTo(vera).size(), 2, patience); // they were in the queue
}

void IdlePortalsTest::nothingIsReadUntilSomethingIsDue()
{
    AccountFixture backend;
    backend.clock().stop();
    QTRY_COMPARE(restOf(backend).looks, 1);
    QVERIFY(restLeft(backend) > 30min && restLeft(backend) <= 1h); // days are left, and an hour is the longest
    RestCaller caller = proven(backend, u"anna"_s);
    QCOMPARE(caller.call("passport.portals.create", {{"title"_L1, u"Neu"_s}}).status, 200);
    QVERIFY(!portalOf(caller, u"sklad"_s).isEmpty());
    QCOMPARE(restOf(backend).looks, 1);
    set(backend, u"vera-2"_s, reminders, 2);
    set(backend, u"vera-2"_s, endsAt, backend.clock().nowMs() + std::chrono::milliseconds(30min).count());
    QTRY_VERIFY(restLeft(backend) < 31min);
    QVERIFY(restLeft(backend) > 1min);
    pass(backend, 30min - 1ms);
    QTRY_VERIFY(restLeft(backend) <= 1ms);
    QVERIFY(exists(backend, u"vera-2"_s));
    pass(backend, 1ms);
    QTRY_VERIFY_WITH_TIMEOUT(!exists(backend, u"vera-2"_s), patience);
    QTRY_VERIFY(restLeft(backend) > 30min);
}

void IdlePortalsTest::commandsWakeTheServer()
{
    AccountFixture backend;
    QTRY_COMPARE(restOf(backend).looks, 1);
    QVERIFY(run(backend, u"portal member sklad "_s + vera + u" employee"_s));
    QTRY_COMPARE(restOf(backend).looks, 2);
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::IdlePortalsTest)
#include "idleportals_test.moc"
