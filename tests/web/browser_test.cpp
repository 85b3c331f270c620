// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "qr/qrreader.h"
#include "support/demopeople.h"
#include "support/qrwindow.h"
#include "support/stricttest.h"
#include "web/webbrowser.h"

#include <QImage>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

void signIn(WebBrowser &browser, const QString &who)
{
    browser.fill(u"login"_s, who + u"@example.test"_s);
    browser.fill(u"password"_s, who + u"-demo-Passport"_s);
    browser.press(u"button[value=signin]"_s);
}

QString focusedId(WebBrowser &browser)
{
    return browser.evaluate(u"document.activeElement.id"_s).toString();
}

bool canApprove(WebBrowser &browser)
{
    return browser.evaluate(u"document.getElementById('approve')?.disabled === false"_s).toBool();
}

} // namespace

/// The pages in a real browser, scripts and Content-Security-Policy included.
class BrowserTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void phoneApprovesAndUndoes();
    void confirmPageInEveryLook_data();
    void confirmPageInEveryLook();
    void browserSignsInByItsQrCode();
    void codeRenewsItself();
    void linkOfTheProgramOpensThePortal();
    void portalLeadsToThePassport_data();
    void portalLeadsToThePassport();
};

void BrowserTest::phoneApprovesAndUndoes()
{
    BackendFixture backend;
    QrWindow window(backend.port());
    window.open({{"portal"_L1, u"romashka"_s}});
    WebBrowser phone({});
    phone.open(QUrl(window.link()));
    QVERIFY(phone.text().contains(u"Сначала войдите"_s));
    signIn(phone, u"anna"_s);
    QTRY_VERIFY(phone.text().contains(u"WS-042"_s)); // scanned by itself after the sign-in
    QCOMPARE(focusedId(phone), u"decline"_s); // SR-8
    QVERIFY(!canApprove(phone));
    const QString number = phone.evaluate(u"document.querySelector('.digits').textContent.trim()"_s).toString();
    QCOMPARE(window.number(number).status, 200);
    QTRY_VERIFY(canApprove(phone)); // without a touch
    QCOMPARE(focusedId(phone), u"decline"_s);
    phone.press(u"#approve"_s);
    QTRY_VERIFY(phone.text().contains(u"Вход подтверждён"_s));
    window.status();
    QCOMPARE(window.claim().status, 200);
    QTRY_VERIFY(phone.text().contains(u"Отменить вход"_s));
    phone.keep(u"confirm-claimed-light-ru"_s);
    phone.press(u"#undo"_s);
    QTRY_VERIFY(phone.text().contains(u"Вход отменён"_s));
    window.caller.call("passport.profile.get");
    QCOMPARE(window.caller.call("passport.profile.get").error(), u"invalid_token"_s);
    QCOMPARE(phone.complaints(), QStringList{});
}

void BrowserTest::confirmPageInEveryLook_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("title");
    for (const bool dark : {false, true}) {
        const QByteArray theme = dark ? "dark" : "light";
        QTest::newRow(theme + "-ru") << dark << u"ru-RU"_s << u"Войти на этом компьютере?"_s;
        QTest::newRow(theme + "-en") << dark << u"en-GB"_s << u"Sign in on this computer?"_s;
    }
}

void BrowserTest::confirmPageInEveryLook()
{
    QFETCH(bool, dark);
    QFETCH(QString, language);
    QFETCH(QString, title);
    BackendFixture backend;
    QrWindow window(backend.port());
    window.open({{"portal"_L1, u"romashka"_s}});
    WebBrowser phone({.dark = dark, .language = language});
    phone.open(QUrl(window.link()));
    signIn(phone, u"anna"_s);
    QTRY_VERIFY(phone.text().contains(u"WS-042"_s));
    QVERIFY(phone.text().contains(title));
    // Everything on one screen of a phone, nothing beside it (mockup 16).
    QVERIFY(phone.evaluate(u"document.documentElement.scrollWidth <= innerWidth"_s).toBool());
    QVERIFY(
        phone.evaluate(u"document.getElementById('approve').getBoundingClientRect().bottom <= innerHeight"_s).toBool());
    phone.keep(u"confirm-"_s + QString::fromLatin1(QTest::currentDataTag()));
    phone.press(u"#decline"_s);
    QTRY_COMPARE(window.state(), u"declined"_s);
    QCOMPARE(phone.complaints(), QStringList{});
}

void BrowserTest::browserSignsInByItsQrCode()
{
    BackendFixture backend;
    RestCaller phone = signedIn(backend, u"anna"_s);
    WebBrowser browser({.width = 480, .height = 800});
    browser.open(QUrl(backend.url().toString() + u"/auth/"_s));
    browser.keep(u"auth-light-ru"_s);
    browser.press(u"#qr"_s);
    QTRY_VERIFY(browser.evaluate(u"document.querySelector('img.qr')?.naturalWidth > 0"_s).toBool());
    const QByteArray pixels = browser.picture();
    browser.keep(u"auth-qr-light-ru"_s);
    const Result<QString> link = readQr(QImage::fromData(pixels, "PNG"));
    QVERIFY(link);
    const QJsonObject scanned = phone.call("passport.qr.scan", {{"link"_L1, *link}}).result();
    QTRY_COMPARE(focusedId(browser), u"number"_s);
    browser.fill(u"number"_s, scanned.value("number"_L1).toString());
    browser.press(u"button[value=number]"_s);
    QTRY_VERIFY(browser.text().contains(u"Подтвердите вход на телефоне"_s));
    phone.call("passport.qr.approve", {{"approvalId"_L1, scanned.value("approvalId"_L1)}});
    QTRY_COMPARE(browser.address().path(), u"/passport/view/"_s);
    QTRY_VERIFY(browser.text().contains(u"Анна Иванова"_s));
    QCOMPARE(browser.complaints(), QStringList{});
}

