// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/accountfixture.h"
#include "backend/formbrowser.h"
#include "support/stricttest.h"

using namespace Qt::StringLiterals;

namespace passport {

/// The page of a portal for whoever is not in it, and the way there over the sign-in.
class PortalPagesTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void shortPathsLeadOn();
    void portalTellsOutsidersHowTheyStand();
    void hostileNamesAreTextAlone();
    void signInLeadsBackToThePortal();
    void signInLeadsNowhereElse_data();
    void signInLeadsNowhereElse();
};

void PortalPagesTest::shortPathsLeadOn()
{
    BackendFixture backend;
    FormBrowser browser(backend.port());
    const auto ledTo = [&](const QByteArray &target) { return browser.get(target).header("Location"); };
    QCOMPARE(ledTo("/"), "/passport/view/"_ba);
    QCOMPARE(ledTo("/passport/view"), "/passport/view/"_ba);
    QCOMPARE(ledTo("/auth"), "/auth/"_ba);
    QCOMPARE(ledTo("/p/romashka?x=1"), "/p/romashka/"_ba);
    QCOMPARE(browser.get("/p/nowhere/").status, 404);
}

void PortalPagesTest::portalTellsOutsidersHowTheyStand()
{
    BackendFixture backend;
    FormBrowser browser(backend.port());
    browser.language = "en";
    browser.get("/p/romashka/");
    QVERIFY(browser.page.contains("href=\"/auth/?back=/p/romashka/\"") && !browser.page.contains("Ромашка"));
    FormBrowser gleb(backend.port());
    gleb.language = "en";
    gleb.signIn("/auth/", u"gleb"_s);
    gleb.get("/p/romashka/");
    QVERIFY2(gleb.page.contains("not a member") && !gleb.page.contains("Ромашка"), gleb.page);
    QVERIFY(!gleb.page.contains("href=\"/auth/")); // where he would be sent round and round
    FormBrowser anna(backend.port());
    anna.language = "en";
    anna.signIn("/auth/", u"anna"_s);
    anna.get("/p/test24/"); // she is only invited
    QVERIFY2(anna.page.contains("You are invited") && anna.page.contains("Тест"), anna.page);
    QVERIFY(!anna.page.contains("id=\"network\""));
    anna.get("/p/romashka/");
    QVERIFY(anna.page.contains("You are in the portal") && anna.page.contains("id=\"network\""));
}

void PortalPagesTest::hostileNamesAreTextAlone() // SR-9
{
    AccountFixture backend;
    const auto gleb = backend.signedIn(u"gleb"_s);
    backend.stepUp(*gleb, u"gleb"_s);
    const QString hostile = u"<script>alert(1)</script>\u202E{{{main}}}"_s;
    const QJsonObject portal = gleb->call("passport.portals.create", {{"title"_L1, hostile}}).result();
    QCOMPARE(gleb->call("passport.profile.update", {{"firstName"_L1, hostile}, {"revision"_L1, 1}}).status, 200);
    FormBrowser browser(backend.port());
    browser.signIn("/auth/", u"gleb"_s);
    for (const QByteArray &page : {"/p/" + portal["address"_L1].toString().toLatin1() + '/', "/passport/view/"_ba}) {
        browser.get(page);
        QVERIFY(browser.page.contains("&lt;script&gt;alert(1)&lt;/script&gt;{{{main}}}"));
        QVERIFY(!browser.page.contains("<script>") && !browser.page.contains("\u202E"));
        QCOMPARE(browser.page.count("<main"), 1);
    }
}

void PortalPagesTest::signInLeadsBackToThePortal()
{
    BackendFixture backend;
    const QByteArray path = "/auth/?back=/p/romashka/";
    FormBrowser anna(backend.port());
    anna.get(path);
    const QByteArray form = "action=\"" + path + '"';
    QVERIFY(anna.page.contains(form));
    anna.press(path, "signin", "login=anna%40example.test&password=wrong");
    QVERIFY(anna.page.contains(form)); // it is kept in mind
    RestAnswer in = anna.press(path, "signin", "login=anna%40example.test&password=anna-demo-Passport");
    QCOMPARE(in.header("Location"), QByteArray("/p/romashka/"));
    QCOMPARE(anna.get(path).header("Location"), QByteArray("/p/romashka/")); // she is signed in already
    FormBrowser boris(backend.port());
    boris.get(path);
    boris.press(path, "signin", "login=boris%40example.test&password=boris-demo-Passport");
    QVERIFY(boris.page.contains(form) && boris.page.contains("name=\"code\""));
    in = boris.press(path, "code", "code=" + borisCode(backend.clock()).toLatin1());
    QCOMPARE(in.header("Location"), QByteArray("/p/romashka/"));
}

void PortalPagesTest::signInLeadsNowhereElse_data()
{
    QTest::addColumn<QByteArray>("back");
    QTest::newRow("another server") << "https://evil.test/p/romashka/"_ba;
    QTest::newRow("another server, without a scheme") << "//evil.test/p/romashka/"_ba;
    QTest::newRow("backslash") << "/%5Cevil.test/p/romashka/"_ba;
    QTest::newRow("up and away") << "/p/../web/page.js/"_ba;
    QTest::newRow("another page") << "/outbox"_ba;
    QTest::newRow("deeper") << "/p/romashka/enter/"_ba;
    QTest::newRow("a line of its own") << "/p/romashka/%0D%0ASet-Cookie:%20a=b"_ba;
    QTest::newRow("a line behind") << "/p/romashka/%0A"_ba;
    QTest::newRow("a script") << "javascript:alert(1)"_ba;
    QTest::newRow("empty") << ""_ba;
}

void PortalPagesTest::signInLeadsNowhereElse() // no open redirect
{
    QFETCH(const QByteArray, back);
    BackendFixture backend;
    const QByteArray path = "/auth/?back=" + back;
    FormBrowser anna(backend.port());
    anna.get(path);
    QVERIFY(anna.page.contains("action=\"/auth/\"") && !anna.page.contains("back="));
    const RestAnswer in = anna.press(path, "signin", "login=anna%40example.test&password=anna-demo-Passport");
    QCOMPARE(in.status, 303);
    QCOMPARE(in.header("Location"), QByteArray("/passport/view/"));
    QCOMPARE(anna.get(path).header("Location"), QByteArray("/passport/view/"));
}

} // namespace passport

QTEST_APPLESS_MAIN(passport::PortalPagesTest)
#include "portalpages_test.moc"
