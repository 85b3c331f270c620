// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/faults.h"
#include "client/qrscene.h"
#include "protocol/accountapi.h"
#include "protocol/errorcodes.h"
#include "protocol/qrbasicapi.h"
#include "protocol/qrlink.h"
#include "support/backendfixture.h"
#include "support/stricttest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

using namespace qrlogin;

/// A server that has nothing but the public wire, and a computer whose administrator allows that.
struct PublicPlay {
    PublicPlay()
    {
        backend.clock().stop();
        const bool set = setSetting(backend, u"qr.basic"_s, u"Y"_s) && setSetting(backend, u"qr.hardened"_s, u"N"_s);
        offersIt = set
            && QTest::qWaitFor(
                       [this] {
                           const auto can
                               = ask(desk.api, GetCapabilities{}); // a running server notices within a moment
                           return can && can->qrBasic && !can->qrHardened;
                       },
                       waitLimit);
        Policy policy;
        policy.qrBasicAllowed = true;
        desk.login.setPolicy(policy);
    }

    /// From now on the server offers both.
    [[nodiscard]] bool hardens()
    {
        return setSetting(backend, u"qr.hardened"_s, u"Y"_s)
            && QTest::qWaitFor([this] { return ask(desk.api, GetCapabilities{})->qrHardened; }, waitLimit);
    }

    /// As a phone that knows nothing of numbers: scan and approval are one.
    [[nodiscard]] Result<Done> approve(PhoneInHand &phone)
    {
        const auto link = QrLink::parse(desk.link(), backend.url());
        return ask(phone.api(), PushQrToken{link->siteId, link->uniqueId, link->channelTag, {}});
    }

    BackendFixture backend;
    Desk desk{backend.url()};
    bool offersIt = false;
};

} // namespace

/// The desktop's own basic exchange (api.md 6), before a real server that offers no other.
class QrPublicWireTest : public StrictTest {
    Q_OBJECT
private Q_SLOTS:
    void signsIn()
    {
        PublicPlay play;
        QVERIFY(play.offersIt);
        PhoneInHand phone(play.backend.url(), u"anna@example.test"_s, u"anna-demo-Passport"_s);
        play.desk.login.setRemember(true);
        play.desk.login.start();
        QTRY_VERIFY(play.desk.isReady());
        QCOMPARE(play.desk.as<Waiting>().level, QrLevel::Basic); // the window says so
        QVERIFY(play.desk.as<Waiting>().ticket.nonce.isEmpty());
        QVERIFY(play.approve(phone));
        QTRY_VERIFY(play.desk.isIn<Finished>());
        const Credentials &credentials = play.desk.as<Finished>().credentials;
        QVERIFY(credentials.tokens.isBound()); // whatever the exchange was, the session has a key of its own
        QVERIFY(credentials.remember);
        play.desk.api.setCredentials(credentials);
        QCOMPARE(ask(play.desk.api, GetProfile{})->fullName(), u"Анна Иванова"_s);
    }

    void asksForTheOneTimeCode() // SR-14
    {
        PublicPlay play;
        QVERIFY(play.offersIt);
        const QString code = borisCode(play.backend.clock());
        PhoneInHand phone(play.backend.url(), u"boris@example.test"_s, u"boris-demo-Passport"_s, code);
        QVERIFY(phone.isSignedIn());
        play.desk.login.start();
        QTRY_VERIFY(play.desk.isReady());
        QVERIFY(play.approve(phone));
        QTRY_VERIFY(play.desk.isIn<CodeNeeded>());
        QCOMPARE(play.desk.as<CodeNeeded>().step.methods, QStringList{u"totp"_s});
        play.desk.login.submitCode(u"totp"_s, code); // each code is good once
        QVERIFY(play.desk.isIn<CheckingCode>());
        QTRY_VERIFY(play.desk.isIn<CodeNeeded>());
        QCOMPARE(play.desk.as<CodeNeeded>().error->code, code::wrongCode);
        play.desk.login.submitCode(u"totp"_s, borisCode(play.backend.clock(), 1));
        QTRY_VERIFY(play.desk.isIn<Finished>());
        play.desk.api.setCredentials(play.desk.as<Finished>().credentials);
        QCOMPARE(ask(play.desk.api, GetProfile{})->fullName(), u"Борис Петров"_s);
    }

