// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/totp.h"
#include "backend/accountfixture.h"
#include "backend/http/faults.h"
#include "client/account.h"
#include "client/signin.h"
#include "client/twostep.h"
#include "protocol/errorcodes.h"
#include "support/signedin.h"
#include "support/stateof.h"
#include "support/stricttest.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

const QString recovery = u"recovery"_s;
const QString sms = u"sms"_s;
const QString borisPhone = u"+79000000002"_s;

} // namespace

/// What stands in for the authenticator in a sign-in: recovery codes and SMS, at a program before the real server.
class SecondStepTest : public StrictTest {
    Q_OBJECT
private Q_SLOTS:
    void init() override
    {
        StrictTest::init();
        m_backend = std::make_unique<AccountFixture>();
        m_program = std::make_unique<SignedIn>(m_backend->url());
    }
    void cleanup()
    {
        m_program.reset();
        m_backend.reset();
    }

    void aRecoveryCodeSignsInOnce() // SR-39
    {
        turnOn();
        QCOMPARE(m_codes.size(), 10);
        askForCode("anna"_L1);
        QVERIFY(needed()->methods.contains(recovery));
        signIn().submitCode(recovery, m_codes.first());
        QTRY_VERIFY(isSignedIn());
        QCOMPARE(codesLeft(), 9);
        signOut();
        askForCode("anna"_L1);
        signIn().submitCode(recovery, m_codes.first());
        QVERIFY(as<signin::CheckingCode>(signIn().state()));
        QTRY_VERIFY(needed());
        QVERIFY(needed()->error);
        QCOMPARE(needed()->error->code, code::wrongCode);
        QCOMPARE(needed()->error->triesLeft(), 4);
        signIn().submitCode(recovery, m_codes.at(1)); // the sign-in is not lost with it
        QTRY_VERIFY(isSignedIn());
        QCOMPARE(codesLeft(), 8);
    }

    void theSeventhUsedCodeLeavesFew() // what the page of security warns of
    {
        turnOn();
        QCOMPARE(m_codes.size(), 10);
        for (int used = 1; used <= 7; ++used) {
            askForCode("anna"_L1);
            signIn().submitCode(recovery, m_codes.at(used - 1));
            QTRY_VERIFY(isSignedIn());
            const int left = codesLeft();
            QCOMPARE(left, 10 - used);
            QCOMPARE(left <= TwoStep::fewCodes, used == 7);
            if (used < 7)
                signOut();
        }
    }

    void anSmsSignsIn() // SR-38
    {
        askForCode("boris"_L1);
        QVERIFY(needed()->methods.contains(sms));
        signIn().sendSms();
        const QString right = m_backend->lastCode(borisPhone);
        QCOMPARE(m_backend->lettersTo(borisPhone).size(), 1);
        signIn().submitCode(sms, wrongFor(right));
        QTRY_VERIFY(needed());
        QVERIFY(needed()->error);
        QCOMPARE(needed()->error->code, code::wrongCode);
        signIn().submitCode(sms, right);
        QTRY_VERIFY(isSignedIn());
    }

