// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/qrscene.h"
#include "protocol/accountapi.h"
#include "protocol/errorcodes.h"
#include "protocol/qrlink.h"
#include "support/backendfixture.h"
#include "support/stricttest.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

using namespace qrlogin;

const QString anna = u"anna@example.test"_s;
const QString annasPassword = u"anna-demo-Passport"_s;
const QString boris = u"boris@example.test"_s;
const QString borisPassword = u"boris-demo-Passport"_s;

/// Two digits that are not `number`.
QString otherThan(const QString &number)
{
    return number == u"00"_s ? u"01"_s : u"00"_s;
}

} // namespace

/// QR sign-in at the desk, from the first code to a session that works; the server is the real one.
class QrLoginTest : public StrictTest {
    Q_OBJECT
private Q_SLOTS:
    void showsACode()
    {
        BackendFixture backend;
        Desk desk(backend.url());
        QVERIFY(desk.isIn<Idle>());
        desk.login.start();
        QVERIFY(desk.isIn<Opening>());
        QTRY_VERIFY(desk.isReady());
        const auto &waiting = desk.as<Waiting>();
        QVERIFY(QrLink::parse(waiting.ticket.link, backend.url()));
        QCOMPARE(waiting.ticket.typedCode.size(), typedCodeLength);
        QCOMPARE(waiting.level, QrLevel::Hardened);
        QVERIFY(waiting.expires.remainingTime() > 110000 && waiting.expires.remainingTime() <= 120000); // SR-3
        QVERIFY(desk.login.capabilities()->phoneStepsEn.size() > 1);
    }

    void signsIn()
    {
        QrScene scene;
        Desk &desk = scene.desk;
        PhoneInHand &phone = scene.phone;
        QTRY_VERIFY(desk.isReady());
        const auto approval = phone.scan(desk.link());
        QVERIFY(approval);
        QTRY_VERIFY(desk.isIn<Scanned>());
        QCOMPARE(desk.as<Scanned>().triesLeft, 3);
        QCOMPARE(desk.as<Scanned>().scan.phone, u"Anna's phone"_s);
        QVERIFY(desk.as<Scanned>().scan.person.name.startsWith(u'А')); // SR-13
        QVERIFY(desk.as<Scanned>().scan.person.name != u"Анна Иванова"_s); // masked
        QCOMPARE(codeOf(phone.approve()), code::numberPending); // SR-10
        desk.login.submitNumber(approval->number);
        QVERIFY(desk.isIn<SendingNumber>());
        QTRY_VERIFY(desk.isIn<AwaitingApproval>());
        QVERIFY(phone.approve());
        QTRY_VERIFY(desk.isIn<Finished>());
        QCOMPARE(desk.as<Finished>().person->name, u"Анна Иванова"_s);
        desk.api.setCredentials(desk.as<Finished>().credentials);
        QCOMPARE(ask(desk.api, GetProfile{})->fullName(), u"Анна Иванова"_s);
    }

    void takesTheTypedCode()
    {
        QrScene scene;
        Desk &desk = scene.desk;
        PhoneInHand &phone = scene.phone;
        QTRY_VERIFY(desk.isReady());
        QVERIFY(phone.enter(desk.as<Waiting>().ticket.typedCode));
        QTRY_VERIFY(desk.isIn<Scanned>());
    }

    // SR-10
    void endsAtTheThirdWrongNumber()
    {
        QrScene scene;
        Desk &desk = scene.desk;
        PhoneInHand &phone = scene.phone;
        QTRY_VERIFY(desk.isReady());
        const QString wrong = otherThan(phone.scan(desk.link())->number);
        QTRY_VERIFY(desk.isIn<Scanned>());
        for (int left = 2; left > 0; --left) {
            desk.login.submitNumber(wrong);
            QTRY_VERIFY(desk.isIn<Scanned>());
            QVERIFY(desk.as<Scanned>().mismatch);
            QCOMPARE(desk.as<Scanned>().triesLeft, left);
        }
        desk.login.submitNumber(wrong);
        QTRY_VERIFY(desk.isIn<Declined>());
        QCOMPARE(desk.as<Declined>().reason, QrStatus::Reason::Number);
        QCOMPARE(phone.state()->state, QrState::Declined);
    }

    void takesNothingButTwoDigits()
    {
        QrScene scene;
        Desk &desk = scene.desk;
        PhoneInHand &phone = scene.phone;
        QTRY_VERIFY(desk.isReady());
        QVERIFY(phone.scan(desk.link()));
        QTRY_VERIFY(desk.isIn<Scanned>());
        for (const QString &text : {u""_s, u"4"_s, u"421"_s, u"4x"_s, u"٤٢"_s})
            desk.login.submitNumber(text);
        QVERIFY(desk.isIn<Scanned>());
    }

    void isDeclinedAndStartsAgain()
    {
        QrScene scene;
        Desk &desk = scene.desk;
        PhoneInHand &phone = scene.phone;
        QTRY_VERIFY(desk.isReady());
        const QString first = desk.link();
        QVERIFY(phone.scan(first));
        QTRY_VERIFY(desk.isIn<Scanned>());
        QVERIFY(phone.decline());
        QTRY_VERIFY(desk.isIn<Declined>());
        QCOMPARE(desk.as<Declined>().reason, QrStatus::Reason::Person);
        desk.login.start();
        QTRY_VERIFY(desk.isReady());
        QVERIFY(desk.link() != first);
    }

    void sendsSomebodyElseAway()
    {
        QrScene scene;
        Desk &desk = scene.desk;
        PhoneInHand &phone = scene.phone;
        QTRY_VERIFY(desk.isReady());
        QVERIFY(phone.scan(desk.link()));
        QTRY_VERIFY(desk.isIn<Scanned>());
        desk.login.notMe();
        QTRY_VERIFY(desk.isReady());
        QTRY_COMPARE(phone.state()->state, QrState::Cancelled);
    }

