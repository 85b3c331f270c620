// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/approval.h"
#include "backend/http/faults.h"
#include "client/pushconnection.h"
#include "client/qrscene.h"
#include "protocol/errorcodes.h"
#include "protocol/pullapi.h"
#include "support/backendfixture.h"
#include "support/stricttest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

/// Anna with this program signed in, and a window elsewhere that asks.
struct Scene {
    explicit Scene(std::chrono::milliseconds poll = 1h)
        : approval(mine.api, push, {.poll = poll, .undoPoll = poll})
    {
        QObject::connect(&push, &PushConnection::configNeeded, &push, [this] {
            const auto config = ask(mine.api, GetPullConfig{});
            if (config)
                push.renew(*config);
        });
    }
    [[nodiscard]] bool begin()
    {
        if (!signIn(mine.api, u"anna@example.test"_s, u"anna-demo-Passport"_s))
            return false;
        push.prepare(mine.api.server());
        desk.login.start();
        return QTest::qWaitFor([this] { return push.isOnline() && desk.isReady(); }, waitLimit);
    }
    template <typename S> [[nodiscard]] const S *as() const { return std::get_if<S>(&approval.state()); }
    [[nodiscard]] bool mayApprove() const { return as<approval::Asking>() && as<approval::Asking>()->canApprove; }

    BackendFixture backend;
    Desk desk{backend.url()};
    Wire mine{backend.url()};
    PushConnection push{mine.network, mine.reachability, {}};
    Approval approval;
};

} // namespace

/// This device lets another one in, or not; both sides are ours and the server is the real one.
class ApprovalTest : public StrictTest {
    Q_OBJECT
private Q_SLOTS:
    void letsIn()
    {
        Scene scene;
        QVERIFY(scene.begin());
        scene.approval.scanLink(scene.desk.link());
        QVERIFY(scene.as<approval::Scanning>());
        QTRY_VERIFY(scene.as<approval::Asking>());
        const auto asking = *scene.as<approval::Asking>();
        QCOMPARE(asking.approval.device.name, u"WS-042"_s); // SR-9
        QCOMPARE(asking.approval.network, QrApproval::Network::SameAddress); // SR-11
        QVERIFY(!asking.canApprove); // SR-10
        scene.approval.approve();
        QVERIFY(scene.as<approval::Asking>());
        QTRY_VERIFY(scene.desk.isIn<qrlogin::Scanned>());
        scene.desk.login.submitNumber(asking.approval.number);
        QTRY_VERIFY(scene.mayApprove()); // by the doorbell: nothing polls here
        scene.approval.approve();
        QVERIFY(scene.as<approval::Approving>());
        QTRY_VERIFY(scene.as<approval::Approved>());
        QTRY_VERIFY(scene.desk.isIn<qrlogin::Finished>());
    }

    // SR-18
    void takesItBack()
    {
        Scene scene(100ms);
        QVERIFY(scene.begin());
        scene.approval.enterCode(u"  "_s + scene.desk.as<qrlogin::Waiting>().ticket.typedCode.toLower());
        QTRY_VERIFY(scene.as<approval::Asking>());
        QTRY_VERIFY(scene.desk.isIn<qrlogin::Scanned>());
        scene.desk.login.submitNumber(scene.as<approval::Asking>()->approval.number);
        QTRY_VERIFY(scene.mayApprove());
        scene.approval.approve();
        QTRY_VERIFY(scene.desk.isIn<qrlogin::Finished>());
        QTRY_VERIFY(scene.as<approval::Approved>() && scene.as<approval::Approved>()->undoUntil);
        QVERIFY(scene.as<approval::Approved>()->undoUntil->remainingTime() > 100000);
        scene.desk.api.setCredentials(scene.desk.as<qrlogin::Finished>().credentials);
        QVERIFY(ask(scene.desk.api, GetPullConfig{}));
        scene.approval.undo();
        QTRY_VERIFY(scene.as<approval::Undone>());
        QCOMPARE(codeOf(ask(scene.desk.api, GetPullConfig{})), code::invalidToken);
    }

    void keepsOut()
    {
        Scene scene;
        QVERIFY(scene.begin());
        scene.approval.scanLink(scene.desk.link());
        QTRY_VERIFY(scene.as<approval::Asking>());
        scene.approval.decline();
        QTRY_VERIFY(scene.as<approval::Declined>());
        QTRY_VERIFY(scene.desk.isIn<qrlogin::Declined>());
    }

    void hearsThatTheOtherSideLeft()
    {
        Scene scene;
        QVERIFY(scene.begin());
        scene.approval.scanLink(scene.desk.link());
        QTRY_VERIFY(scene.as<approval::Asking>());
        QTRY_VERIFY(scene.desk.isIn<qrlogin::Scanned>());
        scene.desk.login.cancel();
        QTRY_VERIFY(scene.as<approval::Gone>());
    }

    void asksAgainWhenTheGestureWasLost()
    {
        Scene scene;
        QVERIFY(scene.begin());
        scene.approval.scanLink(scene.desk.link());
        QTRY_VERIFY(scene.as<approval::Asking>());
        scene.backend.faults().add(
            {.kind = Faults::Kind::DropBefore, .path = "passport.qr.decline", .times = Faults::always});
        scene.approval.decline();
        QTRY_VERIFY(scene.as<approval::Asking>() && scene.as<approval::Asking>()->error);
        QCOMPARE(scene.as<approval::Asking>()->error->kind, Error::Kind::Offline);
        scene.backend.faults().clear();
        scene.approval.decline();
        QTRY_VERIFY(scene.as<approval::Declined>());
    }

    void needsNoPush()
    {
        Scene scene(200ms);
        QVERIFY(scene.begin());
        scene.backend.faults().mutePush(true);
        scene.approval.scanLink(scene.desk.link());
        QTRY_VERIFY(scene.as<approval::Asking>());
        QTRY_VERIFY(scene.desk.isIn<qrlogin::Scanned>());
        scene.desk.login.submitNumber(scene.as<approval::Asking>()->approval.number);
        QTRY_VERIFY(scene.mayApprove());
    }

    void refusesWhatIsNoCode_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << u""_s;
        QTest::newRow("a shop") << u"https://shop.example/a/s1/x/"_s;
        QTest::newRow("another server")
            << u"https://evil.example/a/s1/0123456789abcdef/0123456789abcdef0123456789abcdef/"_s;
    }
    void refusesWhatIsNoCode()
    {
        QFETCH(QString, text);
        Scene scene;
        scene.approval.scanLink(text);
        QCOMPARE(scene.as<approval::Failed>()->error.code, code::badLink);
        scene.approval.enterCode(text);
        QCOMPARE(scene.as<approval::Failed>()->error.code, code::badLink);
        scene.approval.reset();
        QVERIFY(scene.as<approval::Idle>());
    }
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::ApprovalTest)
#include "approvaltest.moc"
