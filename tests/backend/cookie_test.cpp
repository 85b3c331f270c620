// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/foundation.h"
#include "backend/http/message.h"
#include "support/awaited.h"
#include "support/backendfixture.h"
#include "support/restcaller.h"
#include "support/stricttest.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {

class CookieTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void firstCallLearnsSidAndCsrf();
    void wrongCsrfIsTold();
    void authorizationLooksAtNoCookie();
    void crossSiteIsRefused();
    void cookieBecomesTokens();
    void twoTokensForOneCookieAreRefused();
    void signInReplacesTheSid();
    void sidIsNoToken();
    void actionsHaveTheirOwnEnvelope();
    void codeSignsTheCookieIn();
};

namespace {

/// A browser's cookie jar for one sid, and the calls of a page.
struct Page {
    explicit Page(BackendFixture &theBackend)
        : backend(theBackend)
        , caller(theBackend.port())
        , sid(Cookies::newSid())
        , csrf(theBackend.foundation().cookies.csrfOf(sid))
    {
    }

    RestAnswer post(const QByteArray &target, const QByteArray &body = "{}", RestCaller::Headers more = {})
    {
        more.emplace_back("Cookie", "other=1; PASSPORT_SID=" + sid);
        if (!csrf.isEmpty())
            more.emplace_back("X-Bitrix-Csrf-Token", csrf);
        return caller.post(target, body, more);
    }
    RestAnswer issueTokens()
    {
        return post("/rest/passport.tokens.issue", R"({"device":{"name":"a","os":"b","app":"c"}})");
    }

    /// As the page at /auth/ does it after its form was sent.
    Result<QByteArray> signIn(const QString &login, const QString &password)
    {
        HttpRequest http;
        http.remoteAddress = "127.0.0.1";
        Caller nobody;
        nobody.sid = sid;
        const Call call{.caller = nobody, .http = http, .headers = headers};
        SignInByPassword request;
        request.login = login;
        request.password = password;
        Result<QByteArray> fresh = awaited(backend.foundation().accounts.signInCookie(request, call));
        if (fresh)
            use(*fresh);
        return fresh;
    }
    void use(const QByteArray &freshSid)
    {
        sid = freshSid;
        csrf = backend.foundation().cookies.csrfOf(sid);
    }

    BackendFixture &backend;
    RestCaller caller;
    QByteArray sid;
    QByteArray csrf;
    ExtraHeaders headers;
};

const QString anna = u"anna@example.test"_s;
const QString annasPassword = u"anna-demo-Passport"_s;

} // namespace

void CookieTest::firstCallLearnsSidAndCsrf() // api.md 2
{
    BackendFixture backend;
    RestCaller caller(backend.port());
    const RestAnswer first = caller.post("/rest/passport.tokens.issue", "{}");
    QCOMPARE(first.status, 403);
    QCOMPARE(first.error(), u"invalid_csrf"_s);
    const QByteArray cookie = first.header("Set-Cookie");
    QVERIFY2(cookie.startsWith("PASSPORT_SID=") && cookie.endsWith("; Path=/; HttpOnly; SameSite=Strict"), cookie);
    const QByteArray sid = cookie.mid(13, 43);
    const QByteArray csrf = first.details().value("csrf"_L1).toString().toLatin1();
    QCOMPARE(csrf.size(), 43);
    QCOMPARE(first.header("X-Bitrix-New-Csrf"), csrf);
    // Repeated once with both: known now, but not signed in.
    const RestAnswer second = caller.post(
        "/rest/passport.tokens.issue", R"({"sessid":")" + csrf + "\"}", {{"Cookie", "PASSPORT_SID=" + sid}});
    QCOMPARE(second.error(), u"invalid_request"_s); // the device is missing: it has come through
}

void CookieTest::wrongCsrfIsTold()
{
    BackendFixture backend;
    Page page(backend);
    const QByteArray right = std::exchange(page.csrf, QByteArray(43, 'A'));
    const RestAnswer answer = page.issueTokens();
    QCOMPARE(answer.error(), u"invalid_csrf"_s);
    QCOMPARE(answer.details().value("csrf"_L1).toString().toLatin1(), right);
    QVERIFY(answer.header("Set-Cookie").isEmpty()); // the sid stays
}

void CookieTest::authorizationLooksAtNoCookie()
{
    BackendFixture backend;
    Page page(backend);
    QVERIFY(page.signIn(anna, annasPassword));
    const RestAnswer answer = page.post("/rest/passport.profile.get", "{}", {{"Authorization", "Bearer x"}});
    QCOMPARE(answer.error(), u"invalid_token"_s);
}

void CookieTest::crossSiteIsRefused() // SR-42
{
    BackendFixture backend;
    Page page(backend);
    QVERIFY(page.signIn(anna, annasPassword));
    const QByteArray body = R"({"device":{"name":"a","os":"b","app":"c"}})";
    const RestAnswer answer = page.post("/rest/passport.tokens.issue", body, {{"Sec-Fetch-Site", "cross-site"}});
    QCOMPARE(answer.status, 403);
    QCOMPARE(answer.error(), u"not_allowed"_s);
    QCOMPARE(page.post("/rest/passport.tokens.issue", body, {{"Sec-Fetch-Site", "same-origin"}}).status, 200);
}

