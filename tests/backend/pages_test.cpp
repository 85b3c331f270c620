// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/formbrowser.h"
#include "support/demopeople.h"
#include "support/qrwindow.h"
#include "support/stricttest.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

QByteArray pathOf(const QrWindow &window, const BackendFixture &backend)
{
    return window.link().mid(backend.url().toString().size()).toLatin1();
}

/// The page without what belongs to one visitor.
QByteArray anonymous(QByteArray page, const QByteArray &path)
{
    return QString::fromUtf8(page.replace(path, "PATH"))
        .replace(QRegularExpression(u"name=\"sessid\" value=\"[^\"]*\""_s), QString())
        .toUtf8();
}

} // namespace

/// The pages a browser sees (api.md 7, SR-42), without scripts.
class PagesTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void confirmPageIsTheSameForEveryPath();
    void headersForbidInlineAndFrames();
    void phoneWithoutScriptsApproves();
    void phoneDeclines();
    void foreignFormsAreRefused();
    void whatADeviceSaysIsEscaped();
    void browserSignsInByPasswordAndCode();
    void browserSignsInByQr();
    void codeOfTheBrowserRenewsItself();
    void languageIsTheBrowsers();
    void everyTextIsThereInBothLanguages();
};

void PagesTest::confirmPageIsTheSameForEveryPath() // SR-19, SR-42
{
    BackendFixture backend;
    QrWindow window(backend.port());
    window.open();
    const QByteArray real = pathOf(window, backend);
    const QByteArray invented = "/a/s1/" + QByteArray(16, 'x') + '/' + QByteArray(32, 'y') + '/';
    FormBrowser stranger(backend.port());
    const QByteArray of = anonymous(stranger.get(real).body, real);
    QCOMPARE(anonymous(stranger.get(invented).body, invented), of);
    FormBrowser anna(backend.port());
    anna.signIn(real, u"anna"_s);
    QCOMPARE(anonymous(anna.get(real).body, real), anonymous(anna.get(invented).body, invented));
    QCOMPARE(window.state(), u"waiting"_s); // no GET changes anything
    QCOMPARE(stranger.get("/a/s1/short/" + QByteArray(32, 'y') + '/').status, 404);
}

