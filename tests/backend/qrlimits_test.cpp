// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/qrlink.h"
#include "support/demopeople.h"
#include "support/qrwindow.h"
#include "support/rawclient.h"
#include "support/stricttest.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

QJsonObject linkOf(const QrWindow &window)
{
    return {{"link"_L1, window.link()}};
}

/// The answer without what differs from request to request.
QByteArray shapeOf(const RestAnswer &answer)
{
    return QByteArray::number(answer.status) + ' ' + answer.error().toLatin1();
}

/// One letter of the alphabet a digit, so that every number is another code.
QByteArray typedCodeOf(int number)
{
    QByteArray code(typedCodeLength, Qt::Uninitialized);
    for (char &letter : code) {
        letter = typedCodeAlphabet.at(number % int(typedCodeAlphabet.size())).toLatin1();
        number /= int(typedCodeAlphabet.size());
    }
    return code;
}

/// A call of `passport.qr.scan` as it stands on a connection that stays open.
QByteArray scanRequest(const QByteArray &accessToken, const QByteArray &typedCode)
{
    const QByteArray body = "{\"typedCode\":\"" + typedCode + "\"}";
    return "POST /rest/passport.qr.scan HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
           "Authorization: Bearer "
        + accessToken + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

} // namespace

/// How often one may try (api.md 8, SR-7, SR-15, SR-16).
class QrLimitsTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void proofsOfOneTicketAreLimited();
    void guessedLinksAllLookAlikeAndRunOut();
    void typedCodesCannotBeTriedOut();
    void aHundredThousandTypedCodesFindNothing();
    void opensAreLimitedPerAddress();
    void openTicketsAreLimited();
    void waitingApprovalsAreLimited();
};

void QrLimitsTest::proofsOfOneTicketAreLimited()
{
    BackendFixture backend;
    QrWindow window(backend.port());
    window.open();
    for (int i = 0; i < 10; ++i)
        QCOMPARE(window.status().status, 200);
    const RestAnswer refused = window.status();
    QCOMPARE(refused.status, 429);
    QVERIFY(refused.header("Retry-After").toInt() > 0);
    backend.clock().advance(6s);
    QCOMPARE(window.status().status, 200);
}

void QrLimitsTest::guessedLinksAllLookAlikeAndRunOut() // SR-7
{
    BackendFixture backend;
    backend.clock().stop();
    setSetting(backend, u"limit.qr.scans_per_person"_s, u"100000"_s);
    setSetting(backend, u"limit.qr.wrong_codes_per_person"_s, u"100000"_s);
    setSetting(backend, u"limit.qr.wrong_codes_per_address"_s, u"10000"_s);
    RestCaller phone = signedIn(backend, u"anna"_s);
    QrWindow window(backend.port());
    window.open();
    const QString tag = window.ticket.value("channelTag"_L1).toString();
    for (int i = 0; i < 10000; ++i) {
        const QString guess = u"%1"_s.arg(i, 32, 36, QChar(u'0'));
        const RestAnswer answer = phone.call("passport.qr.scan", {{"link"_L1, window.link().replace(tag, guess)}});
        QCOMPARE(shapeOf(answer), QByteArray("404 ticket_gone"));
    }
    const RestAnswer limited
        = phone.call("passport.qr.scan", {{"link"_L1, window.link().replace(tag, QString(32, u'x'))}});
    QCOMPARE(limited.status, 429);
    QCOMPARE(phone.call("passport.qr.scan", linkOf(window)).status, 429); // the right one too, or it would tell
}

void QrLimitsTest::typedCodesCannotBeTriedOut() // SR-16
{
    BackendFixture backend;
    backend.clock().stop();
    RestCaller phone = signedIn(backend, u"anna"_s);
    QrWindow window(backend.port());
    window.open();
    const QString right = window.ticket.value("typedCode"_L1).toString();
    const QString wrong = right == u"BBBBBBBB"_s ? u"CCCCCCCC"_s : u"BBBBBBBB"_s;
    for (int i = 0; i < 5; ++i)
        QCOMPARE(phone.call("passport.qr.scan", {{"typedCode"_L1, wrong}}).error(), u"ticket_gone"_s);
    const RestAnswer limited = phone.call("passport.qr.scan", {{"typedCode"_L1, right}});
    QCOMPARE(limited.status, 429);
    QVERIFY(limited.header("Retry-After").toInt() > 0);
    for (int i = 0; i < 1000; ++i) { // and so on, however long: a try costs the guesser five minutes
        QString guess = u"%1"_s.arg(i, typedCodeLength, 10, QChar(u'0'));
        for (QChar &letter : guess)
            letter = typedCodeAlphabet.at(letter.digitValue());
        QCOMPARE(phone.call("passport.qr.scan", {{"typedCode"_L1, i == 500 ? right : guess}}).status, 429);
    }
    RestCaller nobody(backend.port());
    QCOMPARE(nobody.call("passport.qr.scan", {{"typedCode"_L1, right}}).error(), u"NO_AUTH_FOUND"_s);
    backend.clock().advance(5min + 1s);
    QrWindow later(backend.port());
    later.open();
    QCOMPARE(phone.call("passport.qr.scan", {{"typedCode"_L1, later.ticket.value("typedCode"_L1)}}).status, 200);
}