void CookieTest::cookieBecomesTokens() // api.md 3, tokens.issue
{
    BackendFixture backend;
    Page page(backend);
    QCOMPARE(page.issueTokens().error(), u"NO_AUTH_FOUND"_s);
    QVERIFY(page.signIn(anna, annasPassword));
    const RestAnswer issued = page.issueTokens();
    QCOMPARE(issued.status, 200);
    QVERIFY(issued.header("Set-Cookie").startsWith("PASSPORT_SID=; Max-Age=0"));
    RestCaller caller(backend.port());
    caller.take(issued.result());
    QCOMPARE(caller.call("passport.profile.get").status, 200);
}

void CookieTest::twoTokensForOneCookieAreRefused()
{
    BackendFixture backend;
    Page page(backend);
    QVERIFY(page.signIn(anna, annasPassword));
    QCOMPARE(page.issueTokens().status, 200);
    QCOMPARE(page.issueTokens().error(), u"NO_AUTH_FOUND"_s); // it has ended the cookie session
}

void CookieTest::signInReplacesTheSid() // SR-12
{
    BackendFixture backend;
    Page page(backend);
    const QByteArray before = page.sid;
    QVERIFY(page.signIn(anna, annasPassword));
    QVERIFY(page.sid != before);
    QVERIFY(page.headers.back().value.startsWith("PASSPORT_SID=" + page.sid));
    page.use(before);
    QCOMPARE(page.issueTokens().error(), u"NO_AUTH_FOUND"_s);
}

void CookieTest::sidIsNoToken()
{
    BackendFixture backend;
    Page page(backend);
    QVERIFY(page.signIn(anna, annasPassword));
    RestCaller caller(backend.port());
    caller.accessToken = page.sid;
    QCOMPARE(caller.call("passport.profile.get").error(), u"invalid_token"_s);
}

void CookieTest::actionsHaveTheirOwnEnvelope() // wire.md 1.6
{
    BackendFixture backend;
    Page page(backend);
    const QByteArray target = "/bitrix/services/main/ajax.php?action=";
    const RestAnswer unknown = page.post(target + "main.nothing.here");
    QCOMPARE(unknown.status, 200);
    QCOMPARE(unknown.json().value("status"_L1).toString(), u"error"_s);
    QVERIFY(unknown.json().value("data"_L1).isNull());
    const auto codeOf = [](const RestAnswer &answer) {
        return answer.json().value("errors"_L1).toArray().at(0).toObject().value("code"_L1).toString();
    };
    QCOMPARE(codeOf(unknown), u"ERROR_METHOD_NOT_FOUND"_s);
    page.csrf.clear();
    const RestAnswer noCsrf = page.post(target + "main.authcode.loginByOtp", "otp=123456");
    QCOMPARE(noCsrf.status, 200);
    QCOMPARE(codeOf(noCsrf), u"invalid_csrf"_s);
    const QJsonObject data
        = noCsrf.json().value("errors"_L1).toArray().at(0).toObject().value("customData"_L1).toObject();
    QCOMPARE(data.value("csrf"_L1).toString().toLatin1(), backend.foundation().cookies.csrfOf(page.sid));
    // In the body as a form has it, and below a portal.
    const QByteArray form = "otp=123456&sessid=" + backend.foundation().cookies.csrfOf(page.sid);
    QCOMPARE(codeOf(page.post("/p/romashka" + target + "main.authcode.loginByOtp", form)), u"ERR_OTP_CODE"_s);
}

void CookieTest::codeSignsTheCookieIn() // wire.md 1.9
{
    BackendFixture backend;
    Page page(backend);
    const Result<QByteArray> half = page.signIn(u"boris@example.test"_s, u"boris-demo-Passport"_s);
    QVERIFY(!half);
    QCOMPARE(half.error().code, u"otp_required"_s);
    const QByteArray target = "/bitrix/services/main/ajax.php?action=main.authcode.loginByOtp";
    const RestAnswer wrong = page.post(target, "otp=000");
    QCOMPARE(wrong.json().value("errors"_L1).toArray().at(0).toObject().value("code"_L1).toString(), u"ERR_OTP_CODE"_s);
    QCOMPARE(page.issueTokens().error(), u"NO_AUTH_FOUND"_s);
    const RestAnswer right = page.post(target, "otp=" + borisCode(backend.clock()).toLatin1());
    QCOMPARE(right.body, QByteArray(R"({"data":true,"errors":[],"status":"success"})"));
    page.use(right.header("Set-Cookie").mid(13, 43));
    QCOMPARE(page.issueTokens().result().value("user_id"_L1).toInt(), 2);
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::CookieTest)
#include "cookie_test.moc"
