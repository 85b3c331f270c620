// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "portalhands.h"
#include "support/stricttest.h"

#include <QDir>
#include <QRegularExpression>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {

using namespace portalhands;

namespace {

const QString taken = u"taken"_s;

} // namespace

/// Creating and renaming portals, over real sockets.
class PortalChangesTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void createdPortalIsOnesOwn();
    void titlesAreTextAlone_data();
    void titlesAreTextAlone();
    void sevenOfTwentyParallelTries();
    void changesWantAFreshProof();
    void renamingProbesNoMoreThanChecking();
    void addressesAreChecked_data();
    void addressesAreChecked();
    void administratorRenamesOnce();
    void oldAddressLeadsOn();
    void renamesRaceForOneAddress();
    void supportRenamesAgain();
    void otherAdministratorsHearOfIt();
};

void PortalChangesTest::createdPortalIsOnesOwn()
{
    BackendFixture backend;
    RestCaller gleb = proven(backend, u"gleb"_s);
    const qint64 before = revisionOf(gleb);
    const QJsonObject wish{{"title"_L1, u"Новый"_s}, {"idempotencyKey"_L1, u"0123456789abcdef"_s}};
    const RestAnswer created = gleb.call("passport.portals.create", wish);
    QCOMPARE(created.status, 200);
    const QJsonObject portal = created.result();
    static const QRegularExpression form(u"\\Ab24-[a-z0-9]{6}\\z"_s);
    QVERIFY2(form.match(portal.value("address"_L1).toString()).hasMatch(), created.body);
    QCOMPARE(portal.value("title"_L1).toString(), u"Новый"_s);
    QCOMPARE(portal.value("role"_L1).toString(), u"admin"_s);
    QCOMPARE(portal.value("plan"_L1).toString(), u"free"_s);
    QCOMPARE(portal.value("mine"_L1).toBool(), true);
    QCOMPARE(portal.value("rename"_L1).toString(), u"self"_s);
    QCOMPARE(gleb.call("passport.portals.create", wish).result(), portal); // the answer was lost: done once
    const QJsonObject list = gleb.call("passport.portals.list").result();
    QCOMPARE(list.value("items"_L1).toArray(), QJsonArray{portal});
    QCOMPARE(list.value("createdCount"_L1).toInt(), 1);
    QVERIFY(list.value("revision"_L1).toInteger() > before);
    QCOMPARE(gleb.call("passport.portals.switch", {{"memberId"_L1, portal.value("memberId"_L1)}}).status, 200);
}

void PortalChangesTest::titlesAreTextAlone_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("kept"); // empty: refused
    QTest::newRow("markup") << u"<b>Ромашка</b>"_s << u"<b>Ромашка</b>"_s;
    QTest::newRow("turned around") << u"\u202Eабв\u2066"_s << u"абв"_s;
    QTest::newRow("lines") << u" a\r\nb\t "_s << u"ab"_s;
    QTest::newRow("long") << QString(500, u'я') << QString(64, u'я');
    QTest::newRow("emoji") << QString::fromUtf8("🌼").repeated(70) << QString::fromUtf8("🌼").repeated(64);
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("spaces") << u"   "_s << QString();
    QTest::newRow("nothing to see") << u"\u200B\u202E"_s << QString();
}

void PortalChangesTest::titlesAreTextAlone()
{
    QFETCH(const QString, title);
    QFETCH(const QString, kept);
    BackendFixture backend;
    RestCaller gleb = proven(backend, u"gleb"_s);
    const RestAnswer answer = gleb.call("passport.portals.create", {{"title"_L1, title}});
    QCOMPARE(answer.error(), kept.isEmpty() ? u"invalid_request"_s : QString());
    QCOMPARE(answer.result().value("title"_L1).toString(), kept);
}