    void asksWhoeverIsSignedInFirst() // SR-13
    {
        PublicPlay play;
        QVERIFY(play.offersIt);
        PhoneInHand phone(play.backend.url(), u"anna@example.test"_s, u"anna-demo-Passport"_s);
        play.desk.login.setSignedIn(u"Борис Петров"_s);
        play.desk.login.start();
        QTRY_VERIFY(play.desk.isReady());
        QVERIFY(play.approve(phone));
        QTRY_VERIFY(play.desk.isIn<Scanned>());
        QCOMPARE(play.desk.as<Scanned>().replaces, u"Борис Петров"_s);
        play.desk.login.confirmPerson();
        QTRY_VERIFY(play.desk.isIn<Finished>());
    }

    void outageAfterTheApprovalIsWaitedOut()
    {
        PublicPlay play;
        QVERIFY(play.offersIt);
        PhoneInHand phone(play.backend.url(), u"anna@example.test"_s, u"anna-demo-Passport"_s);
        play.desk.login.start();
        QTRY_VERIFY(play.desk.isReady());
        QVERIFY(play.approve(phone));
        play.backend.faults().add({.kind = Faults::Kind::DropBefore, .path = "ajax.php", .times = 3});
        play.backend.faults().add({.kind = Faults::Kind::DropBefore, .path = "passport.tokens.issue", .times = 3});
        QTRY_VERIFY(play.desk.isIn<Finished>());
    }

    void policyRefusesIt()
    {
        PublicPlay play;
        QVERIFY(play.offersIt);
        play.desk.login.setPolicy(*Policy::fromJson({{"qr"_L1, QJsonObject{{"basic"_L1, false}}}}));
        play.desk.login.start();
        QTRY_VERIFY(play.desk.isIn<Unavailable>());
        QCOMPARE(play.desk.as<Unavailable>().reason, Unavailable::Reason::Policy);
        QCOMPARE(waitingTickets(play.backend), 0);
    }

    void withoutPolicyItIsNotUsed()
    {
        PublicPlay play;
        QVERIFY(play.offersIt);
        play.desk.login.setPolicy(Policy{});
        play.desk.login.start();
        QTRY_VERIFY(play.desk.isIn<Unavailable>());
        QCOMPARE(play.desk.as<Unavailable>().reason, Unavailable::Reason::Default);
        QCOMPARE(waitingTickets(play.backend), 0);
    }

    void policyRefusesItForAHardenedCode() // there the phone chooses the weaker way, and the server lets it
    {
        PublicPlay play;
        QVERIFY(play.offersIt && play.hardens());
        PhoneInHand phone(play.backend.url(), u"anna@example.test"_s, u"anna-demo-Passport"_s);
        play.desk.login.setPolicy(Policy{});
        play.desk.login.start();
        QTRY_VERIFY(play.desk.isReady());
        QCOMPARE(play.desk.as<Waiting>().level, QrLevel::Hardened);
        QVERIFY(play.approve(phone));
        QTRY_VERIFY(play.desk.isIn<Unavailable>());
        QCOMPARE(play.desk.as<Unavailable>().reason, Unavailable::Reason::Default);
        QTRY_COMPARE(ticketsIn(play.backend, QrState::Cancelled), 1); // nobody else can claim it either
        QCOMPARE(ticketsIn(play.backend, QrState::Approved), 0);
    }

    void levelOfAHardenedCodeIsSaidToTheEnd()
    {
        PublicPlay play;
        QVERIFY(play.offersIt && play.hardens());
        PhoneInHand phone(play.backend.url(), u"anna@example.test"_s, u"anna-demo-Passport"_s);
        std::optional<QrLevel> claiming;
        connect(&play.desk.login, &QrLogin::stateChanged, this, [&] {
            if (play.desk.isIn<Claiming>())
                claiming = play.desk.as<Claiming>().level;
        });
        play.desk.login.start();
        QTRY_VERIFY(play.desk.isReady());
        QVERIFY(play.approve(phone));
        QTRY_VERIFY(play.desk.isIn<Finished>());
        QCOMPARE(claiming, QrLevel::Basic);
        QCOMPARE(play.desk.as<Finished>().level, QrLevel::Basic);
    }

    void hardenedIsTakenWhereThereIsOne()
    {
        PublicPlay play;
        QVERIFY(play.offersIt && play.hardens());
        play.desk.login.start();
        QTRY_VERIFY(play.desk.isReady());
        QCOMPARE(play.desk.as<Waiting>().level, QrLevel::Hardened);
    }

    void closedWindowTellsTheServer()
    {
        PublicPlay play;
        QVERIFY(play.offersIt);
        play.desk.login.start();
        QTRY_VERIFY(play.desk.isReady());
        QCOMPARE(waitingTickets(play.backend), 1);
        play.desk.login.cancel();
        QTRY_COMPARE(waitingTickets(play.backend), 0);
    }
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::QrPublicWireTest)
#include "qrpublicwiretest.moc"
