// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "support/demopeople.h"
#include "support/qrwindow.h"
#include "support/rawclient.h"
#include "support/stricttest.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

/// Listens as a config of the server says.
class Listener {
public:
    Listener(quint16 port, const QJsonObject &pull)
        : m_socket(port)
    {
        const QByteArray token = pull.value("jwt"_L1).toString().toLatin1();
        isOpen = m_socket.openWebSocket("/bitrix/subws/?token=" + token + "&jsonRpc=true&revision=19");
    }

    /// `module/command` of the next message; empty if none came. `params` is then its own.
    QString next()
    {
        while (const auto frame = m_socket.frame()) {
            heard += frame->payload;
            const QJsonObject body
                = QJsonDocument::fromJson(frame->payload).object()["params"_L1]["body"_L1].toObject();
            if (body.isEmpty())
                continue; // a ping
            params = body.value("params"_L1).toObject();
            return body.value("module_id"_L1).toString() + u'/' + body.value("command"_L1).toString();
        }
        return {};
    }

    bool isOpen = false;
    QJsonObject params;
    QByteArray heard; ///< Everything, as it came.

private:
    RawClient m_socket;
};

RestAnswer scan(RestCaller &phone, const QrWindow &window)
{
    return phone.call("passport.qr.scan", {{"link"_L1, window.link()}});
}

} // namespace

/// The doorbells of a QR sign-in (api.md 4, 5), heard over a websocket.
class QrPushTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void windowHearsEachStep();
    void windowHearsAnEnd_data();
    void windowHearsAnEnd();
    void approvingSideHearsTheNumber();
    void signInBehindACodeIsHeardToo();
    void guestChannelNamesNobody();
};

void QrPushTest::windowHearsEachStep()
{
    BackendFixture backend;
    RestCaller phone = signedIn(backend, u"anna"_s);
    QrWindow window(backend.port());
    window.open();
    Listener listener(backend.port(), window.ticket.value("pull"_L1).toObject());
    QVERIFY(listener.isOpen);
    const QJsonObject scanned = scan(phone, window).result();
    QCOMPARE(listener.next(), u"main/qrScanned"_s);
    QCOMPARE(listener.params.value("ticketId"_L1).toString(), window.ticketId());
    QCOMPARE(listener.params.value("rev"_L1).toInt(), 2);
    window.number(scanned.value("number"_L1).toString());
    phone.call("passport.qr.approve", {{"approvalId"_L1, scanned.value("approvalId"_L1)}});
    QCOMPARE(listener.next(), u"main/qrAuthorize"_s);
    QCOMPARE(listener.params.value("redirectUrl"_L1).toString(), QString());
    QVERIFY(listener.params.contains("redirectUrl"_L1));
    window.token = window.opened(listener.params.value("token"_L1).toString()); // what the push carries is enough
    QCOMPARE(window.claim().status, 200);
}

void QrPushTest::windowHearsAnEnd_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<QString>("heard");
    QTest::newRow("declined") << u"declined"_s << u"main/qrDeclined"_s;
    QTest::newRow("expired") << u"expired"_s << u"main/qrExpired"_s;
    QTest::newRow("disabled") << u"disabled"_s << u"main/qrDisabled"_s;
    QTest::newRow("wrong portal") << u"wrong portal"_s << u"main/qrProblem"_s;
}

void QrPushTest::windowHearsAnEnd()
{
    QFETCH(QString, how);
    BackendFixture backend;
    RestCaller phone = signedIn(backend, how == u"wrong portal"_s ? u"vera"_s : u"anna"_s);
    QrWindow window(backend.port());
    window.open({{"portal"_L1, u"romashka"_s}});
    Listener listener(backend.port(), window.ticket.value("pull"_L1).toObject());
    if (how == u"declined"_s) {
        const QJsonObject scanned = scan(phone, window).result();
        QCOMPARE(listener.next(), u"main/qrScanned"_s);
        phone.call("passport.qr.decline", {{"approvalId"_L1, scanned.value("approvalId"_L1)}});
    } else if (how == u"expired"_s) {
        backend.clock().advance(121s);
    } else if (how == u"disabled"_s) {
        setSetting(backend, u"main.allow_qrcode_auth"_s, u"N"_s, u"romashka"_s);
    } else {
        QCOMPARE(scan(phone, window).error(), u"wrong_portal"_s);
    }
    QTEST(listener.next(), "heard");
    QCOMPARE(listener.params.value("ticketId"_L1).toString(), window.ticketId());
}