void PortalChangesTest::sevenOfTwentyParallelTries() // SR-44
{
    BackendFixture backend;
    const RestCaller gleb = proven(backend, u"gleb"_s);
    std::vector<RestAnswer> answers(20);
    std::vector<std::thread> tries;
    for (RestAnswer &answer : answers) {
        tries.emplace_back([&answer, caller = gleb]() mutable {
            answer = caller.call("passport.portals.create", {{"title"_L1, u"x"_s}});
        });
    }
    for (std::thread &one : tries)
        one.join();
    const auto done = std::ranges::count_if(answers, [](const RestAnswer &answer) { return answer.status == 200; });
    QCOMPARE(done, 7);
    for (const RestAnswer &answer : answers) {
        if (answer.status == 200)
            continue;
        QCOMPARE(answer.status, 409);
        QCOMPARE(answer.error(), u"limit_reached"_s);
        QCOMPARE(answer.details().value("limit"_L1).toInt(), 7);
    }
    RestCaller vera = proven(backend, u"vera"_s);
    QCOMPARE(vera.call("passport.portals.create", {{"title"_L1, u"8"_s}}).error(), u"limit_reached"_s);
}

void PortalChangesTest::changesWantAFreshProof() // SR-40
{
    BackendFixture backend;
    RestCaller anna = signedIn(backend, u"anna"_s);
    const QJsonObject romashka = portalOf(anna, u"romashka"_s);
    const auto create = [&] { return anna.call("passport.portals.create", {{"title"_L1, u"x"_s}}); };
    QCOMPARE(create().status, 403);
    QCOMPARE(create().error(), u"stepup_required"_s);
    QCOMPARE(create().details().value("methods"_L1).toArray(), QJsonArray{u"password"_s});
    for (const QString &address : {u"daisy"_s, u"sklad"_s}) // free or taken: nobody learns it without
        QCOMPARE(anna.call("passport.portals.rename", rename(romashka, address)).error(), u"stepup_required"_s);
    stepUp(anna, u"anna"_s);
    QCOMPARE(create().status, 200);
    backend.clock().advance(301s);
    QCOMPARE(create().error(), u"stepup_required"_s);
    RestCaller nobody(backend.port());
    for (const char *method : {"create", "checkaddress", "rename", "leave"})
        QCOMPARE(nobody.call(QByteArray("passport.portals.") + method).error(), u"NO_AUTH_FOUND"_s);
}

void PortalChangesTest::renamingProbesNoMoreThanChecking()
{
    BackendFixture backend;
    backend.clock().stop();
    RestCaller anna = proven(backend, u"anna"_s);
    const QJsonObject romashka = portalOf(anna, u"romashka"_s);
    QCOMPARE(anna.call("passport.portals.rename", rename(romashka, u"sklad"_s)).error(), u"address_taken"_s);
    backend.onThread([&] {
        for (int i = 0; i < 59; ++i) // with the one before: a minute's worth
            (void)backend.foundation().rateLimit.use(u"checkaddress/1"_s, 60, 60s);
    });
    QCOMPARE(anna.call("passport.portals.rename", rename(romashka, u"sklad"_s)).error(), u"too_many"_s);
    QCOMPARE(anna.call("passport.portals.checkaddress", {{"address"_L1, u"lily"_s}}).error(), u"too_many"_s);
    backend.clock().advance(61s);
    QCOMPARE(anna.call("passport.portals.rename", rename(romashka, u"sklad"_s)).error(), u"address_taken"_s);
}

void PortalChangesTest::addressesAreChecked_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("reason"); // empty: free
    QTest::newRow("free") << u"daisy"_s << QString();
    QTest::newRow("capitals and spaces") << u"  DAISY-24 "_s << QString();
    QTest::newRow("shortest") << u"abc"_s << QString();
    QTest::newRow("longest") << QString(60, u'a') << QString();
    QTest::newRow("too short") << u"ab"_s << u"length"_s;
    QTest::newRow("too long") << QString(61, u'a') << u"length"_s;
    QTest::newRow("empty") << QString() << u"length"_s;
    QTest::newRow("other letters") << u"ромашка"_s << u"characters"_s;
    QTest::newRow("dot") << u"a.b.c"_s << u"characters"_s;
    QTest::newRow("path") << u"../../etc"_s << u"characters"_s;
    QTest::newRow("hyphen first") << u"-abc"_s << u"characters"_s;
    QTest::newRow("hyphen last") << u"abc-"_s << u"characters"_s;
    QTest::newRow("punycode") << u"xn--80ak6aa92e"_s << u"hyphens"_s;
    QTest::newRow("double hyphen") << u"a--b"_s << u"hyphens"_s;
    QTest::newRow("reserved") << u"Support"_s << taken;
    QTest::newRow("somebody's") << u"SKLAD"_s << taken;
    QTest::newRow("one's own") << u"romashka"_s << taken;
}

