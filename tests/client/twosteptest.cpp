// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/twostep.h"
#include "backend/account/totp.h"
#include "backend/http/faults.h"
#include "client/account.h"
#include "protocol/errorcodes.h"
#include "support/backendfixture.h"
#include "support/signedin.h"
#include "support/stateof.h"
#include "support/stricttest.h"

#include <QSet>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {

/// Two-step turned on and off by a signed-in program, with the proofs that it takes, against the real server.
class TwoStepTest : public StrictTest {
    Q_OBJECT
private Q_SLOTS:
    void init() override
    {
        StrictTest::init();
        m_backend = std::make_unique<BackendFixture>();
        m_person = std::make_unique<SignedIn>(m_backend->url());
        m_person->signIn("anna"_L1);
        QTRY_VERIFY(std::holds_alternative<session::SignedIn>(m_person->client().session().state()));
        twoStep().refresh();
        QTRY_VERIFY(as<twostep::Known>(twoStep().state()));
    }
    void cleanup()
    {
        m_person.reset();
        m_backend.reset();
    }

    void isOffAtFirst() { QVERIFY(!as<twostep::Known>(twoStep().state())->summary.twoStep); }

    void isTurnedOnAfterAProof() // SR-40
    {
        turnOn();
        const auto codes = as<twostep::ShowingCodes>(twoStep().state())->codes;
        QCOMPARE(QSet<QString>(codes.begin(), codes.end()).size(), 10);
        twoStep().leave();
        QTRY_VERIFY(as<twostep::Known>(twoStep().state()));
        QVERIFY(as<twostep::Known>(twoStep().state())->summary.twoStep);
        QCOMPARE(as<twostep::Known>(twoStep().state())->summary.recoveryCodesLeft, 10);
    }

    void aWrongProofIsAskedForAgain()
    {
        twoStep().setUp();
        QTRY_VERIFY(as<stepup::Needed>(gate().state()));
        gate().provePassword(u"not this one"_s);
        QVERIFY(as<stepup::Checking>(gate().state()));
        QTRY_VERIFY(as<stepup::Needed>(gate().state()));
        QCOMPARE(as<stepup::Needed>(gate().state())->error->code, code::wrongCredentials);
        gate().provePassword(password());
        QTRY_VERIFY(as<twostep::SettingUp>(twoStep().state()));
        QVERIFY(as<stepup::Idle>(gate().state()));
    }

    void aProofNotGivenChangesNothing()
    {
        twoStep().setUp();
        QTRY_VERIFY(as<stepup::Needed>(gate().state()));
        gate().cancel();
        const auto *known = as<twostep::Known>(twoStep().state());
        QVERIFY(known && !known->working && !known->error);
    }

    void aWrongCodeIsTypedAgain()
    {
        setUp();
        twoStep().enable(u"000000"_s == code() ? u"000001"_s : u"000000"_s);
        QTRY_VERIFY(as<twostep::SettingUp>(twoStep().state())->error);
        QCOMPARE(as<twostep::SettingUp>(twoStep().state())->error->code, code::wrongCode);
        twoStep().enable(code());
        QTRY_VERIFY(as<twostep::ShowingCodes>(twoStep().state()));
    }

    // The network is gone between the code and the answer: done once, and the codes are seen after all.
    void aLostAnswerIsHeardAfterAll()
    {
        setUp();
        m_backend->faults().add(
            {.kind = Faults::Kind::DropMidBody, .path = "passport.otp.enable", .times = Faults::always});
        const QString typed = code();
        twoStep().enable(typed);
        QTRY_VERIFY(as<twostep::SettingUp>(twoStep().state())->error);
        QCOMPARE(as<twostep::SettingUp>(twoStep().state())->error->kind, Error::Kind::Offline);
        m_backend->faults().clear();
        twoStep().enable(typed); // another call would be refused: it is on already, and the step is used up
        QTRY_VERIFY(as<twostep::ShowingCodes>(twoStep().state()));
        QCOMPARE(as<twostep::ShowingCodes>(twoStep().state())->codes.size(), 10);
    }

    // The same, but the app shows the next code by then.
    void anotherCodeAfterALostAnswerFindsItOn()
    {
        setUp();
        m_backend->faults().add(
            {.kind = Faults::Kind::DropMidBody, .path = "passport.otp.enable", .times = Faults::always});
        twoStep().enable(code());
        QTRY_VERIFY(as<twostep::SettingUp>(twoStep().state())->error);
        m_backend->faults().clear();
        m_backend->clock().advance(30s);
        twoStep().enable(code());
        QTRY_VERIFY(as<twostep::Known>(twoStep().state()));
        QVERIFY(as<twostep::Known>(twoStep().state())->summary.twoStep);
        QCOMPARE(as<twostep::Known>(twoStep().state())->error->code, code::ticketGone); // its codes were never shown
        twoStep().newCodes();
        QTRY_VERIFY(as<twostep::ShowingCodes>(twoStep().state()));
    }

    void isTurnedOffByAFactorAlone()
    {
        turnOn();
        const QString recovery = as<twostep::ShowingCodes>(twoStep().state())->codes.first();
        twoStep().leave();
        QTRY_VERIFY(as<twostep::Known>(twoStep().state()));
        m_backend->clock().advance(6min); // the password's proof is over
        twoStep().disable();
        QTRY_VERIFY(as<stepup::Needed>(gate().state()));
        QVERIFY(!as<stepup::Needed>(gate().state())->methods.contains("password"_L1));
        gate().proveCode(recovery);
        QTRY_VERIFY(as<twostep::Known>(twoStep().state()) && !as<twostep::Known>(twoStep().state())->working);
        QTRY_VERIFY(!as<twostep::Known>(twoStep().state())->summary.twoStep);
    }

    void signingOutForgetsTheSecret()
    {
        setUp();
        m_person->client().session().signOut();
        QTRY_VERIFY(as<twostep::Loading>(twoStep().state()));
    }

private:
    TwoStep &twoStep() { return m_person->client().account().twoStep(); }
    StepUpGate &gate() { return m_person->client().account().gate(); }
    static QString password() { return u"anna-demo-Passport"_s; }
    QString code()
    {
        const QString secret = as<twostep::SettingUp>(twoStep().state())->secret.secret;
        return totp::codeAt(totp::secretFromBase32(secret), totp::stepAt(m_backend->clock().nowMs()));
    }
    void setUp()
    {
        twoStep().setUp();
        QTRY_VERIFY(as<stepup::Needed>(gate().state()));
        QVERIFY(as<stepup::Needed>(gate().state())->methods.contains("password"_L1));
        gate().provePassword(password());
        QTRY_VERIFY(as<twostep::SettingUp>(twoStep().state()));
    }
    void turnOn()
    {
        setUp();
        twoStep().enable(code());
        QTRY_VERIFY(as<twostep::ShowingCodes>(twoStep().state()));
    }

    std::unique_ptr<BackendFixture> m_backend;
    std::unique_ptr<SignedIn> m_person;
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::TwoStepTest)
#include "twosteptest.moc"
