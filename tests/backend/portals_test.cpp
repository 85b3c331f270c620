// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "support/demopeople.h"
#include "support/stricttest.h"

#include <QJsonArray>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

QJsonArray itemsOf(const RestAnswer &answer)
{
    return answer.result().value("items"_L1).toArray();
}

QStringList addressesOf(const QJsonArray &items)
{
    QStringList addresses;
    for (const QJsonValue &item : items)
        addresses.append(item["address"_L1].toString());
    return addresses;
}

QJsonObject memberIdOf(RestCaller &caller, const QString &address)
{
    for (const QJsonValue &item : itemsOf(caller.call("passport.portals.list", {{"query"_L1, address}}))) {
        if (item["address"_L1].toString() == address)
            return {{"memberId"_L1, item["memberId"_L1]}};
    }
    return {};
}

RestAnswer redeem(RestCaller &browser, const QUrl &link)
{
    return browser.post(link.path().toLatin1(), "code=" + link.fragment().toLatin1());
}

QByteArray cookieOf(const RestAnswer &answer)
{
    return answer.header("Set-Cookie").split(';').first();
}

} // namespace

class PortalsTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void listTellsWhatOneSees();
    void pagesFollowOneAnother();
    void queriesLookIntoTitleAndAddress();
    void switchGivesAPortalsOwnTokens();
    void onlyActiveMembersEnter();
    void linkOpensThePortalOnce();
    void linkIsBoundToItsPortalAndSession();
    void countersAddUp();
};

void PortalsTest::listTellsWhatOneSees()
{
    BackendFixture backend;
    RestCaller anna = signedIn(backend, u"anna"_s);
    const RestAnswer list = anna.call("passport.portals.list");
    QCOMPARE(list.status, 200);
    QCOMPARE(addressesOf(itemsOf(list)), (QStringList{u"romashka"_s, u"sklad"_s, u"test24"_s}));
    QCOMPARE(list.result().value("total"_L1).toInt(), 3);
    QCOMPARE(list.result().value("createdCount"_L1).toInt(), 1);
    QCOMPARE(list.result().value("createdLimit"_L1).toInt(), 7);
    QVERIFY(list.result().value("cursor"_L1).isNull());
    const QJsonObject romashka = itemsOf(list).at(0).toObject();
    QCOMPARE(romashka.value("title"_L1).toString(), u"Ромашка"_s);
    QCOMPARE(romashka.value("role"_L1).toString(), u"admin"_s);
    QCOMPARE(romashka.value("plan"_L1).toString(), u"professional"_s);
    QCOMPARE(romashka.value("state"_L1).toString(), u"active"_s);
    QCOMPARE(romashka.value("rename"_L1).toString(), u"self"_s);
    QCOMPARE(romashka.value("mine"_L1).toBool(), true);
    QCOMPARE(romashka.value("qrAllowed"_L1).toBool(), true);
    QCOMPARE(romashka.value("url"_L1).toString(), backend.url().toString() + u"/p/romashka/"_s);
    QCOMPARE(itemsOf(list).at(1)["qrAllowed"_L1].toBool(), false);
    QCOMPARE(itemsOf(list).at(2)["state"_L1].toString(), u"invited"_s);
    setSetting(backend, u"main.allow_qrcode_auth"_s, u"Y"_s, u"sklad"_s); // the kept list notices
    QCOMPARE(itemsOf(anna.call("passport.portals.list")).at(1)["qrAllowed"_L1].toBool(), true);
    RestCaller gleb = signedIn(backend, u"gleb"_s);
    QCOMPARE(itemsOf(gleb.call("passport.portals.list")).size(), 0);
    RestCaller nobody(backend.port());
    QCOMPARE(nobody.call("passport.portals.list").error(), u"NO_AUTH_FOUND"_s);
}

void PortalsTest::pagesFollowOneAnother()
{
    BackendFixture backend({.morePortals = 100});
    RestCaller anna = signedIn(backend, u"anna"_s);
    QStringList all;
    QJsonObject request{{"limit"_L1, 40}};
    int pages = 0;
    for (bool more = true; more && pages < 10; ++pages) {
        const QJsonObject page = anna.call("passport.portals.list", request).result();
        QCOMPARE(page.value("total"_L1).toInt(), 103);
        all += addressesOf(page.value("items"_L1).toArray());
        more = page.value("cursor"_L1).isString();
        request.insert("cursor"_L1, page.value("cursor"_L1));
    }
    QCOMPARE(pages, 3);
    QCOMPARE(all.size(), 103);
    QCOMPARE(QSet<QString>(all.begin(), all.end()).size(), 103);
    QCOMPARE(anna.call("passport.portals.list", {{"limit"_L1, 201}}).error(), u"invalid_request"_s);
    QCOMPARE(anna.call("passport.portals.list", {{"cursor"_L1, u"=="_s}}).error(), u"invalid_request"_s);
}

void PortalsTest::queriesLookIntoTitleAndAddress()
{
    BackendFixture backend;
    RestCaller anna = signedIn(backend, u"anna"_s);
    const auto found = [&](const QString &query) {
        return addressesOf(itemsOf(anna.call("passport.portals.list", {{"query"_L1, query}})));
    };
    QCOMPARE(found(u"РОМ"_s), QStringList{u"romashka"_s});
    QCOMPARE(found(u" skl "_s), QStringList{u"sklad"_s});
    QCOMPARE(found(u"nowhere"_s), QStringList{});
    QCOMPARE(anna.call("passport.portals.list", {{"query"_L1, u"test24"_s}}).result().value("total"_L1).toInt(), 1);
}

