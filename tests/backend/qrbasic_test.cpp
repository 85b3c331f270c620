// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "support/demopeople.h"
#include "support/qrwindow.h"
#include "support/stricttest.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

/// Somebody who speaks the public wire alone: AJAX actions with Authorization or with cookie and CSRF (wire.md 1.6).
class PublicClient {
public:
    explicit PublicClient(quint16 port)
        : m_caller(port)
    {
    }

    RestAnswer action(const QByteArray &name, const QByteArray &form)
    {
        RestCaller::Headers headers{{"Content-Type", "application/x-www-form-urlencoded"}, {"BX-Ajax", "true"}};
        if (!bearer.isEmpty())
            headers.emplace_back("Authorization", "Bearer " + bearer);
        if (!cookie.isEmpty())
            headers.emplace_back("Cookie", cookie);
        RestAnswer answer
            = m_caller.post("/bitrix/services/main/ajax.php?action=" + name, form + "&sessid=" + csrf, headers);
        if (const QByteArray set = answer.header("Set-Cookie"); !set.isEmpty())
            cookie = set.split(';').first();
        if (const QByteArray fresh = answer.header("X-Bitrix-New-Csrf"); !fresh.isEmpty())
            csrf = fresh;
        return answer;
    }

    QByteArray bearer;
    QByteArray cookie;
    QByteArray csrf;

private:
    RestCaller m_caller;
};

QString codeOf(const RestAnswer &answer)
{
    const QJsonArray errors = answer.json().value("errors"_L1).toArray();
    return errors.isEmpty() ? answer.json().value("status"_L1).toString() : errors.at(0)["code"_L1].toString();
}

QByteArray formOf(const QJsonObject &ticket)
{
    return "siteId=" + ticket.value("siteId"_L1).toString().toLatin1()
        + "&uniqueId=" + ticket.value("uniqueId"_L1).toString().toLatin1()
        + "&channelTag=" + ticket.value("channelTag"_L1).toString().toLatin1() + "&redirectUrl=";
}

RestAnswer openBasic(RestCaller &caller)
{
    return caller.call("passport.qr.open", {{"device"_L1, testDevice()}, {"remember"_L1, false}});
}

PublicClient phoneOf(BackendFixture &backend, const QString &who)
{
    RestCaller caller(backend.port());
    if (caller.signIn(who + u"@example.test"_s, who + u"-demo-Passport"_s, false).status != 200)
        qFatal("%s cannot sign in", qPrintable(who));
    PublicClient phone(backend.port());
    phone.bearer = caller.accessToken;
    return phone;
}

QByteArray plainTokenOf(RestCaller &caller, const QJsonObject &ticket)
{
    return caller.call("passport.qr.status", {{"ticketId"_L1, ticket.value("ticketId"_L1)}})
        .result()
        .value("token"_L1)
        .toString()
        .toLatin1();
}

} // namespace

/// The QR sign-in of the public wire, where qr.basic is Y (api.md 6).
class QrBasicTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void signsACookieInOnce();
    void checksStandInTheDocumentedOrder();
    void ticketWithAKeyKeepsItsProof();
    void tokenLivesAMinute();
};

void QrBasicTest::signsACookieInOnce()
{
    BackendFixture backend;
    setSetting(backend, u"qr.basic"_s, u"Y"_s);
    PublicClient phone = phoneOf(backend, u"anna"_s);
    RestCaller desktop(backend.port());
    const QJsonObject ticket = openBasic(desktop).result();
    QCOMPARE(ticket.value("level"_L1).toString(), u"basic"_s);
    const RestAnswer pushed = phone.action("main.qrcodeauth.pushToken", formOf(ticket));
    QCOMPARE(codeOf(pushed), u"success"_s);
    QVERIFY(pushed.json().value("data"_L1).isNull());
    const QByteArray token = plainTokenOf(desktop, ticket);
    QCOMPARE(token.size(), 32);
    PublicClient page(backend.port());
    QCOMPARE(codeOf(page.action("main.qrcodeauth.authenticate", "token=" + token)), u"invalid_csrf"_s);
    QCOMPARE(codeOf(page.action("main.qrcodeauth.authenticate", "token=")), u"ERR_PARAMS"_s);
    QCOMPARE(codeOf(page.action("main.qrcodeauth.authenticate", "token=" + QByteArray(32, 'x'))), u"ERR_AUTH"_s);
    const QByteArray anonymous = page.cookie;
    const RestAnswer in = page.action("main.qrcodeauth.authenticate", "token=" + token + "&remember=0");
    QCOMPARE(codeOf(in), u"success"_s);
    QCOMPARE(in.json().value("data"_L1).toBool(), true);
    QVERIFY(page.cookie != anonymous); // SR-12
    page.cookie = anonymous;
    QCOMPARE(codeOf(page.action("main.qrcodeauth.authenticate", "token=" + token)), u"ERR_AUTH"_s); // one use
}

