// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/qrscene.h"
#include "protocol/errorcodes.h"
#include "support/backendfixture.h"
#include "support/stricttest.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

using namespace qrlogin;

/// A code lives 120 s; with this the successor is opened a moment after it was shown.
QrLogin::Timing renewingSoon(int renewals)
{
    QrLogin::Timing timing = briskTiming();
    timing.rotation.renewBefore = 117s; // so that the test sees the first code, however busy the machine is
    timing.rotation.renewals = renewals;
    return timing;
}

} // namespace

/// How one code follows another, and when none is shown.
class QrRenewalTest : public StrictTest {
    Q_OBJECT
private Q_SLOTS:
    void hearsBothCodesWhileTheyOverlap()
    {
        BackendFixture backend;
        Desk desk(backend.url(), renewingSoon(1));
        desk.login.start();
        QTRY_VERIFY(desk.isReady());
        const QString first = desk.link();
        QTRY_VERIFY(desk.isReady() && desk.link() != first);
        QCOMPARE(desk.as<Waiting>().previous->link, first);
    }

    void letsThePreviousCodeWin()
    {
        QrScene scene(renewingSoon(1));
        Desk &desk = scene.desk;
        PhoneInHand &phone = scene.phone;
        QTRY_VERIFY(desk.isReady());
        const QString first = desk.link();
        QTRY_VERIFY(desk.isReady() && desk.link() != first);
        const QString second = desk.link();
        const auto approval = phone.scan(first);
        QVERIFY(approval);
        QTRY_VERIFY(desk.isIn<Scanned>());
        QCOMPARE(desk.as<Scanned>().scan.ticket.link, first);
        QTRY_COMPARE(codeOf(phone.scan(second)), code::ticketGone); // cancelled
    }

    void letsTheNewCodeWin()
    {
        QrScene scene(renewingSoon(1));
        Desk &desk = scene.desk;
        PhoneInHand &phone = scene.phone;
        QTRY_VERIFY(desk.isReady());
        const QString first = desk.link();
        QTRY_VERIFY(desk.isReady() && desk.link() != first);
        QVERIFY(phone.scan(desk.link()));
        QTRY_VERIFY(desk.isIn<Scanned>());
        QTRY_COMPARE(codeOf(phone.scan(first)), code::ticketGone);
    }

    void hidesItselfWhenRenewedOften()
    {
        BackendFixture backend;
        Desk desk(backend.url(), renewingSoon(2));
        desk.login.start();
        QTRY_VERIFY(desk.isIn<Paused>());
        QCOMPARE(desk.as<Paused>().reason, Paused::Reason::Unattended);
        desk.login.showCode();
        QTRY_VERIFY(desk.isReady());
    }

    void replacesAnExpiredCode()
    {
        QrScene scene;
        auto &[backend, desk, phone] = scene;
        QTRY_VERIFY(desk.isReady());
        const QString first = desk.link();
        backend.clock().advance(121s); // as after a sleep: our own count knows nothing of it
        QCOMPARE(codeOf(phone.scan(first)), code::ticketGone);
        QTRY_VERIFY(desk.isReady() && desk.link() != first);
    }

    void startsOverWhenTheScanGoesStale()
    {
        QrScene scene;
        auto &[backend, desk, phone] = scene;
        QTRY_VERIFY(desk.isReady());
        const QString first = desk.link();
        QVERIFY(phone.scan(first));
        QTRY_VERIFY(desk.isIn<Scanned>());
        backend.clock().advance(301s);
        QTRY_VERIFY(desk.isReady());
        QVERIFY(desk.link() != first);
    }

    void hidesItselfWhenNobodyUsesTheWindow()
    {
        QrLogin::Timing timing = briskTiming();
        timing.unattended = 100ms;
        QrScene scene(timing);
        Desk &desk = scene.desk;
        PhoneInHand &phone = scene.phone;
        QTRY_VERIFY(desk.isReady());
        const QString link = desk.link();
        desk.login.setFocused(false);
        QTRY_VERIFY(desk.isIn<Paused>());
        QCOMPARE(desk.as<Paused>().reason, Paused::Reason::Unattended);
        QTRY_COMPARE(codeOf(phone.scan(link)), code::ticketGone);
        desk.login.setFocused(true);
        QVERIFY(desk.isIn<Paused>()); // somebody passing by is no wish for a code
    }

    // SR-20
    void showsNoCodeThatCannotBeSeen()
    {
        BackendFixture backend;
        Desk desk(backend.url());
        desk.login.start();
        QTRY_VERIFY(desk.isReady());
        const QString first = desk.link();
        desk.login.setLocked(true);
        QVERIFY(desk.isIn<Paused>());
        QCOMPARE(desk.as<Paused>().reason, Paused::Reason::Hidden);
        desk.login.setVisible(false);
        desk.login.setLocked(false);
        QVERIFY(desk.isIn<Paused>());
        desk.login.setVisible(true);
        QTRY_VERIFY(desk.isReady());
        QVERIFY(desk.link() != first);
    }

    void keepsAScanWhileTheWindowIsHidden()
    {
        QrScene scene;
        Desk &desk = scene.desk;
        PhoneInHand &phone = scene.phone;
        QTRY_VERIFY(desk.isReady());
        QVERIFY(phone.scan(desk.link()));
        QTRY_VERIFY(desk.isIn<Scanned>());
        desk.login.setVisible(false);
        QVERIFY(desk.isIn<Scanned>());
    }

    void hintsWhenNobodyScans()
    {
        BackendFixture backend;
        QrLogin::Timing timing = briskTiming();
        timing.lonely = 200ms;
        Desk desk(backend.url(), timing);
        desk.login.start();
        QTRY_VERIFY(desk.isReady());
        QTRY_VERIFY(desk.as<Waiting>().lonely);
    }
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::QrRenewalTest)
#include "qrrenewaltest.moc"