void PortalChangesTest::addressesAreChecked()
{
    QFETCH(const QString, address);
    QFETCH(const QString, reason);
    BackendFixture backend;
    RestCaller anna = proven(backend, u"anna"_s);
    const QJsonObject answer = anna.call("passport.portals.checkaddress", {{"address"_L1, address}}).result();
    QCOMPARE(answer.value("free"_L1).toBool(), reason.isEmpty());
    QCOMPARE(answer.value("reason"_L1).toString(), reason);
    const RestAnswer renamed = anna.call("passport.portals.rename", rename(portalOf(anna, u"romashka"_s), address));
    if (reason.isEmpty()) {
        QCOMPARE(renamed.result().value("address"_L1).toString(), address.trimmed().toLower());
    } else {
        QCOMPARE(renamed.status, 422);
        QCOMPARE(renamed.error(), reason == taken ? u"address_taken"_s : u"invalid_address"_s);
        QCOMPARE(reasonOf(renamed), reason == taken ? QString() : reason);
    }
}

void PortalChangesTest::administratorRenamesOnce() // SR-44
{
    BackendFixture backend;
    RestCaller anna = proven(backend, u"anna"_s);
    const QJsonObject romashka = portalOf(anna, u"romashka"_s);
    QCOMPARE(
        reasonOf(anna.call("passport.portals.rename", rename(portalOf(anna, u"sklad"_s), u"depot"_s))),
        u"administrators_only"_s);
    QCOMPARE(
        reasonOf(anna.call("passport.portals.rename", rename(portalOf(anna, u"test24"_s), u"depot"_s))),
        u"administrators_only"_s);
    const RestAnswer renamed = anna.call("passport.portals.rename", rename(romashka, u"Daisy"_s));
    QCOMPARE(renamed.result().value("address"_L1).toString(), u"daisy"_s);
    QCOMPARE(renamed.result().value("memberId"_L1), romashka.value("memberId"_L1));
    QCOMPARE(renamed.result().value("rename"_L1).toString(), u"support"_s); // a Professional plan
    const RestAnswer again = anna.call("passport.portals.rename", rename(romashka, u"lily"_s));
    QCOMPARE(again.status, 403);
    QCOMPARE(again.error(), u"support_only"_s);
    RestCaller vera = proven(backend, u"vera"_s);
    const QJsonObject small = portalOf(vera, u"vera-1"_s);
    QCOMPARE(
        vera.call("passport.portals.rename", rename(small, u"vera-one"_s)).result()["rename"_L1].toString(), u"no"_s);
    QCOMPARE(reasonOf(vera.call("passport.portals.rename", rename(small, u"vera-uno"_s))), u"plan"_s); // free
    QCOMPARE(vera.call("passport.portals.rename", rename(romashka, u"lily"_s)).error(), u"not_found"_s);
}

void PortalChangesTest::oldAddressLeadsOn()
{
    BackendFixture backend;
    RestCaller anna = proven(backend, u"anna"_s);
    QCOMPARE(anna.call("passport.portals.rename", rename(portalOf(anna, u"romashka"_s), u"daisy"_s)).status, 200);
    RestCaller browser(backend.port());
    const auto ledTo = [&](const QByteArray &target) {
        const RestAnswer answer = browser.get(target);
        return answer.status == 302 ? answer.header("Location") : QByteArray::number(answer.status);
    };
    QCOMPARE(ledTo("/p/romashka/"), "/p/daisy/"_ba);
    QCOMPARE(ledTo("/p/romashka"), "/p/daisy/"_ba);
    QCOMPARE(ledTo("/p/Romashka/enter/?x=%2F1"), "/p/daisy/enter/?x=%2F1"_ba);
    QCOMPARE(ledTo("/p/romashka/rest/profile.json?a=b"), "/p/daisy/rest/profile.json?a=b"_ba);
    QCOMPARE(browser.post("/p/romashka/rest/batch", "{}").status, 302);
    QCOMPARE(browser.get("/p/daisy/").status, 200);
    RestCaller gleb = proven(backend, u"gleb"_s); // nobody else gets it
    const QJsonObject wish{{"address"_L1, u"romashka"_s}};
    QCOMPARE(gleb.call("passport.portals.checkaddress", wish).result()["reason"_L1].toString(), taken);
    const QJsonObject own = gleb.call("passport.portals.create", {{"title"_L1, u"x"_s}}).result();
    QCOMPARE(gleb.call("passport.portals.rename", rename(own, u"romashka"_s)).error(), u"address_taken"_s);
    backend.kill();
    backend.restart();
    QCOMPARE(ledTo("/p/romashka/"), "/p/daisy/"_ba);
}

