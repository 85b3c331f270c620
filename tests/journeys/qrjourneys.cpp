// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/qrscene.h"
#include "journeys/backendprocess.h"
#include "journeys/demophone.h"
#include "journeys/desktop.h"
#include "protocol/qrbasicapi.h"
#include "protocol/qrlink.h"
#include "support/backendfixture.h"
#include "support/stricttest.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QLabel>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {

/// From the pixels of the QR window to the portals, and the ways in which that does not happen.
class QrJourneys : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pixelsLeadToThePortals();
    void secondStepAfterTheApproval();
    void declinedOnThePhone();
    void numberWrongThreeTimes();
    void renewedBeforeItExpires();
    void expiredAndRenewed();
    void publicWireAlone();
    void hiddenWhileTheScreenIsLocked();

private:
    void scan(DemoPhone &phone);
    static void approve(DemoPhone &phone);
    static Options qrAtOnce();
    static QString otherThan(const QString &number);

    BackendProcess m_backend;
};

void QrJourneys::initTestCase()
{
    QTRY_VERIFY(m_backend.isReady());
}

/// The program shows a code, the phone reads it from the screen.
void QrJourneys::scan(DemoPhone &phone)
{
    QTRY_VERIFY(phone.isSignedIn());
    QTRY_VERIFY(!Desktop::codeOnScreen().isEmpty());
    phone.approval().scanLink(Desktop::codeOnScreen());
    QTRY_VERIFY(!phone.number().isEmpty());
    QVERIFY(!phone.canApprove()); // the number comes first (SR-10)
    QTRY_VERIFY((Desktop::part("qrLoginWindow"_L1, "number"_L1)));
}

Options QrJourneys::qrAtOnce()
{
    Options options;
    options.qr = true;
    return options;
}

/// The person types the number that the phone shows, and lets in.
void QrJourneys::approve(DemoPhone &phone)
{
    Desktop::type("qrLoginWindow"_L1, "number"_L1, phone.number());
    if (Desktop::part("qrLoginWindow"_L1, "continueNumber"_L1))
        Desktop::click("qrLoginWindow"_L1, "continueNumber"_L1);
    QTRY_VERIFY(phone.canApprove());
    phone.approval().approve();
}

QString QrJourneys::otherThan(const QString &number)
{
    return u"%1"_s.arg((number.toInt() + 1) % 100, 2, 10, QChar(u'0'));
}

void QrJourneys::pixelsLeadToThePortals()
{
    DemoPhone phone(m_backend.url());
    Desktop desktop(m_backend.url());
    desktop.start();
    Desktop::click("signInWindow"_L1, "qrSignIn"_L1);
    scan(phone);
    approve(phone);
    QTRY_VERIFY(Desktop::showsPortals());
    QVERIFY(!Desktop::window("qrLoginWindow"_L1));
}

void QrJourneys::secondStepAfterTheApproval()
{
    DemoPhone phone(m_backend.url(), "boris"_L1);
    Desktop desktop(m_backend.url());
    desktop.start(qrAtOnce());
    scan(phone);
    approve(phone);
    // Pointing a phone at a code never goes around the second step (SR-14).
    QTRY_VERIFY((Desktop::part("qrLoginWindow"_L1, "code"_L1)));
    QVERIFY(!Desktop::window("mainWindow"_L1));
    Desktop::type("qrLoginWindow"_L1, "code"_L1, borisCodeNow(1)); // the phone has used up this one (SR-37)
    QTRY_VERIFY(Desktop::showsPortals());
    QVERIFY(!Desktop::window("qrLoginWindow"_L1));
}

void QrJourneys::declinedOnThePhone()
{
    DemoPhone phone(m_backend.url());
    Desktop desktop(m_backend.url());
    desktop.start(qrAtOnce());
    scan(phone);
    phone.approval().decline();
    QTRY_VERIFY((Desktop::part<QLabel>("qrLoginWindow"_L1, "stateTitle"_L1)));
    QVERIFY(!Desktop::window("mainWindow"_L1));
    Desktop::click("qrLoginWindow"_L1, "stateFirst"_L1);
    QTRY_VERIFY(!Desktop::codeOnScreen().isEmpty()); // a new code
}

void QrJourneys::numberWrongThreeTimes()
{
    DemoPhone phone(m_backend.url());
    Desktop desktop(m_backend.url());
    desktop.start(qrAtOnce());
    scan(phone);
    const auto wrong = otherThan(phone.number());
    for (int tries = 2; tries >= 0; --tries) {
        desktop.app().client().qrLogin().submitNumber(wrong);
        const auto triesLeft = [&] {
            const auto *scanned = std::get_if<qrlogin::Scanned>(&desktop.app().client().qrLogin().state());
            return scanned ? scanned->triesLeft : 0;
        };
        QTRY_COMPARE(triesLeft(), tries);
        QTRY_VERIFY(!std::holds_alternative<qrlogin::SendingNumber>(desktop.app().client().qrLogin().state()));
    }
    QTRY_VERIFY((Desktop::part<QLabel>("qrLoginWindow"_L1, "stateTitle"_L1)));
    QTRY_VERIFY(phone.isIn<approval::Declined>());
}