void PagesTest::headersForbidInlineAndFrames()
{
    BackendFixture backend;
    FormBrowser browser(backend.port());
    const RestAnswer page = browser.get("/auth/");
    const QByteArray policy = page.header("Content-Security-Policy");
    QVERIFY(policy.contains("default-src 'none'") && policy.contains("frame-ancestors 'none'"));
    QVERIFY(!policy.contains("unsafe-inline"));
    QCOMPARE(page.header("Referrer-Policy"), QByteArray("no-referrer"));
    QVERIFY(!page.body.contains("style=\"") && !page.body.contains("onclick"));
    const QByteArray cookie = page.header("Set-Cookie");
    QVERIFY(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"));
    for (const char *file : {"/web/page.css", "/web/page.js", "/web/enter.js", "/web/icon.svg"})
        QCOMPARE(browser.get(file).status, 200);
    QCOMPARE(browser.get("/web/texts.json").status, 404);
}

void PagesTest::phoneWithoutScriptsApproves()
{
    BackendFixture backend;
    QrWindow window(backend.port());
    window.open({{"portal"_L1, u"romashka"_s}});
    const QByteArray path = pathOf(window, backend);
    FormBrowser phone(backend.port());
    phone.signIn(path, u"anna"_s);
    QVERIFY(phone.page.contains("Показать, кто просит войти"));
    phone.press(path, "scan");
    QVERIFY(
        phone.page.contains("WS-042") && phone.page.contains("127.0.0.1") && phone.page.contains("имя не проверено"));
    QVERIFY(phone.page.contains("/p/romashka"));
    // Decline comes first and has the focus; approving waits for the number (SR-8, SR-10).
    QVERIFY(phone.page.indexOf("id=\"decline\"") < phone.page.indexOf("id=\"approve\""));
    QVERIFY(phone.page.contains("value=\"decline\" autofocus"));
    QVERIFY(phone.page.contains("value=\"approve\" disabled"));
    const QRegularExpression digits(u"class=\"digits\" [^>]*>([0-9]{2})"_s);
    const QString number = digits.match(QString::fromUtf8(phone.page)).captured(1);
    phone.press(path, "approve"); // pressed all the same
    QCOMPARE(window.state(), u"scanned"_s);
    QCOMPARE(window.number(number).status, 200);
    phone.press(path, "look");
    QVERIFY(phone.page.contains("value=\"approve\">"));
    phone.press(path, "approve");
    QVERIFY(phone.page.contains("Вход подтверждён"));
    window.status();
    QCOMPARE(window.claim().status, 200);
    phone.press(path, "look");
    QVERIFY(phone.page.contains("Отменить вход"));
    phone.press(path, "undo");
    QVERIFY(phone.page.contains("Вход отменён"));
    window.caller.call("passport.profile.get");
    QCOMPARE(window.caller.call("passport.profile.get").error(), u"invalid_token"_s);
}

void PagesTest::phoneDeclines()
{
    BackendFixture backend;
    QrWindow window(backend.port());
    window.open();
    const QByteArray path = pathOf(window, backend);
    FormBrowser phone(backend.port());
    phone.signIn(path, u"anna"_s);
    phone.press(path, "scan");
    phone.press(path, "decline");
    QVERIFY(phone.page.contains("Вход отклонён"));
    QCOMPARE(window.state(), u"declined"_s);
    phone.get(path);
    phone.press(path, "scan");
    QVERIFY(phone.page.contains("Этого кода больше нет"));
}

void PagesTest::foreignFormsAreRefused() // SR-42
{
    BackendFixture backend;
    QrWindow window(backend.port());
    window.open();
    const QByteArray path = pathOf(window, backend);
    FormBrowser phone(backend.port());
    phone.signIn(path, u"anna"_s);
    RestCaller other(backend.port());
    const QByteArray form = "do=scan&sessid=" + phone.hidden(u"sessid"_s);
    const RestAnswer crossSite = other.post(path, form, {{"Cookie", phone.cookie}, {"Sec-Fetch-Site", "cross-site"}});
    QCOMPARE(crossSite.status, 403);
    other.post(path, "do=scan&sessid=wrong", {{"Cookie", phone.cookie}});
    QCOMPARE(window.state(), u"waiting"_s);
    other.post(path, form, {{"Cookie", phone.cookie}, {"Sec-Fetch-Site", "same-origin"}});
    QCOMPARE(window.state(), u"scanned"_s);
}

void PagesTest::whatADeviceSaysIsEscaped() // SR-9
{
    BackendFixture backend;
    QrWindow window(backend.port());
    window.open({{"device"_L1, testDevice(u"<script>alert(1)</script>{{csrf}}"_s)}});
    const QByteArray path = pathOf(window, backend);
    FormBrowser phone(backend.port());
    phone.signIn(path, u"anna"_s);
    phone.press(path, "scan");
    QVERIFY(phone.page.contains("&lt;script&gt;alert(1)&lt;/script&gt;{{csrf}}"));
    QVERIFY(!phone.page.contains("<script>alert"));
}

void PagesTest::browserSignsInByPasswordAndCode()
{
    BackendFixture backend;
    FormBrowser browser(backend.port());
    browser.get("/auth/");
    const QByteArray before = browser.cookie;
    browser.press("/auth/", "signin", "login=boris%40example.test&password=wrong");
    QVERIFY(browser.page.contains("Неверный логин или пароль"));
    browser.press("/auth/", "signin", "login=boris%40example.test&password=boris-demo-Passport");
    QVERIFY(browser.page.contains("Шесть цифр из приложения"));
    browser.press("/auth/", "code", "code=000000");
    QVERIFY(browser.page.contains("Осталось попыток: 4"));
    const RestAnswer in = browser.press("/auth/", "code", "code=" + borisCode(backend.clock()).toLatin1());
    QCOMPARE(in.status, 303);
    QCOMPARE(in.header("Location"), QByteArray("/passport/view/"));
    QVERIFY(browser.cookie != before); // SR-12
    QVERIFY(browser.get("/passport/view/").body.contains("Борис Петров"));
    QCOMPARE(browser.get("/auth/").status, 303);
    browser.get("/passport/view/");
    browser.press("/passport/view/", "signout");
    QVERIFY(!browser.get("/passport/view/").body.contains("Борис"));
}

void PagesTest::browserSignsInByQr()
{
    BackendFixture backend;
    RestCaller phone = signedIn(backend, u"anna"_s);
    FormBrowser browser(backend.port());
    browser.get("/auth/");
    browser.press("/auth/", "qr");
    const QString typed
        = QRegularExpression(u"class=\"typed\">([A-Z-]{9})<"_s).match(QString::fromUtf8(browser.page)).captured(1);
    const RestAnswer picture = browser.get("/auth/qr.svg");
    QCOMPARE(picture.header("Content-Type"), QByteArray("image/svg+xml"));
    QVERIFY(picture.body.contains("fill=\"#000000\""));
    browser.get("/auth/"); // the browser's page is a picture now; begin anew
    browser.press("/auth/", "qr");
    const QString code
        = QRegularExpression(u"class=\"typed\">([A-Z-]{9})<"_s).match(QString::fromUtf8(browser.page)).captured(1);
    QVERIFY(code.size() == 9 && code != typed);
    const QJsonObject scanned = phone.call("passport.qr.scan", {{"typedCode"_L1, code}}).result();
    QCOMPARE(scanned.value("device"_L1)["name"_L1].toString(), u"Firefox"_s);
    browser.press("/auth/", "look");
    QVERIFY(browser.page.contains("А. И…а") && !browser.page.contains("Иванова"));
    const QString right = scanned.value("number"_L1).toString();
    browser.press("/auth/", "number", "number=" + QByteArray(right == u"11"_s ? "12" : "11"));
    QVERIFY(browser.page.contains("Осталось попыток: 2"));
    browser.press("/auth/", "number", "number=" + right.toLatin1());
    QVERIFY(browser.page.contains("Подтвердите вход на телефоне"));
    phone.call("passport.qr.approve", {{"approvalId"_L1, scanned.value("approvalId"_L1)}});
    browser.press("/auth/", "look");
    const RestAnswer in = browser.press("/auth/", "claim");
    QCOMPARE(in.status, 303);
    QVERIFY(browser.get("/passport/view/").body.contains("Анна Иванова"));
}

void PagesTest::codeOfTheBrowserRenewsItself() // QR-2, QR-8
{
    BackendFixture backend;
    backend.clock().stop();
    RestCaller phone = signedIn(backend, u"anna"_s);
    FormBrowser browser(backend.port());
    browser.get("/auth/");
    browser.press("/auth/", "qr");
    const QByteArray first = browser.hidden(u"typedCode"_s);
    browser.press("/auth/", "look");
    QCOMPARE(browser.hidden(u"typedCode"_s), first); // it has time left
    backend.clock().advance(105s);
    browser.press("/auth/", "look");
    QCOMPARE(browser.hidden(u"typedCode"_s), first);
    backend.clock().advance(6s);
    browser.press("/auth/", "look");
    const QByteArray second = browser.hidden(u"typedCode"_s);
    QVERIFY(!second.isEmpty() && second != first);
    // Whoever has just pointed his phone at the old one is still let in, and the new one goes.
    const auto enter = [&phone](const QByteArray &typed) {
        return phone.call("passport.qr.scan", {{"typedCode"_L1, QString::fromLatin1(typed)}});
    };
    const QString number = enter(first).result().value("number"_L1).toString();
    QCOMPARE(number.size(), 2);
    browser.press("/auth/", "look");
    QVERIFY(browser.page.contains("name=\"number\""));
    QCOMPARE(enter(second).error(), u"ticket_gone"_s);
    browser.press("/auth/", "number", "number=" + number.toLatin1());
    QVERIFY(browser.page.contains("Подтвердите вход на телефоне"));

    // Five times without a touch, then somebody has to ask for a code.
    FormBrowser unattended(backend.port());
    unattended.get("/auth/");
    unattended.press("/auth/", "qr");
    for (int i = 0; i < 5; ++i) {
        const QByteArray before = unattended.hidden(u"typedCode"_s);
        backend.clock().advance(121s); // as after a sleep: it had ended
        unattended.press("/auth/", "look");
        QVERIFY(!unattended.hidden(u"typedCode"_s).isEmpty() && unattended.hidden(u"typedCode"_s) != before);
    }
    backend.clock().advance(121s);
    unattended.press("/auth/", "look");
    QVERIFY(unattended.page.contains("Код устарел"));
    unattended.press("/auth/", "qr");
    QCOMPARE(unattended.hidden(u"renewals"_s), QByteArray("0"));
}

void PagesTest::languageIsTheBrowsers()
{
    BackendFixture backend;
    FormBrowser browser(backend.port());
    QVERIFY(browser.get("/auth/").body.contains("lang=\"ru\""));
    for (const QByteArray language : {"en-GB,en;q=0.9,ru;q=0.8", "de", "", "fr, en;q=0.5, ru;q=0.4"}) {
        browser.language = language;
        QVERIFY2(browser.get("/auth/").body.contains("lang=\"en\""), language.constData());
    }
    browser.language = "de, ru;q=0.3";
    QVERIFY(browser.get("/auth/").body.contains("Вход в Паспорт"));
}

void PagesTest::everyTextIsThereInBothLanguages()
{
    QFile file(u":/passport/web/texts.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject texts = QJsonDocument::fromJson(file.readAll()).object();
    const QStringList english = texts.value("en"_L1).toObject().keys();
    QVERIFY(english.size() > 50);
    QCOMPARE(texts.value("ru"_L1).toObject().keys(), english);
    for (const QString &key : english) {
        QVERIFY2(!texts.value("en"_L1)[key].toString().isEmpty(), qPrintable(key));
        QVERIFY2(!texts.value("ru"_L1)[key].toString().isEmpty(), qPrintable(key));
    }
}

} // namespace passport

QTEST_APPLESS_MAIN(passport::PagesTest)
#include "pages_test.moc"