void QrLimitsTest::aHundredThousandTypedCodesFindNothing() // SR-16
{
    BackendFixture backend;
    backend.clock().stop();
    RestCaller phone(backend.port());
    QCOMPARE(phone.signIn(u"anna@example.test"_s, u"anna-demo-Passport"_s, false).status, 200);
    QrWindow window(backend.port());
    window.open();
    const QByteArray right = window.ticket.value("typedCode"_L1).toString().toLatin1();
    // As fast as one connection takes them: a block is sent before its first answer is read.
    constexpr int block = 100; // both directions fit into what the sockets hold
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    constexpr int guesses = 4'000; // instrumented, each takes thirty times as long
#else
    constexpr int guesses = 100'000;
#endif
    RawClient guesser(backend.port());
    QMap<QByteArray, int> answers; // by status line
    for (int first = 0; first < guesses; first += block) {
        QByteArray requests;
        for (int i = first; i < first + block; ++i)
            requests += scanRequest(phone.accessToken, i == guesses / 2 ? right : typedCodeOf(i));
        QVERIFY(guesser.send(requests));
        for (int i = 0; i < block; ++i)
            ++answers[guesser.response().split('\r').constFirst()];
    }
    QCOMPARE(answers.keys(), (QList<QByteArray>{"HTTP/1.1 404 Not Found", "HTTP/1.1 429 Too Many Requests"}));
    QCOMPARE(answers.first(), 5); // the lock falls after so many, and the right code is as good as any other then
    QCOMPARE(window.status().result().value("state"_L1).toString(), u"waiting"_s);
}

void QrLimitsTest::opensAreLimitedPerAddress() // SR-15
{
    BackendFixture backend;
    setSetting(backend, u"limit.qr.opens_per_address"_s, u"3"_s);
    QrWindow window(backend.port());
    for (int i = 0; i < 3; ++i)
        QCOMPARE(window.open().status, 200);
    const RestAnswer refused = window.open();
    QCOMPARE(refused.error(), u"too_many"_s);
    QVERIFY(refused.header("Retry-After").toInt() > 0);
    backend.clock().advance(10min + 1s);
    QCOMPARE(window.open().status, 200);
}

void QrLimitsTest::openTicketsAreLimited()
{
    BackendFixture backend;
    setSetting(backend, u"limit.qr.open_tickets_per_address"_s, u"2"_s);
    QrWindow first(backend.port());
    QrWindow second(backend.port());
    first.open();
    second.open();
    QCOMPARE(QrWindow(backend.port()).open().error(), u"too_many"_s);
    second.cancel();
    QCOMPARE(second.open().status, 200);
    setSetting(backend, u"limit.qr.open_tickets"_s, u"2"_s);
    const RestAnswer full = QrWindow(backend.port()).open();
    QCOMPARE(full.status, 503);
    QCOMPARE(full.error(), u"overloaded"_s);
}

void QrLimitsTest::waitingApprovalsAreLimited()
{
    BackendFixture backend;
    RestCaller phone = signedIn(backend, u"anna"_s);
    for (int i = 0; i < 5; ++i) {
        QrWindow window(backend.port());
        window.open();
        QCOMPARE(phone.call("passport.qr.scan", linkOf(window)).status, 200);
    }
    QrWindow sixth(backend.port());
    sixth.open();
    QCOMPARE(phone.call("passport.qr.scan", linkOf(sixth)).error(), u"too_many"_s);
    for (int i = 0; i < 4; ++i)
        phone.call("passport.qr.scan", linkOf(sixth));
    backend.clock().advance(2min); // still within the window of scans, whatever waits
    QCOMPARE(phone.call("passport.qr.scan", linkOf(sixth)).status, 429);
}

} // namespace passport

QTEST_APPLESS_MAIN(passport::QrLimitsTest)
#include "qrlimits_test.moc"