void QrJourneys::renewedBeforeItExpires()
{
    DemoPhone phone(m_backend.url());
    Desktop desktop(m_backend.url());
    auto waits = SignedIn::fastTiming();
    waits.qr.rotation.renewBefore = 117s; // of 120 s (SR-3)
    desktop.start(qrAtOnce(), waits);
    QTRY_VERIFY(!Desktop::codeOnScreen().isEmpty());
    const auto first = Desktop::codeOnScreen();
    QTRY_VERIFY(Desktop::codeOnScreen() != first && !Desktop::codeOnScreen().isEmpty());
    scan(phone);
    approve(phone);
    QTRY_VERIFY(Desktop::showsPortals());
}

/// As after a sleep: the window does not know that its code has ended.
void QrJourneys::expiredAndRenewed()
{
    BackendFixture backend; // its clock can be moved
    DemoPhone phone(backend.url());
    Desktop desktop(backend.url());
    desktop.start(qrAtOnce());
    QTRY_VERIFY(phone.isSignedIn());
    QTRY_VERIFY(!Desktop::codeOnScreen().isEmpty());
    const auto first = Desktop::codeOnScreen();
    backend.clock().advance(121s);
    phone.approval().scanLink(first);
    QTRY_VERIFY(phone.isIn<approval::Failed>());
    QTRY_VERIFY(Desktop::codeOnScreen() != first && !Desktop::codeOnScreen().isEmpty());
    scan(phone);
    approve(phone);
    QTRY_VERIFY(Desktop::showsPortals());
}

/// A server that has no more: the window says so, and the sign-in works where the administrator allows it (api.md 6).
void QrJourneys::publicWireAlone()
{
    BackendProcess backend;
    QTRY_VERIFY(backend.isReady());
    QVERIFY(backend.setSetting(u"qr.basic"_s, u"Y"_s) && backend.setSetting(u"qr.hardened"_s, u"N"_s));
    SignedIn phone(backend.url());
    QTRY_VERIFY(!ask(phone.client().api(), GetCapabilities{})->qrHardened);
    phone.signIn("anna"_L1);
    QTRY_VERIFY(std::holds_alternative<session::SignedIn>(phone.client().session().state()));

    Desktop desktop(backend.url());
    desktop.start(qrAtOnce());
    QTRY_VERIFY((Desktop::part<QLabel>("qrLoginWindow"_L1, "stateTitle"_L1)));
    QCOMPARE(
        Desktop::part<QLabel>("qrLoginWindow"_L1, "stateTitle"_L1)->text(), u"Only basic protection is offered here"_s);
    desktop.quit();
    desktop.setPolicy({.server = {}, .qrBasicAllowed = true});
    desktop.start(qrAtOnce());
    QTRY_VERIFY(!Desktop::codeOnScreen().isEmpty());
    QVERIFY((Desktop::part<QLabel>("qrLoginWindow"_L1, "levelChip"_L1)));
    QCOMPARE(Desktop::part<QLabel>("qrLoginWindow"_L1, "levelChip"_L1)->text(), u"Basic protection"_s);
    const auto link = QrLink::parse(Desktop::codeOnScreen(), backend.url());
    QVERIFY(link);
    QVERIFY(ask(phone.client().api(), PushQrToken{link->siteId, link->uniqueId, link->channelTag, {}}));
    QTRY_VERIFY(Desktop::showsPortals());
}

void QrJourneys::hiddenWhileTheScreenIsLocked() // SR-20
{
    const auto name = u"org.freedesktop.ScreenSaver"_s;
    auto locker = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"locker"_s);
    QVERIFY(locker.registerService(name));
    const auto lock = [&](bool active) {
        auto said = QDBusMessage::createSignal(u"/org/freedesktop/ScreenSaver"_s, name, u"ActiveChanged"_s);
        said << active;
        return locker.send(said);
    };
    Desktop desktop(m_backend.url());
    desktop.start(qrAtOnce());
    QTRY_VERIFY(!Desktop::codeOnScreen().isEmpty());
    const QString before = Desktop::codeOnScreen();
    QVERIFY(lock(true));
    QTRY_VERIFY(Desktop::window("qrLoginWindow"_L1) && Desktop::codeOnScreen().isEmpty());
    QVERIFY(std::holds_alternative<qrlogin::Paused>(desktop.app().client().qrLogin().state()));
    QVERIFY(lock(false));
    QTRY_VERIFY(!Desktop::codeOnScreen().isEmpty());
    QVERIFY(Desktop::codeOnScreen() != before); // the one that was hidden is of no use to anybody
}

} // namespace passport

QTEST_MAIN(passport::QrJourneys)
#include "qrjourneys.moc"