void BrowserTest::codeRenewsItself() // QR-2, QR-8
{
    BackendFixture backend;
    backend.clock().stop();
    RestCaller phone = signedIn(backend, u"anna"_s);
    WebBrowser browser({.width = 480, .height = 800});
    browser.open(QUrl(backend.url().toString() + u"/auth/"_s));
    browser.press(u"#qr"_s);
    const auto link = [&browser] {
        const bool drawn = browser.evaluate(u"document.querySelector('img.qr')?.naturalWidth > 0"_s).toBool();
        const Result<QString> read = readQr(QImage::fromData(drawn ? browser.picture() : QByteArray(), "PNG"));
        return read ? *read : QString();
    };
    QTRY_VERIFY(!link().isEmpty());
    const QString first = link();
    backend.clock().advance(112s);
    QString second;
    const auto isRenewed = [&] {
        second = link();
        return !second.isEmpty() && second != first;
    };
    QTRY_VERIFY(isRenewed()); // without a touch
    QCOMPARE(phone.call("passport.qr.scan", {{"link"_L1, second}}).status, 200);
    QTRY_COMPARE(focusedId(browser), u"number"_s);
    QCOMPARE(browser.complaints(), QStringList{});
}

void BrowserTest::linkOfTheProgramOpensThePortal() // SR-30
{
    BackendFixture backend;
    RestCaller program = signedIn(backend, u"anna"_s);
    const QJsonArray portals = program.call("passport.portals.list").result().value("items"_L1).toArray();
    const QJsonObject romashka{{"memberId"_L1, portals.at(0)["memberId"_L1]}};
    const QUrl link(program.call("passport.portals.openlink", romashka).result().value("url"_L1).toString());
    WebBrowser browser({.width = 800, .height = 600});
    browser.open(link);
    QTRY_VERIFY(browser.text().contains(u"Анна Иванова"_s));
    QCOMPARE(browser.address().path(), u"/p/romashka/"_s);
    QVERIFY(!browser.address().hasFragment()); // the code is nowhere to be seen
    QCOMPARE(browser.complaints(), QStringList{});
    WebBrowser thief({});
    thief.open(link);
    QTRY_VERIFY(thief.text().contains(u"Ссылка уже использована"_s));
}

void BrowserTest::portalLeadsToThePassport_data()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("language");
    QTest::addColumn<QString>("entry");
    for (const bool dark : {false, true}) {
        const QByteArray theme = dark ? "dark" : "light";
        QTest::newRow(theme + "-ru") << dark << u"ru-RU"_s << u"Битрикс24 Network"_s;
        QTest::newRow(theme + "-en") << dark << u"en-GB"_s << u"Bitrix24 Network"_s;
    }
}

/// Picture → "…" → Bitrix24 Network: the program, or where no program takes passport:, the page that says how.
void BrowserTest::portalLeadsToThePassport()
{
    QFETCH(bool, dark);
    QFETCH(QString, language);
    QFETCH(QString, entry);
    const QString look = QString::fromLatin1(QTest::currentDataTag());
    BackendFixture backend;
    WebBrowser browser({.width = 640, .height = 480, .dark = dark, .language = language});
    browser.open(QUrl(backend.url().toString() + u"/auth/"_s));
    signIn(browser, u"anna"_s);
    QTRY_COMPARE(browser.address().path(), u"/passport/view/"_s);
    browser.open(QUrl(backend.url().toString() + u"/p/romashka/"_s));
    const QString shown = u"document.querySelector('.me .avatar').textContent.trim()"_s;
    QCOMPARE(browser.evaluate(shown).toString(), u"АИ"_s);
    QVERIFY(!browser.text().contains(entry));
    browser.press(u"#more"_s);
    QTRY_VERIFY(browser.text().contains(entry));
    QVERIFY(browser.evaluate(u"document.documentElement.scrollWidth <= innerWidth"_s).toBool());
    browser.keep(u"portal-"_s + look);
    browser.press(u"#network"_s);
    QTRY_COMPARE(browser.address().path(), u"/passport/view/"_s);
    const QString button = u"document.querySelector('a[href=\"passport:\"]') !== null"_s;
    QTRY_VERIFY(browser.evaluate(button).toBool());
    QTRY_COMPARE(browser.evaluate(u"document.documentElement.dataset.opened"_s).toString(), u"passport:"_s);
    QVERIFY(!browser.address().hasFragment());
    QVERIFY(browser.text().contains(u"passport --server "_s + backend.url().toString()));
    browser.keep(u"view-"_s + look);
    for (const QString &complaint : browser.complaints()) // that this machine has no such program, and nothing else
        QVERIFY2(complaint.contains(u"Failed to launch 'passport:'"_s), qPrintable(complaint));
}

} // namespace passport

QTEST_MAIN(passport::BrowserTest)
#include "browser_test.moc"