    // SR-13
    void asksBeforeAnotherPersonIsReplaced()
    {
        BackendFixture backend;
        Desk desk(backend.url());
        PhoneInHand phone(backend.url(), anna, annasPassword);
        desk.login.setSignedIn(u"Вера Соколова"_s);
        desk.login.start();
        QTRY_VERIFY(desk.isReady());
        const auto approval = phone.scan(desk.link());
        QTRY_VERIFY(desk.isIn<Scanned>());
        QCOMPARE(desk.as<Scanned>().replaces, u"Вера Соколова"_s);
        desk.login.submitNumber(approval->number); // not before the question is answered
        QVERIFY(desk.isIn<Scanned>());
        desk.login.confirmPerson();
        QVERIFY(!desk.as<Scanned>().replaces);
        desk.login.submitNumber(approval->number);
        QTRY_VERIFY(desk.isIn<AwaitingApproval>());
    }

    // SR-14
    void asksForTheSecondStep()
    {
        BackendFixture backend;
        Desk desk(backend.url());
        PhoneInHand phone(backend.url(), boris, borisPassword, borisCode(backend.clock()));
        QVERIFY(phone.isSignedIn());
        desk.login.start();
        QTRY_VERIFY(desk.isReady());
        const auto approval = phone.scan(desk.link());
        QTRY_VERIFY(desk.isIn<Scanned>());
        desk.login.submitNumber(approval->number);
        QTRY_VERIFY(desk.isIn<AwaitingApproval>());
        QVERIFY(phone.approve());
        QTRY_VERIFY(desk.isIn<CodeNeeded>());
        QVERIFY(desk.as<CodeNeeded>().step.methods.contains(u"totp"_s));
        desk.login.submitCode(u"totp"_s, u"000000"_s);
        QVERIFY(desk.isIn<CheckingCode>());
        QTRY_VERIFY(desk.isIn<CodeNeeded>());
        QCOMPARE(desk.as<CodeNeeded>().error->code, code::wrongCode);
        desk.login.sendSms(); // another way is open all the time
        QVERIFY(desk.as<CodeNeeded>().sms.asking);
        QTRY_VERIFY(desk.as<CodeNeeded>().sms.sent);
        QVERIFY(!desk.as<CodeNeeded>().error && !desk.as<CodeNeeded>().sms.resendAt.hasExpired());
        desk.login.submitCode(u"totp"_s, borisCode(backend.clock(), 1)); // SR-37: the phone has used this step's
        QTRY_VERIFY(desk.isIn<Finished>());
        desk.api.setCredentials(desk.as<Finished>().credentials);
        QCOMPARE(ask(desk.api, GetProfile{})->fullName(), u"Борис Петров"_s);
    }

    void remembersWhatThePhoneWasTold()
    {
        QrScene scene;
        Desk &desk = scene.desk;
        PhoneInHand &phone = scene.phone;
        QTRY_VERIFY(desk.isReady());
        const QString first = desk.link();
        desk.login.setRemember(true);
        QTRY_VERIFY(desk.isReady());
        QVERIFY(desk.link() != first);
        QCOMPARE(codeOf(phone.scan(first)), code::ticketGone);
        const auto approval = phone.scan(desk.link());
        QVERIFY(approval->remember);
        QTRY_VERIFY(desk.isIn<Scanned>());
        desk.login.submitNumber(approval->number);
        QTRY_VERIFY(desk.isIn<AwaitingApproval>());
        QVERIFY(phone.approve());
        QTRY_VERIFY(desk.isIn<Finished>());
        QVERIFY(desk.as<Finished>().credentials.remember);
    }

    void cancelsAtTheServerToo()
    {
        QrScene scene;
        auto &[backend, desk, phone] = scene;
        QTRY_VERIFY(desk.isReady());
        const QString link = desk.link();
        desk.login.cancel();
        QVERIFY(desk.isIn<Idle>());
        QTRY_COMPARE(waitingTickets(backend), 0);
        QCOMPARE(codeOf(phone.scan(link)), code::ticketGone);
    }

    void startsAnewAtEachClick()
    {
        BackendFixture backend;
        Desk desk(backend.url());
        desk.login.start();
        desk.login.start(); // two clicks at once
        QTRY_VERIFY(desk.isReady());
        const QString first = desk.link();
        desk.login.start();
        QVERIFY(desk.isIn<Opening>());
        QTRY_VERIFY(desk.isReady());
        QVERIFY(desk.link() != first);
    }

    // SR-3: a clock that is wrong by an hour changes nothing.
    void trustsNoClock_data()
    {
        QTest::addColumn<int>("hours");
        QTest::newRow("the server is ahead") << 1;
        QTest::newRow("the server is behind") << -1;
    }
    void trustsNoClock()
    {
        QFETCH(int, hours);
        BackendFixture backend;
        backend.clock().advance(std::chrono::hours(hours));
        Desk desk(backend.url());
        PhoneInHand phone(backend.url(), anna, annasPassword);
        desk.login.start();
        QTRY_VERIFY(desk.isReady());
        const qint64 left = desk.as<Waiting>().expires.remainingTime();
        QVERIFY2(left > 110000 && left <= 120000, qPrintable(QString::number(left)));
        const auto approval = phone.scan(desk.link());
        QTRY_VERIFY(desk.isIn<Scanned>());
        desk.login.submitNumber(approval->number);
        QTRY_VERIFY(desk.isIn<AwaitingApproval>());
        QVERIFY(phone.approve());
        QTRY_VERIFY(desk.isIn<Finished>());
    }
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::QrLoginTest)
#include "qrlogintest.moc"
