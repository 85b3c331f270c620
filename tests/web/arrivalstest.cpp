// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/accountfixture.h"
#include "support/stricttest.h"
#include "web/webbrowser.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

constexpr int patience = 30000; // ms; a browser on a busy machine
const QString fresh = u"anna@new.test"_s;

void signIn(WebBrowser &browser, const QString &who)
{
    browser.fill(u"login"_s, AccountFixture::login(who));
    browser.fill(u"password"_s, AccountFixture::password(who));
    browser.press(u"button[value=signin]"_s);
}

/// Anna asks in her program for another address.
RestAnswer askForAddress(RestCaller &anna)
{
    return anna.call(
        "passport.contacts.add",
        {{"kind"_L1, u"email"_s}, {"value"_L1, fresh}, {"password"_L1, AccountFixture::password(u"anna"_s)}});
}

bool isBound(RestCaller &anna)
{
    for (const QJsonValue &item : anna.call("passport.contacts.list").result().value("items"_L1).toArray()) {
        if (item["value"_L1].toString() == fresh)
            return item["confirmed"_L1].toBool();
    }
    return false;
}

bool hasButton(WebBrowser &browser)
{
    return browser.evaluate(u"document.querySelector('button') !== null"_s).toBool();
}

} // namespace

/// Pages that something else than our pages leads to, in a real browser: the link in a mail, a link in a chat.
class ArrivalsTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void mailLinkBindsTheAddress_data();
    void mailLinkBindsTheAddress();
    void mailLinkIsRefused_data();
    void mailLinkIsRefused();
    void mailLinkInTwoTabs();
    void mailLinkThatIsTooLate();
    void linkFromElsewhereKeepsTheSession();
    void portalIsReachedOverTheSignIn();
    void strangersAreToldOnce();

private:
    /// Asks for the address and waits for the mail: its link.
    QUrl mailedLink(AccountFixture &backend, RestCaller &anna);
};

QUrl ArrivalsTest::mailedLink(AccountFixture &backend, RestCaller &anna)
{
    const qsizetype before = backend.lettersTo(fresh).size();
    if (askForAddress(anna).status != 200
        || !QTest::qWaitFor([&] { return backend.lettersTo(fresh).size() > before; }, patience))
        return {};
    return QUrl(backend.url().toString() + QString::fromLatin1(linkIn(backend.lettersTo(fresh).last())));
}

void ArrivalsTest::mailLinkBindsTheAddress_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("titles"); // before, after, opened again
    const QStringList russian{u"Подтвердите адрес"_s, u"Адрес подтверждён"_s, u"Адрес уже подтверждён"_s};
    const QStringList english{
        u"Confirm this address"_s, u"The address is confirmed"_s, u"The address is confirmed already"_s};
    for (const bool dark : {false, true}) {
        const QByteArray theme = dark ? "dark" : "light";
        QTest::newRow(theme + "-ru") << dark << u"ru-RU"_s << russian;
        QTest::newRow(theme + "-en") << dark << u"en-GB"_s << english;
    }
}

void ArrivalsTest::mailLinkBindsTheAddress()
{
    QFETCH(const bool, dark);
    QFETCH(const QString, language);
    QFETCH(const QStringList, titles);
    const QString look = QString::fromLatin1(QTest::currentDataTag());
    AccountFixture backend;
    const auto anna = backend.signedIn(u"anna"_s);
    const QUrl link = mailedLink(backend, *anna);
    QVERIFY(link.isValid());
    WebBrowser browser({.dark = dark, .language = language});
    browser.open(link);
    const QString title = u"document.querySelector('h1').textContent"_s;
    QCOMPARE(browser.evaluate(title).toString(), titles[0]);
    QVERIFY(browser.text().contains(fresh) && browser.text().contains(u"А. И…а"_s)); // SR-33
    QVERIFY(!browser.text().contains(u"Анна"_s));
    QVERIFY(browser.evaluate(u"document.documentElement.scrollWidth <= innerWidth"_s).toBool());
    QVERIFY(!isBound(*anna)); // looking changes nothing
    browser.keep(u"mail-ask-"_s + look);
    browser.press(u"#confirm"_s);
    QTRY_COMPARE_WITH_TIMEOUT(browser.evaluate(title).toString(), titles[1], patience);
    QVERIFY(!hasButton(browser));
    browser.keep(u"mail-done-"_s + look);
    QVERIFY(isBound(*anna));
    browser.open(link);
    QCOMPARE(browser.evaluate(title).toString(), titles[2]);
    QVERIFY(!hasButton(browser));
    browser.keep(u"mail-again-"_s + look);
    QCOMPARE(backend.audited(u"contact.bind"_s), 1);
    QCOMPARE(browser.complaints(), QStringList{});
}

void ArrivalsTest::mailLinkIsRefused_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("button");
    QTest::addColumn<QString>("title");
    QTest::newRow("light-ru") << false << u"ru-RU"_s << u"Это не я"_s << u"Адрес не привязан"_s;
    QTest::newRow("dark-en") << true << u"en-GB"_s << u"This is not me"_s << u"The address was not bound"_s;
}

