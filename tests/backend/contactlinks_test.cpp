// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "accountfixture.h"
#include "backend/core/moments.h"
#include "support/stricttest.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

const QString anna = u"anna"_s;
const QString fresh = u"anna@new.test"_s;
const RestCaller::Headers english{{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept-Language", "en"}};

/// What passport.contacts.list knows of that address: whether it is confirmed; nothing if it is not there.
std::optional<bool> confirmed(RestCaller &caller, const QString &value)
{
    for (const QJsonValue &item : caller.call("passport.contacts.list").result().value("items"_L1).toArray()) {
        if (item["value"_L1].toString() == value)
            return item["confirmed"_L1].toBool();
    }
    return std::nullopt;
}

} // namespace

/// The page behind the link in the mail for a new address: it shows, it binds, it refuses.
class ContactLinksTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void linkShowsFirstAndBindsOnce();
    void pageSaysWhoseItWouldBe();
    void strangerRefusesByTheLink();
    void refusingComesTooLate();
    void linkOpenedLate();
    void linkOfSomebodyBlocked();

private:
    /// Asks for the address and waits for the letter.
    [[nodiscard]] static QByteArray letterFor(AccountFixture &backend, RestCaller &caller);
};

QByteArray ContactLinksTest::letterFor(AccountFixture &backend, RestCaller &caller)
{
    caller.call("passport.contacts.add", adding(u"email"_s, fresh));
    const auto came = [&] { return !backend.lettersTo(fresh).isEmpty(); };
    return QTest::qWaitFor(came, waitLimit) ? backend.lettersTo(fresh).first() : QByteArray();
}

void ContactLinksTest::linkShowsFirstAndBindsOnce() // SR-42
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    const QByteArray link = linkIn(letterFor(backend, *caller));
    QVERIFY(!link.isEmpty());
    RestCaller browser(backend.port());
    const RestAnswer shown = browser.get(link);
    QCOMPARE(shown.status, 200);
    QVERIFY(shown.body.contains("anna@new.test"));
    QCOMPARE(confirmed(*caller, fresh), false); // looking changes nothing
    QVERIFY(shown.header("Set-Cookie").isEmpty()); // whoever is signed in in that browser stays it
    const QByteArray form = "do=confirm&token=" + link.mid(link.indexOf('=') + 1);
    RestCaller::Headers foreign = english;
    foreign.emplace_back("Sec-Fetch-Site", "cross-site");
    QCOMPARE(browser.post("/mail/contact/", form, foreign).status, 403);
    const RestAnswer done = browser.post("/mail/contact/", form, english);
    QCOMPARE(done.status, 200);
    QVERIFY(done.body.contains("The address is confirmed"));
    QCOMPARE(confirmed(*caller, fresh), true);
    // Opened twice, pressed twice: it says so, and nothing happens.
    QVERIFY(browser.get(link, english).body.contains("confirmed already"));
    QVERIFY(browser.post("/mail/contact/", form, english).body.contains("confirmed already"));
    QCOMPARE(backend.audited(u"contact.bind"_s), 1);
}

/// Letter and page say whose Passport it is as a stranger may know it, and when it was asked for.
void ContactLinksTest::pageSaysWhoseItWouldBe() // SR-33
{
    AccountFixture backend;
    backend.clock().stop();
    const auto caller = backend.signedIn(anna);
    const QByteArray letter = letterFor(backend, *caller);
    const QByteArray shown = RestCaller(backend.port()).get(linkIn(letter), english).body;
    const QByteArray time = momentText(backend.clock().now(), PageLanguage::English).toUtf8();
    for (const QByteArray &text : {letter, shown}) {
        QVERIFY(text.contains("А. И…а"));
        QVERIFY2(text.contains(time), time.constData());
        QVERIFY(!text.contains("Анна") && !text.contains("Иванова") && !text.contains(backend.login(anna).toUtf8()));
    }
    const QByteArray russian = RestCaller(backend.port()).get(linkIn(letter), {{"Accept-Language", "ru"}}).body;
    QVERIFY(russian.contains(momentText(backend.clock().now(), PageLanguage::Russian).toUtf8()));
    // Whoever has no link learns nothing of it.
    QVERIFY(!RestCaller(backend.port()).get("/mail/contact/?token=" + QByteArray(43, 'A')).body.contains("И…а"));
}

