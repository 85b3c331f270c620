// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/qrobstacle.h"
#include "client/qrpresence.h"
#include "client/retrytimer.h"
#include "protocol/errorcodes.h"
#include "support/stricttest.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

using qrlogin::Unavailable;
using Reason = Unavailable::Reason;

Error offline()
{
    return {.kind = Error::Kind::Offline, .code = {}, .detail = {}, .details = {}};
}

Capabilities serverWith(bool hardened, bool basic)
{
    Capabilities capabilities;
    capabilities.qrAllowed = true;
    capabilities.qrHardened = hardened;
    capabilities.qrBasic = basic;
    return capabilities;
}

} // namespace

/// The parts of a QR sign-in that need no server.
class QrClientPartsTest : public StrictTest {
    Q_OBJECT
private Q_SLOTS:
    void readsCapabilities()
    {
        const Policy none;
        const Policy refusing{.server = {}, .qrBasicDecided = true};
        const Policy allowing{.server = {}, .qrBasicAllowed = true, .qrBasicDecided = true};
        QVERIFY(!obstacleOf(serverWith(true, false), refusing));
        QVERIFY(!obstacleOf(serverWith(true, true), refusing));
        QCOMPARE(obstacleOf(serverWith(false, true), refusing)->reason, Reason::Policy);
        QCOMPARE(obstacleOf(serverWith(false, true), none)->reason, Reason::Default);
        QVERIFY(!obstacleOf(serverWith(false, true), allowing)); // the public wire, where policy allows it
        QCOMPARE(obstacleOf(serverWith(false, false), allowing)->reason, Reason::NotOffered);
        Capabilities off = serverWith(true, false);
        off.qrAllowed = false;
        off.qrRefusal = Capabilities::QrRefusal::NoPush;
        QCOMPARE(obstacleOf(off, allowing)->reason, Reason::NoPush);
        off.qrRefusal = Capabilities::QrRefusal::Modules;
        off.qrMissing = {{u"pull"_s, u"20.0"_s, u"21.300"_s}};
        QCOMPARE(obstacleOf(off, allowing)->missing, off.qrMissing);
        off.qrRefusal = Capabilities::QrRefusal::Disabled;
        QCOMPARE(obstacleOf(off, allowing)->reason, Reason::Disabled);
    }

    void knowsEveryRefusal()
    {
        const auto unavailable
            = [](QLatin1StringView code) { return std::get<Unavailable>(stateOfRefusal(Error::ofCode(code))).reason; };
        QCOMPARE(unavailable(code::qrDisabled), Reason::Disabled);
        QCOMPARE(unavailable(code::pushUnavailable), Reason::NoPush);
        QCOMPARE(unavailable(code::methodNotFound), Reason::NotOffered);
        Error tooMany = Error::ofCode(code::tooMany);
        tooMany.retryAfter = 42s;
        const auto until = std::get<qrlogin::TooMany>(stateOfRefusal(tooMany)).until;
        QVERIFY(until.remainingTime() > 40000 && until.remainingTime() <= 42000);
        // Whatever a server may say, there is a state for it.
        for (const ErrorCode &row : errorCodes()) {
            const qrlogin::State state = stateOfRefusal(Error::ofCode(row.code));
            QVERIFY(
                std::holds_alternative<Unavailable>(state) || std::holds_alternative<qrlogin::TooMany>(state)
                || std::holds_alternative<qrlogin::Stopped>(state));
        }
    }

    void repeatsWhatMayPass()
    {
        QVERIFY(isWorthRepeating(offline(), 100));
        QVERIFY(!isWorthRepeating(Error::ofCode(code::qrDisabled), 0));
        QVERIFY(isWorthRepeating(Error::malformed(u"noise"_s), 0));
        QVERIFY(!isWorthRepeating(Error::malformed(u"noise"_s), 3));
    }

    // SR-20
    void isSeenOnlyOnAnUnlockedScreen()
    {
        QrPresence presence(1h);
        QSignalSpy seen(&presence, &QrPresence::seenChanged);
        QVERIFY(presence.isSeen());
        presence.setLocked(true);
        presence.setVisible(false);
        QVERIFY(!presence.isSeen());
        presence.setLocked(false);
        QVERIFY(!presence.isSeen());
        presence.setVisible(true);
        QVERIFY(presence.isSeen());
        QCOMPARE(seen.count(), 2);
    }

    void isUnattendedAfterAWhileWithoutFocus()
    {
        QrPresence presence(20ms);
        QSignalSpy left(&presence, &QrPresence::unattended);
        presence.setFocused(false);
        QTRY_COMPARE(left.count(), 1);
        presence.setFocused(true);
        presence.setFocused(false);
        presence.setFocused(true); // back in time
        QVERIFY(!left.wait(100));
    }

    void waitsLongerWithEachFailure()
    {
        RetryTimer retry(BackoffPlan::Watched, 0.01);
        QSignalSpy due(&retry, &RetryTimer::due);
        retry.failed(offline(), 1h);
        QVERIFY(retry.isWaiting());
        QCOMPARE(retry.why(), offline());
        QTRY_COMPARE(due.count(), 1);
        retry.failed(offline(), 1h);
        QCOMPARE(retry.failures(), 2);
        retry.succeeded();
        QCOMPARE(retry.failures(), 0);
        QVERIFY(!retry.isWaiting());
        QVERIFY(!retry.why());
    }

    void obeysTheServersWaitAndItsOwnLimit()
    {
        RetryTimer retry(BackoffPlan::Watched, 1.0);
        Error busy = offline();
        busy.retryAfter = 30s;
        retry.failed(busy, 1h);
        QVERIFY(retry.next().remainingTime() > 25000);
        retry.failed(busy, 4s);
        QVERIFY(retry.next().remainingTime() <= 4500); // Qt rounds coarse timers
        QSignalSpy due(&retry, &RetryTimer::due);
        retry.hurry();
        QTRY_COMPARE(due.count(), 1);
        retry.hurry(); // nothing is due any more
        QVERIFY(!due.wait(50));
    }
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::QrClientPartsTest)
#include "qrclientpartstest.moc"
