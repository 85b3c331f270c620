// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/faults.h"
#include "client/qrscene.h"
#include "protocol/accountapi.h"
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

const QString anna = u"anna@example.test"_s;
const QString annasPassword = u"anna-demo-Passport"_s;

/// A backend, a window and a phone, brought to where the trouble begins.
struct Play {
    BackendFixture backend;
    Desk desk{backend.url()};
    PhoneInHand phone{backend.url(), anna, annasPassword};
    QString number;

    [[nodiscard]] bool toReady()
    {
        desk.login.start();
        return QTest::qWaitFor([this] { return desk.isReady(); }, waitLimit);
    }
    [[nodiscard]] bool toScanned()
    {
        if (!toReady())
            return false;
        const auto approval = phone.scan(desk.link());
        number = approval ? approval->number : QString();
        return QTest::qWaitFor([this] { return desk.isIn<Scanned>(); }, waitLimit);
    }
    [[nodiscard]] bool toNumberOk()
    {
        if (!toScanned())
            return false;
        desk.login.submitNumber(number);
        return QTest::qWaitFor([this] { return desk.isIn<AwaitingApproval>(); }, waitLimit);
    }
    /// From wherever it is to the end; false if it does not get there.
    [[nodiscard]] bool toTheEnd()
    {
        if (desk.isIn<Waiting>()) {
            const auto approval = phone.scan(desk.link());
            number = approval ? approval->number : QString();
            if (!QTest::qWaitFor([this] { return desk.isIn<Scanned>(); }, waitLimit))
                return false;
        }
        if (desk.isIn<Scanned>()) {
            desk.login.submitNumber(number);
            if (!QTest::qWaitFor([this] { return desk.isIn<AwaitingApproval>(); }, waitLimit))
                return false;
        }
        return phone.approve() && QTest::qWaitFor([this] { return desk.isIn<Finished>(); }, waitLimit);
    }
    /// The session that came out answers.
    [[nodiscard]] bool isSignedIn()
    {
        desk.api.setCredentials(desk.as<Finished>().credentials);
        return ask(desk.api, GetProfile{}).has_value();
    }
};

Faults::Fault fault(Faults::Kind kind, const QByteArray &method, int times = 1)
{
    Faults::Fault made;
    made.kind = kind;
    made.path = method;
    made.times = times;
    return made;
}

} // namespace

/// The same journeys over a bad network and a server that falls over.
class QrTroubleTest : public StrictTest {
    Q_OBJECT
private Q_SLOTS:
    // SR-23: what happens while nobody can hear it is caught up with.
    void signsInAfterAnApprovalDuringAnOutage()
    {
        Play play;
        QVERIFY(play.toNumberOk());
        for (const QByteArray &path :
             {"passport.qr.status"_ba, "passport.qr.claim"_ba, "/bitrix/subws/"_ba, "/bitrix/sub/"_ba})
            play.backend.faults().add(fault(Faults::Kind::DropBefore, path, Faults::always));
        play.backend.faults().unplug(true); // open sockets die
        play.backend.faults().unplug(false); // the phone's way works, ours not yet
        QTRY_VERIFY(play.desk.as<AwaitingApproval>().scan.line.outage);
        QCOMPARE(play.desk.as<AwaitingApproval>().scan.line.outage->host, u"127.0.0.1"_s);
        QVERIFY(play.phone.approve());
        QVERIFY(play.desk.isIn<AwaitingApproval>());
        play.backend.faults().clear();
        QTRY_VERIFY(play.desk.isIn<Finished>()); // within 10 s: no wait of the plan is longer (LocalTest)
        QVERIFY(play.isSignedIn());
    }

    // SR-15: told how long, and a new code when the time is over.
    void waitsAfterTooMany()
    {
        Play play;
        QVERIFY(setSetting(play.backend, u"limit.qr.opens_per_address"_s, u"1"_s));
        const auto limited = [&play] {
            const OpenQrLogin request{
                .key = {},
                .device = {.name = u"x"_s, .os = {}, .app = {}},
                .remember = false,
                .portal = {},
                .idempotencyKey = {}};
            return codeOf(ask(play.desk.api, request)) == code::tooMany; // the setting has come through
        };
        QTRY_VERIFY(limited());
        play.desk.login.start();
        QTRY_VERIFY(play.desk.isIn<TooMany>());
        const qint64 wait = play.desk.as<TooMany>().until.remainingTime();
        QVERIFY(wait > 0 && wait <= 600000);
        play.backend.clock().advance(10min + 1s);
        play.desk.login.start();
        QTRY_VERIFY(play.desk.isReady());
    }