void PortalsTest::switchGivesAPortalsOwnTokens()
{
    BackendFixture backend;
    RestCaller anna = signedIn(backend, u"anna"_s);
    const QJsonObject romashka = memberIdOf(anna, u"romashka"_s);
    const QJsonObject entered = anna.call("passport.portals.switch", romashka).result();
    QCOMPARE(entered.value("portal"_L1)["address"_L1].toString(), u"romashka"_s);
    const QJsonObject tokens = entered.value("tokens"_L1).toObject();
    QCOMPARE(tokens.value("member_id"_L1), romashka.value("memberId"_L1));
    QCOMPARE(tokens.value("client_endpoint"_L1).toString(), backend.url().toString() + u"/p/romashka/rest/"_s);
    QCOMPARE(tokens.value("token_type"_L1).toString(), u"DPoP"_s);
    QVERIFY(entered.value("pull"_L1)["jwt"_L1].isString());
    anna.take(tokens);
    QCOMPARE(anna.call("passport.portals.list").status, 403); // a portal's token is for its own endpoint
    RestCaller vera = signedIn(backend, u"vera"_s);
    QCOMPARE(vera.call("passport.portals.switch", romashka).error(), u"not_found"_s);
}

void PortalsTest::onlyActiveMembersEnter()
{
    BackendFixture backend;
    RestCaller anna = signedIn(backend, u"anna"_s);
    const QJsonObject invited = memberIdOf(anna, u"test24"_s);
    QCOMPARE(anna.call("passport.portals.switch", invited).error(), u"not_allowed"_s);
    QCOMPARE(anna.call("passport.portals.openlink", invited).error(), u"not_allowed"_s);
}

void PortalsTest::linkOpensThePortalOnce() // SR-30
{
    BackendFixture backend;
    RestCaller anna = signedIn(backend, u"anna"_s);
    RestCaller browser(backend.port());
    const QJsonObject opened = anna.call("passport.portals.openlink", memberIdOf(anna, u"romashka"_s)).result();
    QCOMPARE(opened.value("secondsLeft"_L1).toInt(), 60);
    const QUrl link(opened.value("url"_L1).toString());
    QCOMPARE(link.path(), u"/p/romashka/enter/"_s);
    QCOMPARE(link.fragment().size(), 43); // a fragment reaches no log and no referrer
    const RestAnswer page = browser.get(link.path().toLatin1());
    QCOMPARE(page.status, 200);
    QCOMPARE(page.header("Referrer-Policy"), QByteArray("no-referrer"));
    const RestAnswer entered = redeem(browser, link);
    QCOMPARE(entered.status, 200);
    const QByteArray cookie = entered.header("Set-Cookie");
    QVERIFY(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && cookie.contains("Path=/p/romashka/"));
    const RestAnswer inside = browser.get("/p/romashka/", {{"Cookie", cookieOf(entered)}, {"Accept-Language", "ru"}});
    QVERIFY(inside.body.contains("Анна Иванова") && inside.body.contains("администратор"));
    QCOMPARE(redeem(browser, link).status, 404); // once
    QVERIFY(!browser.get("/p/romashka/", {{"Accept-Language", "ru"}}).body.contains("Анна"));
    QCOMPARE(browser.get("/p/nowhere/").status, 404);
}

void PortalsTest::linkIsBoundToItsPortalAndSession()
{
    BackendFixture backend;
    RestCaller anna = signedIn(backend, u"anna"_s);
    RestCaller browser(backend.port());
    const QJsonObject romashka = memberIdOf(anna, u"romashka"_s);
    const auto fresh
        = [&] { return QUrl(anna.call("passport.portals.openlink", romashka).result()["url"_L1].toString()); };
    QUrl elsewhere = fresh();
    elsewhere.setPath(u"/p/sklad/enter/"_s);
    QCOMPARE(redeem(browser, elsewhere).status, 404);
    const QUrl late = fresh();
    backend.clock().advance(61s);
    QCOMPARE(redeem(browser, late).status, 404);
    const QUrl crossSite = fresh();
    QCOMPARE(
        browser
            .post(
                crossSite.path().toLatin1(), "code=" + crossSite.fragment().toLatin1(),
                {{"Sec-Fetch-Site", "cross-site"}})
            .status,
        403);
    const QByteArray cookie = cookieOf(redeem(browser, fresh()));
    QVERIFY(browser.get("/p/romashka/", {{"Cookie", cookie}}).body.contains("Анна Иванова"));
    QVERIFY(!browser.get("/p/sklad/", {{"Cookie", cookie}}).body.contains("Анна Иванова"));
    anna.call("passport.signout");
    QVERIFY(!browser.get("/p/romashka/", {{"Cookie", cookie}}).body.contains("Анна Иванова"));
}

void PortalsTest::countersAddUp()
{
    BackendFixture backend;
    RestCaller anna = signedIn(backend, u"anna"_s);
    const QJsonObject counters = anna.call("passport.counters.get").result();
    QCOMPARE(counters.value("total"_L1).toInt(), 15);
    QCOMPARE(counters.value("portals"_L1).toArray().size(), 2); // where she is active
}

} // namespace passport

QTEST_APPLESS_MAIN(passport::PortalsTest)
#include "portals_test.moc"