void ArrivalsTest::mailLinkIsRefused()
{
    QFETCH(const bool, dark);
    QFETCH(const QString, language);
    QFETCH(const QString, button);
    QFETCH(const QString, title);
    AccountFixture backend;
    const auto anna = backend.signedIn(u"anna"_s);
    const QUrl link = mailedLink(backend, *anna);
    QVERIFY(link.isValid());
    WebBrowser browser({.dark = dark, .language = language});
    browser.open(link);
    QCOMPARE(browser.evaluate(u"document.querySelector('#refuse').textContent"_s).toString(), button);
    browser.press(u"#refuse"_s);
    const QString heading = u"document.querySelector('h1').textContent"_s;
    QTRY_COMPARE_WITH_TIMEOUT(browser.evaluate(heading).toString(), title, patience);
    QVERIFY(!hasButton(browser));
    browser.keep(u"mail-refused-"_s + QString::fromLatin1(QTest::currentDataTag()));
    browser.open(link); // and again, later
    QCOMPARE(browser.evaluate(heading).toString(), title);
    QVERIFY(!hasButton(browser) && !isBound(*anna));
    QCOMPARE(backend.audited(u"contact.refuse"_s), 1);
    QCOMPARE(browser.complaints(), QStringList{});
}

void ArrivalsTest::mailLinkInTwoTabs()
{
    AccountFixture backend;
    const auto anna = backend.signedIn(u"anna"_s);
    const QUrl link = mailedLink(backend, *anna);
    WebBrowser first({});
    WebBrowser second({});
    first.open(link);
    second.open(link);
    first.press(u"button"_s);
    QTRY_VERIFY_WITH_TIMEOUT(first.text().contains(u"Адрес подтверждён"_s), patience);
    second.press(u"button"_s);
    QTRY_VERIFY_WITH_TIMEOUT(second.text().contains(u"Адрес уже подтверждён"_s), patience);
    QCOMPARE(backend.audited(u"contact.bind"_s), 1);
}

void ArrivalsTest::mailLinkThatIsTooLate()
{
    AccountFixture backend;
    backend.clock().stop();
    const auto anna = backend.signedIn(u"anna"_s);
    const QUrl older = mailedLink(backend, *anna);
    WebBrowser browser({});
    browser.open(older);
    QVERIFY(hasButton(browser));
    backend.clock().advance(60s); // not before may there be another one
    const QUrl newer = mailedLink(backend, *anna);
    QVERIFY(newer.isValid() && newer != older);
    browser.press(u"button"_s); // of the mail before
    QTRY_VERIFY_WITH_TIMEOUT(browser.text().contains(u"Ссылка больше не действует"_s), patience);
    browser.open(newer);
    QVERIFY(hasButton(browser));
    backend.clock().advance(601s);
    browser.press(u"button"_s); // the page was left open
    QTRY_VERIFY_WITH_TIMEOUT(browser.text().contains(u"Ссылка больше не действует"_s), patience);
    browser.keep(u"mail-gone-light-ru"_s);
    browser.open(newer);
    QVERIFY(browser.text().contains(u"Ссылка больше не действует"_s));
    QVERIFY(!hasButton(browser) && !isBound(*anna));
}

/// The browser does not send the Strict cookie along then; it must not be replaced either.
void ArrivalsTest::linkFromElsewhereKeepsTheSession()
{
    AccountFixture backend;
    const QString base = backend.url().toString();
    WebBrowser browser({});
    browser.open(QUrl(base + u"/auth/"_s));
    signIn(browser, u"anna"_s);
    QTRY_COMPARE_WITH_TIMEOUT(browser.address().path(), u"/passport/view/"_s, patience);
    for (const QString &path : {u"/p/romashka/"_s, u"/passport/view/"_s, u"/auth/"_s}) {
        browser.open(QUrl(u"data:text/html,<a href='%1'>portal</a>"_s.arg(base + path)));
        browser.press(u"a"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(browser.text().contains(u"Анна Иванова"_s), qPrintable(path), patience);
    }
    QCOMPARE(browser.complaints(), QStringList{});
}

void ArrivalsTest::portalIsReachedOverTheSignIn()
{
    AccountFixture backend;
    WebBrowser browser({});
    browser.open(QUrl(backend.url().toString() + u"/p/romashka"_s));
    QVERIFY(!browser.text().contains(u"Ромашка"_s)); // nobody outside learns what it is called
    browser.keep(u"portal-signedout-light-ru"_s);
    browser.press(u"a.button"_s);
    QTRY_COMPARE_WITH_TIMEOUT(browser.address().path(), u"/auth/"_s, patience);
    QTRY_VERIFY_WITH_TIMEOUT(hasButton(browser), patience);
    signIn(browser, u"anna"_s);
    QTRY_COMPARE_WITH_TIMEOUT(browser.address().path(), u"/p/romashka/"_s, patience);
    QTRY_VERIFY_WITH_TIMEOUT(
        browser.text().contains(u"Анна Иванова"_s) && browser.text().contains(u"Ромашка"_s), patience);
    QCOMPARE(browser.complaints(), QStringList{});
}

void ArrivalsTest::strangersAreToldOnce()
{
    AccountFixture backend;
    WebBrowser browser({});
    browser.open(QUrl(backend.url().toString() + u"/auth/?back=/p/romashka/"_s));
    signIn(browser, u"gleb"_s);
    QTRY_COMPARE_WITH_TIMEOUT(browser.address().path(), u"/p/romashka/"_s, patience);
    QTRY_VERIFY_WITH_TIMEOUT(browser.text().contains(u"Вы не состоите в этом портале"_s), patience);
    browser.keep(u"portal-stranger-light-ru"_s);
    browser.press(u"a.button"_s);
    QTRY_COMPARE_WITH_TIMEOUT(browser.address().path(), u"/passport/view/"_s, patience); // where he can sign out
    QTRY_VERIFY_WITH_TIMEOUT(browser.text().contains(u"Выйти"_s), patience);
}

} // namespace passport

QTEST_MAIN(passport::ArrivalsTest)
#include "arrivalstest.moc"
