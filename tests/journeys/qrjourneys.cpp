// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "journeys/backendprocess.h"
#include "journeys/demophone.h"
#include "journeys/desktop.h"
#include "support/stricttest.h"

#include <QLabel>

using namespace Qt::StringLiterals;

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

private:
    void scan(DemoPhone &phone);
    static QString otherThan(const QString &number);

    BackendProcess m_backend;
};

void QrJourneys::initTestCase()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_backend.isReady(), 20000);
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
    Desktop::type("qrLoginWindow"_L1, "number"_L1, phone.number());
    if (Desktop::part("qrLoginWindow"_L1, "continueNumber"_L1))
        Desktop::click("qrLoginWindow"_L1, "continueNumber"_L1);
    QTRY_VERIFY(phone.canApprove());
    phone.approval().approve();
    QTRY_VERIFY(Desktop::showsPortals());
    QVERIFY(!Desktop::window("qrLoginWindow"_L1));
}

void QrJourneys::secondStepAfterTheApproval()
{
    DemoPhone phone(m_backend.url(), "boris"_L1);
    Desktop desktop(m_backend.url());
    Options options;
    options.qr = true;
    desktop.start(options);
    scan(phone);
    Desktop::type("qrLoginWindow"_L1, "number"_L1, phone.number());
    if (Desktop::part("qrLoginWindow"_L1, "continueNumber"_L1))
        Desktop::click("qrLoginWindow"_L1, "continueNumber"_L1);
    QTRY_VERIFY(phone.canApprove());
    phone.approval().approve();
    // Pointing a phone at a code never goes around the second step (SR-14).
    QTRY_VERIFY((Desktop::part("qrLoginWindow"_L1, "code"_L1)));
    QVERIFY(!Desktop::window("mainWindow"_L1));
}

void QrJourneys::declinedOnThePhone()
{
    DemoPhone phone(m_backend.url());
    Desktop desktop(m_backend.url());
    Options options;
    options.qr = true;
    desktop.start(options);
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
    Options options;
    options.qr = true;
    desktop.start(options);
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

} // namespace passport

QTEST_MAIN(passport::QrJourneys)
#include "qrjourneys.moc"