void QrBasicTest::checksStandInTheDocumentedOrder()
{
    BackendFixture backend;
    PublicClient phone = phoneOf(backend, u"anna"_s);
    QrWindow window(backend.port());
    window.open();
    const auto push
        = [&](QJsonObject ticket) { return codeOf(phone.action("main.qrcodeauth.pushToken", formOf(ticket))); };
    QJsonObject ticket = window.ticket;
    ticket.insert("channelTag"_L1, QString());
    ticket.insert("uniqueId"_L1, QString(16, u'z'));
    QCOMPARE(push(ticket), u"ERR_PARAMS"_s);
    ticket.insert("channelTag"_L1, QString(32, u'z'));
    QCOMPARE(push(ticket), u"ERR_UNIQUE_ID"_s);
    ticket.insert("uniqueId"_L1, window.ticket.value("uniqueId"_L1));
    QCOMPARE(push(ticket), u"ERR_OPTION"_s); // qr.basic is N
    setSetting(backend, u"qr.basic"_s, u"Y"_s);
    QCOMPARE(push(ticket), u"ERR_GET_TOKEN"_s);
    setSetting(backend, u"main.allow_qrcode_auth"_s, u"N"_s);
    QCOMPARE(push(ticket), u"ERR_OPTION"_s);
    PublicClient nobody(backend.port());
    nobody.action("main.qrcodeauth.pushToken", formOf(window.ticket)); // fetches cookie and CSRF
    const RestAnswer refused = nobody.action("main.qrcodeauth.pushToken", formOf(window.ticket));
    QCOMPARE(refused.status, 401);
    QCOMPARE(codeOf(refused), u"invalid_authentication"_s);
}

void QrBasicTest::ticketWithAKeyKeepsItsProof()
{
    BackendFixture backend;
    setSetting(backend, u"qr.basic"_s, u"Y"_s);
    PublicClient phone = phoneOf(backend, u"anna"_s);
    QrWindow window(backend.port());
    window.open();
    QCOMPARE(codeOf(phone.action("main.qrcodeauth.pushToken", formOf(window.ticket))), u"success"_s);
    const QJsonObject status = window.status().result();
    QCOMPARE(status.value("level"_L1).toString(), u"basic"_s); // said in the window
    QCOMPARE(status.value("state"_L1).toString(), u"approved"_s);
    QCOMPARE(window.token.size(), 32);
    PublicClient page(backend.port());
    page.action("main.qrcodeauth.authenticate", "token=x");
    QCOMPARE(codeOf(page.action("main.qrcodeauth.authenticate", "token=" + window.token.toLatin1())), u"ERR_AUTH"_s);
    QCOMPARE(window.claim().status, 200);
}

void QrBasicTest::tokenLivesAMinute()
{
    BackendFixture backend;
    setSetting(backend, u"qr.basic"_s, u"Y"_s);
    PublicClient phone = phoneOf(backend, u"anna"_s);
    RestCaller desktop(backend.port());
    const QJsonObject ticket = openBasic(desktop).result();
    phone.action("main.qrcodeauth.pushToken", formOf(ticket));
    const QByteArray token = plainTokenOf(desktop, ticket);
    backend.clock().advance(61s);
    PublicClient page(backend.port());
    page.action("main.qrcodeauth.authenticate", "token=x");
    QCOMPARE(codeOf(page.action("main.qrcodeauth.authenticate", "token=" + token)), u"ERR_AUTH"_s);
}

} // namespace passport

QTEST_APPLESS_MAIN(passport::QrBasicTest)
#include "qrbasic_test.moc"