    void coversTheCodeWhileOffline()
    {
        Play play;
        QVERIFY(play.toReady());
        const QString link = play.desk.link();
        play.backend.faults().unplug(true);
        QTRY_VERIFY(!play.desk.as<Waiting>().line.isLive()); // SR-20
        play.backend.faults().unplug(false);
        QTRY_VERIFY(play.desk.isReady());
        QCOMPARE(play.desk.link(), link); // no new scan needed
        QVERIFY(play.toTheEnd());
    }

    void saysWhoIsUnreachableFromTheStart()
    {
        Play play;
        play.backend.faults().unplug(true);
        play.desk.login.start();
        QTRY_VERIFY(play.desk.as<Opening>().outage);
        QCOMPARE(play.desk.as<Opening>().outage->host, u"127.0.0.1"_s);
        play.backend.faults().unplug(false);
        play.desk.login.retryNow();
        QTRY_VERIFY(play.desk.isReady());
    }

    // A lost ring delays and never decides.
    void needsNoPush()
    {
        Play play;
        QVERIFY(play.toReady());
        play.backend.faults().mutePush(true);
        QVERIFY(play.toTheEnd());
        QVERIFY(play.isSignedIn());
    }

    void survivesAKilledServer_data()
    {
        QTest::addColumn<int>("state");
        QTest::newRow("waiting") << 0;
        QTest::newRow("scanned") << 1;
        QTest::newRow("number right") << 2;
    }
    void survivesAKilledServer()
    {
        QFETCH(int, state);
        Play play;
        QVERIFY(state == 0 ? play.toReady() : state == 1 ? play.toScanned() : play.toNumberOk());
        play.backend.kill();
        play.backend.restart();
        QVERIFY(play.toTheEnd());
        QVERIFY(play.isSignedIn());
    }

    void claimsAfterTheServerWasKilled()
    {
        Play play;
        QVERIFY(play.toNumberOk());
        play.backend.faults().add(fault(Faults::Kind::DropBefore, "passport.qr.claim", Faults::always));
        QVERIFY(play.phone.approve());
        QTRY_VERIFY(play.desk.isIn<Claiming>());
        play.backend.kill();
        play.backend.faults().clear();
        play.backend.restart();
        QTRY_VERIFY(play.desk.isIn<Finished>());
        QVERIFY(play.isSignedIn());
    }