void PortalChangesTest::renamesRaceForOneAddress()
{
    BackendFixture backend;
    RestCaller vera = proven(backend, u"vera"_s);
    std::vector<RestAnswer> answers(7);
    std::vector<QJsonObject> portals;
    for (int i = 1; i <= 7; ++i)
        portals.push_back(portalOf(vera, u"vera-%1"_s.arg(i)));
    std::vector<std::thread> tries;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        tries.emplace_back([&answer = answers.at(i), &portal = portals.at(i), caller = vera]() mutable {
            answer = caller.call("passport.portals.rename", rename(portal, u"the-one"_s));
        });
    }
    for (std::thread &one : tries)
        one.join();
    int done = 0;
    for (const RestAnswer &answer : answers) {
        done += answer.status == 200 ? 1 : 0;
        QVERIFY2(answer.status == 200 || answer.error() == u"address_taken"_s, answer.body);
    }
    QCOMPARE(done, 1);
}

void PortalChangesTest::supportRenamesAgain()
{
    BackendFixture backend;
    RestCaller anna = proven(backend, u"anna"_s);
    QCOMPARE(anna.call("passport.portals.rename", rename(portalOf(anna, u"romashka"_s), u"daisy"_s)).status, 200);
    QVERIFY(!run(backend, u"portal rename daisy sklad"_s));
    QVERIFY(!run(backend, u"portal rename nowhere lily"_s));
    const auto renamed = run(backend, u"portal rename daisy lily"_s);
    QVERIFY(renamed);
    QCOMPARE(renamed->at(0).value("address"_L1).toString(), u"lily"_s);
    QCOMPARE(renamed->at(0).value("renames"_L1).toInt(), 1); // by themselves
    QTRY_VERIFY(!portalOf(anna, u"lily"_s).isEmpty()); // the running server has noticed
    RestCaller browser(backend.port());
    QTRY_COMPARE(browser.get("/p/romashka/").header("Location"), "/p/lily/"_ba);
    QCOMPARE(browser.get("/p/daisy/").header("Location"), "/p/lily/"_ba);
    QVERIFY(run(backend, u"portal rename lily daisy"_s)); // back to one of its own
    QTRY_COMPARE(browser.get("/p/lily/").header("Location"), "/p/daisy/"_ba);
    QCOMPARE(browser.get("/p/daisy/").status, 200);
}

void PortalChangesTest::otherAdministratorsHearOfIt()
{
    BackendFixture backend;
    QVERIFY(run(backend, u"portal member romashka boris@example.test admin"_s));
    RestCaller anna = proven(backend, u"anna"_s);
    QCOMPARE(anna.call("passport.portals.rename", rename(portalOf(anna, u"romashka"_s), u"daisy"_s)).status, 200);
    const QDir outbox(backend.folder() + u"/outbox"_s);
    QTRY_COMPARE(outbox.entryList({u"*.eml"_s}).size(), 1);
    QFile mail(outbox.filePath(outbox.entryList({u"*.eml"_s}).first()));
    QVERIFY(mail.open(QIODevice::ReadOnly));
    const QByteArray content = mail.readAll();
    QVERIFY2(content.contains("To: <boris@example.test>") && content.contains("/p/daisy/"), content);
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::PortalChangesTest)
#include "portalchanges_test.moc"