void ContactLinksTest::strangerRefusesByTheLink() // SR-42
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    const RestAnswer added = caller->call("passport.contacts.add", adding(u"email"_s, fresh));
    QTRY_COMPARE(backend.lettersTo(fresh).size(), 1);
    const QByteArray link = linkIn(backend.lettersTo(fresh).first());
    const QByteArray token = link.mid(link.indexOf('=') + 1);
    RestCaller browser(backend.port());
    browser.get(link + "&do=refuse", english); // looking changes nothing
    QVERIFY(browser.post("/mail/contact/", "token=" + token, english).body.contains("<form")); // nor does no button
    RestCaller::Headers foreign = english;
    foreign.emplace_back("Sec-Fetch-Site", "cross-site");
    QCOMPARE(browser.post("/mail/contact/", "do=refuse&token=" + token, foreign).status, 403);
    QCOMPARE(confirmed(*caller, fresh), false);
    for (int i = 0; i < 2; ++i) { // pressed twice: the same, and done once
        const RestAnswer refused = browser.post("/mail/contact/", "do=refuse&token=" + token, english);
        QCOMPARE(refused.status, 200);
        QVERIFY(refused.body.contains("was not bound") && !refused.body.contains("<form"));
    }
    QVERIFY(browser.get(link, english).body.contains("was not bound"));
    QVERIFY(browser.post("/mail/contact/", "do=confirm&token=" + token, english).body.contains("was not bound"));
    QCOMPARE(confirmed(*caller, fresh), std::nullopt);
    const QString code = codeIn(backend.lettersTo(fresh).first());
    QCOMPARE(caller->call("passport.contacts.confirm", confirming(added, code)).error(), u"ticket_gone"_s);
    QCOMPARE(backend.audited(u"contact.refuse"_s), 1); // SR-41
    QCOMPARE(backend.audited(u"contact.bind"_s), 0);
}

void ContactLinksTest::refusingComesTooLate()
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    const RestAnswer added = caller->call("passport.contacts.add", adding(u"email"_s, fresh));
    QTRY_COMPARE(backend.lettersTo(fresh).size(), 1);
    const QByteArray link = linkIn(backend.lettersTo(fresh).first());
    const QString code = codeIn(backend.lettersTo(fresh).first());
    QCOMPARE(caller->call("passport.contacts.confirm", confirming(added, code)).status, 200);
    const QByteArray form = "do=refuse&token=" + link.mid(link.indexOf('=') + 1);
    QVERIFY(RestCaller(backend.port()).post("/mail/contact/", form, english).body.contains("confirmed already"));
    QCOMPARE(confirmed(*caller, fresh), true); // it is a login now: that is another page's to change
    QCOMPARE(backend.audited(u"contact.refuse"_s), 0);
}

void ContactLinksTest::linkOpenedLate()
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    const QByteArray link = linkIn(letterFor(backend, *caller));
    QVERIFY(!link.isEmpty());
    backend.clock().advance(11min);
    const RestAnswer late = RestCaller(backend.port()).get(link, {{"Accept-Language", "ru"}});
    QVERIFY(late.body.contains("Ссылка больше не действует"));
    QVERIFY(!late.body.contains("<form"));
    const QByteArray form = "do=confirm&token=" + link.mid(link.indexOf('=') + 1);
    const RestAnswer pressed = RestCaller(backend.port()).post("/mail/contact/", form, english);
    QVERIFY(pressed.body.contains("no longer good")); // the page was left open
    QCOMPARE(backend.audited(u"contact.bind"_s), 0);
    QVERIFY(RestCaller(backend.port()).get("/mail/contact/?token=<script>").body.contains("no longer good"));
}

/// Blocked by the administrator's command, which is another process, or right before the button is pressed.
void ContactLinksTest::linkOfSomebodyBlocked()
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    const QByteArray link = linkIn(letterFor(backend, *caller));
    QVERIFY(!link.isEmpty());
    RestCaller browser(backend.port());
    QVERIFY(browser.get(link, english).body.contains("<form"));
    backend.foundation().store->writeNow([](Db &db) { setBlocked(db, 1, true); });
    const QByteArray form = "do=confirm&token=" + link.mid(link.indexOf('=') + 1);
    QVERIFY(browser.post("/mail/contact/", form, english).body.contains("no longer good"));
    backend.foundation().store->writeNow([](Db &db) { setBlocked(db, 1, false); });
    QVERIFY(browser.post("/mail/contact/", form, english).body.contains("no longer good")); // nor later
    QCOMPARE(confirmed(*caller, fresh), std::nullopt);
    QCOMPARE(backend.audited(u"contact.bind"_s), 0);
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::ContactLinksTest)
#include "contactlinks_test.moc"