    void anotherSmsIsSentAfterAMinute() // SR-38: only the newest counts
    {
        m_backend->clock().stop();
        askForCode("boris"_L1);
        QVERIFY(!needed()->sms.sent);
        signIn().sendSms();
        QVERIFY(needed()->sms.asking);
        signIn().sendSms(); // a second press, meanwhile
        QTRY_VERIFY(needed()->sms.sent);
        QVERIFY(!needed()->sms.asking && !needed()->sms.resendAt.hasExpired());
        QVERIFY(needed()->sms.resendAt.remainingTime() <= 60'000);
        QTRY_COMPARE(m_backend->lettersTo(borisPhone).size(), 1);
        const QString former = codeIn(m_backend->lettersTo(borisPhone).first());
        m_backend->clock().advance(20s);
        askAgain(); // too early: the server says how long it takes
        QVERIFY(!needed()->error && needed()->sms.sent);
        QVERIFY(needed()->sms.resendAt.remainingTime() <= 40'000);
        m_backend->clock().advance(40s);
        askAgain();
        QTRY_COMPARE(m_backend->lettersTo(borisPhone).size(), 2);
        const QString newest = codeIn(m_backend->lettersTo(borisPhone).last());
        if (newest == former) // one of a million
            return;
        signIn().submitCode(sms, former);
        QVERIFY(as<signin::CheckingCode>(signIn().state()));
        QTRY_VERIFY(needed());
        QCOMPARE(needed()->error->code, code::wrongCode);
        QVERIFY(needed()->sms.sent); // as before
        signIn().submitCode(sms, newest);
        QTRY_VERIFY(isSignedIn());
    }

    void theSmsOfAnotherSignInIsNoneOfThisOne()
    {
        m_backend->clock().stop();
        askForCode("boris"_L1);
        signIn().sendSms();
        QTRY_VERIFY(needed()->sms.sent);
        signIn().reset();
        askForCode("boris"_L1);
        askAgain(); // within the minute
        QVERIFY(needed()->error && !needed()->sms.sent);
        QCOMPARE(needed()->error->code, code::tooMany);
        QVERIFY(!needed()->sms.resendAt.hasExpired());
        m_backend->clock().advance(1min);
        askAgain();
        QVERIFY(needed()->sms.sent && !needed()->error);
    }

    void anSmsThatCannotBeAskedForIsSaid()
    {
        askForCode("boris"_L1);
        m_backend->faults().add(
            {.kind = Faults::Kind::DropBefore, .path = "passport.signin.sms", .times = Faults::always});
        askAgain();
        QVERIFY(needed()->error);
        QCOMPARE(needed()->error->kind, Error::Kind::Offline);
        QVERIFY(!needed()->sms.sent && needed()->sms.resendAt.hasExpired()); // again at once
        m_backend->faults().clear();
        askAgain();
        QVERIFY(needed()->sms.sent && !needed()->error);
    }

    void aCodeTypedMeanwhileLosesNoAnswer()
    {
        askForCode("boris"_L1);
        signIn().sendSms();
        signIn().submitCode(u"totp"_s, u"00000"_s); // one too short: never the right one
        QVERIFY(as<signin::CheckingCode>(signIn().state()));
        const auto smsNow = [this] {
            const auto *checking = as<signin::CheckingCode>(signIn().state());
            return checking ? checking->sms : needed() ? needed()->sms : SmsCode{};
        };
        QTRY_VERIFY(smsNow().sent && !smsNow().asking);
        QTRY_VERIFY(needed());
        QVERIFY(needed()->sms.sent);
    }

private:
    PassportClient &client() { return m_program->client(); }
    SignIn &signIn() { return client().signIn(); }
    TwoStep &twoStep() { return client().account().twoStep(); }
    bool isSignedIn() { return as<session::SignedIn>(client().session().state()) != nullptr; }
    const signin::CodeNeeded *needed() { return as<signin::CodeNeeded>(signIn().state()); }

    void askForCode(QLatin1StringView who)
    {
        m_program->signIn(who);
        QTRY_VERIFY(needed());
    }
    /// Asks for a code by SMS, and waits for the answer.
    void askAgain()
    {
        signIn().sendSms();
        QVERIFY(needed()->sms.asking);
        QTRY_VERIFY(!needed()->sms.asking);
    }
    void signOut()
    {
        client().session().signOut();
        QTRY_VERIFY(as<session::SignedOut>(client().session().state()));
        QTRY_VERIFY(as<signin::Editing>(signIn().state()));
    }
    /// As the page of security reads it for the first time in a session; -1 if it cannot.
    int codesLeft()
    {
        twoStep().refresh();
        const auto known = [this] { return as<twostep::Known>(twoStep().state()) != nullptr; };
        return QTest::qWaitFor(known, waitLimit) ? as<twostep::Known>(twoStep().state())->summary.recoveryCodesLeft
                                                 : -1;
    }
    /// Turns Anna's second step on, notes the recovery codes and signs out.
    void turnOn()
    {
        m_program->signIn("anna"_L1);
        QTRY_VERIFY(isSignedIn());
        QCOMPARE(codesLeft(), 0);
        twoStep().setUp();
        QTRY_VERIFY(as<stepup::Needed>(client().account().gate().state()));
        client().account().gate().provePassword(AccountFixture::password(u"anna"_s));
        QTRY_VERIFY(as<twostep::SettingUp>(twoStep().state()));
        const QByteArray secret = totp::secretFromBase32(as<twostep::SettingUp>(twoStep().state())->secret.secret);
        twoStep().enable(totp::codeAt(secret, totp::stepAt(m_backend->clock().nowMs())));
        QTRY_VERIFY(as<twostep::ShowingCodes>(twoStep().state()));
        m_codes = as<twostep::ShowingCodes>(twoStep().state())->codes;
        signOut();
    }

    std::unique_ptr<AccountFixture> m_backend;
    std::unique_ptr<SignedIn> m_program;
    QStringList m_codes;
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::SecondStepTest)
#include "secondsteptest.moc"