void QrPushTest::approvingSideHearsTheNumber()
{
    BackendFixture backend;
    RestCaller phone = signedIn(backend, u"anna"_s);
    Listener listener(backend.port(), phone.call("passport.pull.config").result());
    QVERIFY(listener.isOpen);
    QrWindow window(backend.port());
    window.open();
    const QJsonObject scanned = scan(phone, window).result();
    QCOMPARE(listener.next(), u"passport/qrApproval"_s); // the person's other devices may show that it waits
    window.number(scanned.value("number"_L1).toString());
    QCOMPARE(listener.next(), u"passport/qrApproval"_s);
    QCOMPARE(listener.params.value("approvalId"_L1), scanned.value("approvalId"_L1));
    QCOMPARE(listener.params.value("rev"_L1).toInt(), 3);
    phone.call("passport.qr.approve", {{"approvalId"_L1, scanned.value("approvalId"_L1)}});
    QCOMPARE(listener.next(), u"passport/qrApproval"_s);
    window.status();
    window.claim();
    QCOMPARE(listener.next(), u"passport/qrApproval"_s);
    QCOMPARE(listener.next(), u"passport/newSignIn"_s);
    QCOMPARE(listener.params.value("undoSecondsLeft"_L1).toInt(), 120);
}

void QrPushTest::signInBehindACodeIsHeardToo() // SR-14, SR-18
{
    BackendFixture backend;
    RestCaller phone = signedInBoris(backend);
    Listener listener(backend.port(), phone.call("passport.pull.config").result());
    QVERIFY(listener.isOpen);
    QrWindow window(backend.port());
    window.open();
    const QJsonObject scanned = scan(phone, window).result();
    window.number(scanned.value("number"_L1).toString());
    phone.call("passport.qr.approve", {{"approvalId"_L1, scanned.value("approvalId"_L1)}});
    window.status();
    const RestAnswer step = window.claim();
    QCOMPARE(step.error(), u"otp_required"_s);
    const QJsonObject code{
        {"signInId"_L1, step.details().value("signInId"_L1)},
        {"kind"_L1, u"totp"_s},
        {"code"_L1, borisCode(backend.clock(), 1)}}; // the phone has used up the one before (SR-37)
    QCOMPARE(window.caller.call("passport.signin.code", code).status, 200);
    QString heard;
    do {
        heard = listener.next();
    } while (heard == u"passport/qrApproval"_s);
    QCOMPARE(heard, u"passport/newSignIn"_s);
    QCOMPARE(listener.params.value("undoSecondsLeft"_L1).toInt(), 120);
    const QJsonObject undo{{"sessionId"_L1, listener.params.value("sessionId"_L1)}};
    QCOMPARE(phone.call("passport.qr.undo", undo).status, 200);
}

void QrPushTest::guestChannelNamesNobody() // SR-6, SR-19
{
    BackendFixture backend;
    RestCaller phone = signedIn(backend, u"anna"_s);
    QrWindow window(backend.port());
    window.open();
    Listener listener(backend.port(), window.ticket.value("pull"_L1).toObject());
    const QJsonObject scanned = scan(phone, window).result();
    window.number(scanned.value("number"_L1).toString());
    phone.call("passport.qr.approve", {{"approvalId"_L1, scanned.value("approvalId"_L1)}});
    QCOMPARE(listener.next(), u"main/qrScanned"_s);
    QCOMPARE(listener.next(), u"main/qrAuthorize"_s);
    window.status();
    for (const QByteArray &secret :
         {QByteArray("Анна"), QByteArray("anna"), window.token.toLatin1(),
          scanned.value("approvalId"_L1).toString().toLatin1()})
        QVERIFY2(!listener.heard.contains(secret), secret.constData());
    QVERIFY(!window.link().contains(u"anna"_s));
}

} // namespace passport

QTEST_APPLESS_MAIN(passport::QrPushTest)
#include "qrpush_test.moc"