    // "After approval, redeeming must be retryable": the answer is lost after the server has acted.
    void claimsAgainWhenTheAnswerWasLost_data()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("cut off") << int(Faults::Kind::DropMidBody);
        QTest::newRow("cut off before it, sent again by Qt") << int(Faults::Kind::DropAfter);
        QTest::newRow("garbled") << int(Faults::Kind::Garble);
        QTest::newRow("refused before") << int(Faults::Kind::Fail);
        QTest::newRow("a portal page") << int(Faults::Kind::Html);
    }
    void claimsAgainWhenTheAnswerWasLost()
    {
        QFETCH(int, kind);
        Play play;
        QVERIFY(play.toNumberOk());
        play.backend.faults().add(fault(static_cast<Faults::Kind>(kind), "passport.qr.claim", 2));
        QVERIFY(play.phone.approve());
        QTRY_VERIFY(play.desk.isIn<Finished>());
        QVERIFY(play.isSignedIn());
    }

    void givesUpAClaimThatComesTooLate()
    {
        Play play;
        QVERIFY(play.toNumberOk());
        play.backend.faults().add(fault(Faults::Kind::DropBefore, "passport.qr.claim", Faults::always));
        QVERIFY(play.phone.approve());
        QTRY_VERIFY(play.desk.isIn<Claiming>());
        play.backend.clock().advance(31s);
        play.backend.faults().clear();
        QTRY_VERIFY(play.desk.isIn<Expired>());
    }

    void learnsFromTheStatusWhatBecameOfTheNumber_data()
    {
        QTest::addColumn<bool>("right");
        QTest::addColumn<int>("kind");
        QTest::newRow("right") << true << int(Faults::Kind::DropMidBody);
        QTest::newRow("wrong") << false << int(Faults::Kind::DropMidBody);
        QTest::newRow("right, arrived twice") << true << int(Faults::Kind::DropAfter);
        QTest::newRow("wrong, arrived twice") << false << int(Faults::Kind::DropAfter);
    }
    void learnsFromTheStatusWhatBecameOfTheNumber()
    {
        QFETCH(bool, right);
        QFETCH(int, kind);
        Play play;
        QVERIFY(play.toScanned());
        play.backend.faults().add(fault(static_cast<Faults::Kind>(kind), "passport.qr.number"));
        const QString wrong = play.number == u"00"_s ? u"01"_s : u"00"_s;
        play.desk.login.submitNumber(right ? play.number : wrong);
        if (right)
            QTRY_VERIFY(play.desk.isIn<AwaitingApproval>());
        else
            QTRY_VERIFY(play.desk.isIn<Scanned>());
        QVERIFY(right || (play.desk.as<Scanned>().mismatch && play.desk.as<Scanned>().triesLeft == 2));
    }

    void waitsOutPassingTrouble_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("kind");
        for (const QByteArray &method : {"passport.capabilities"_ba, "passport.qr.open"_ba, "passport.qr.status"_ba}) {
            QTest::newRow(method + " 500") << method << int(Faults::Kind::Fail);
            QTest::newRow(method + " cut off") << method << int(Faults::Kind::DropMidBody);
            QTest::newRow(method + " cut off before") << method << int(Faults::Kind::DropAfter);
            QTest::newRow(method + " garbled") << method << int(Faults::Kind::Garble);
            QTest::newRow(method + " html") << method << int(Faults::Kind::Html);
        }
    }
    void waitsOutPassingTrouble()
    {
        QFETCH(QByteArray, method);
        QFETCH(int, kind);
        Play play;
        play.backend.faults().add(fault(static_cast<Faults::Kind>(kind), method, 2));
        play.desk.login.start();
        QTRY_VERIFY(play.desk.isReady());
    }

    void stopsAtAServerOfAnotherKind()
    {
        Play play;
        play.backend.faults().add(fault(Faults::Kind::Html, "passport.capabilities", Faults::always));
        play.desk.login.start();
        QTRY_VERIFY(play.desk.isIn<Stopped>());
        QCOMPARE(play.desk.as<Stopped>().error.kind, Error::Kind::Malformed);
        play.backend.faults().clear();
        play.desk.login.start();
        QTRY_VERIFY(play.desk.isReady());
    }

    void leavesNoTicketBehindWhenCancelledMidRequest()
    {
        Play play;
        Faults::Fault slow = fault(Faults::Kind::Delay, "passport.qr.open");
        slow.delay = 300ms;
        play.backend.faults().add(slow);
        play.desk.login.start();
        QTRY_VERIFY(play.desk.login.capabilities());
        play.desk.login.cancel();
        QVERIFY(play.desk.isIn<Idle>());
        QSignalSpy changes(&play.desk.login, &QrLogin::stateChanged);
        QTRY_COMPARE(waitingTickets(play.backend), 0);
        QCOMPARE(changes.count(), 0);
    }

    // SR-48
    void endsWhenTheAdministratorTurnsItOff()
    {
        Play play;
        QVERIFY(play.toReady());
        QVERIFY(setSetting(play.backend, u"main.allow_qrcode_auth"_s, u"N"_s));
        QTRY_VERIFY(play.desk.isIn<Unavailable>());
        QCOMPARE(play.desk.as<Unavailable>().reason, Unavailable::Reason::Disabled);
        play.desk.login.start();
        QTRY_VERIFY(play.desk.isIn<Unavailable>());
        QVERIFY(setSetting(play.backend, u"main.allow_qrcode_auth"_s, u"Y"_s));
        QTRY_VERIFY(ask(play.desk.api, GetCapabilities{})->qrAllowed);
        play.desk.login.start();
        QTRY_VERIFY(play.desk.isReady());
    }
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::QrTroubleTest)
#include "qrtroubletest.moc"
