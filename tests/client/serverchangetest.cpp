// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/faults.h"
#include "client/qrscene.h"
#include "client/qrtransaction.h"
#include "support/signedin.h"
#include "support/stateof.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {

/// What becomes of a code when its program turns to another server.
class ServerChangeTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void codeEndsWhereItWasShown() // api.md 5.8: not only when its time is over
    {
        BackendFixture first;
        BackendFixture second;
        SignedIn program(first.url());
        QrLogin &login = program.client().qrLogin();
        login.start();
        QTRY_VERIFY(as<qrlogin::Waiting>(login.state()));
        QCOMPARE(waitingTickets(first), 1);
        program.client().useServer(second.url());
        QVERIFY(as<qrlogin::Idle>(login.state()));
        QTRY_COMPARE(ticketsIn(first, QrState::Cancelled), 1);
        QCOMPARE(waitingTickets(first), 0);
        QCOMPARE(waitingTickets(second), 0); // nothing of the first has come here
        login.start();
        QTRY_VERIFY(as<qrlogin::Waiting>(login.state()));
        QCOMPARE(waitingTickets(second), 1);
    }

    void nothingStaysOfACodeThatWasBeingMade()
    {
        BackendFixture first;
        BackendFixture second;
        first.faults().add({.kind = Faults::Kind::Delay, .path = "passport.qr.open", .delay = 10min});
        SignedIn program(first.url());
        const ApiClient &api = program.client().api();
        program.client().qrLogin().start();
        QTRY_COMPARE(api.findChildren<QrTransaction *>().size(), 1);
        program.client().useServer(second.url());
        QTRY_COMPARE(api.findChildren<QrTransaction *>().size(), 0);
    }

    void scannedCodeEndsOnThePhoneToo()
    {
        BackendFixture first;
        BackendFixture second;
        PhoneInHand phone(first.url(), u"anna@example.test"_s, u"anna-demo-Passport"_s);
        SignedIn program(first.url());
        QrLogin &login = program.client().qrLogin();
        login.start();
        QTRY_VERIFY(as<qrlogin::Waiting>(login.state()));
        QVERIFY(phone.scan(as<qrlogin::Waiting>(login.state())->ticket.link));
        QTRY_VERIFY(as<qrlogin::Scanned>(login.state()));
        program.client().moveTo(second.url());
        QTRY_COMPARE(program.client().api().server(), second.url());
        QTRY_COMPARE(phone.state()->state, QrState::Cancelled);
    }
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::ServerChangeTest)
#include "serverchangetest.moc"
