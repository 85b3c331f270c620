// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/signin.h"
#include "backend/http/faults.h"
#include "client/apiclient.h"
#include "client/clientcodes.h"
#include "client/networkaccess.h"
#include "client/thisdevice.h"
#include "protocol/errorcodes.h"
#include "support/backendfixture.h"
#include "support/stricttest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

const QString anna = u"anna@example.test"_s;
const QString annasPassword = u"anna-demo-Passport"_s;
const QString boris = u"boris@example.test"_s;
const QString borisPassword = u"boris-demo-Passport"_s;

template <typename State> bool isIn(const SignIn &signIn)
{
    return std::holds_alternative<State>(signIn.state());
}

/// All that was logged since, as it would stand in a log file.
class LogCapture {
public:
    LogCapture() { s_former = qInstallMessageHandler(note); }
    ~LogCapture() { qInstallMessageHandler(s_former); }
    [[nodiscard]] static QString &text()
    {
        static QString lines;
        return lines;
    }

private:
    static void note(QtMsgType type, const QMessageLogContext &context, const QString &message)
    {
        text() += message + u'\n';
        s_former(type, context, message);
    }
    static inline QtMessageHandler s_former = nullptr;
};

} // namespace

/// SignIn against the real backend, also when that misbehaves.
class SignInTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void passwordSignsIn_data()
    {
        QTest::addColumn<QString>("login");
        QTest::newRow("e-mail") << anna;
        QTest::newRow("phone") << u"+79000000001"_s;
        QTest::newRow("spaces around") << u"  anna@example.test "_s;
    }
    void passwordSignsIn()
    {
        QFETCH(QString, login);
        const LogCapture log;
        signIn.signIn(login, annasPassword, true);
        QVERIFY(isIn<signin::Checking>(signIn));
        QTRY_VERIFY(isIn<signin::Finished>(signIn));
        const Credentials got = std::get<signin::Finished>(signIn.state()).credentials;
        QVERIFY(got.remember);
        QVERIFY(got.tokens.isBound()); // SR-28
        QCOMPARE(got.tokens.userId, 1);
        QVERIFY(got.key);
        QVERIFY(!log.text().contains(annasPassword)); // SR-31
        QVERIFY(!log.text().contains(got.tokens.accessToken));
        QVERIFY(!log.text().contains(got.tokens.refreshToken));
    }

    void wrongLoginAndWrongPasswordAreOneAnswer() // SR-33
    {
        for (const auto &[login, password] : {std::pair{anna, u"wrong"_s}, {u"nobody@example.test"_s, annasPassword}}) {
            signIn.signIn(login, password, false);
            QTRY_VERIFY(isIn<signin::Editing>(signIn));
            const auto &editing = std::get<signin::Editing>(signIn.state());
            QCOMPARE(editing.error->code, code::wrongCredentials);
            QCOMPARE(editing.error->kind, Error::Kind::Refused);
        }
    }

    void tooManyFailuresCountDown() // SR-36
    {
        for (int i = 0; i < 20 && !isBusy(); ++i) {
            signIn.signIn(anna, u"wrong"_s, false);
            QTRY_VERIFY(isIn<signin::Editing>(signIn));
        }
        QVERIFY(isBusy());
        const auto &editing = std::get<signin::Editing>(signIn.state());
        QVERIFY(editing.busyUntil && !editing.busyUntil->hasExpired());
    }

    void codeIsTheSecondStep() // SR-14, SM-3
    {
        signIn.signIn(boris, borisPassword, false);
        QTRY_VERIFY(isIn<signin::CodeNeeded>(signIn));
        QVERIFY(std::get<signin::CodeNeeded>(signIn.state()).methods.contains(u"totp"_s));
        QVERIFY(!std::get<signin::CodeNeeded>(signIn.state()).error);
        signIn.submitCode(u"totp"_s, u"000000"_s);
        QVERIFY(isIn<signin::CheckingCode>(signIn));
        QTRY_VERIFY(isIn<signin::CodeNeeded>(signIn));
        const Error wrong = std::get<signin::CodeNeeded>(signIn.state()).error.value();
        QCOMPARE(wrong.code, code::wrongCode);
        QCOMPARE(wrong.triesLeft(), 4);
        signIn.submitCode(u"totp"_s, borisCode(backend.clock()));
        QTRY_VERIFY(isIn<signin::Finished>(signIn));
        QCOMPARE(std::get<signin::Finished>(signIn.state()).credentials.tokens.userId, 2);
    }

    void usedUpCodeTriesLeadBackToThePassword()
    {
        signIn.signIn(boris, borisPassword, false);
        QTRY_VERIFY(isIn<signin::CodeNeeded>(signIn));
        for (int i = 0; i < 10 && isIn<signin::CodeNeeded>(signIn); ++i) {
            signIn.submitCode(u"totp"_s, u"000000"_s);
            QTRY_VERIFY(!isIn<signin::CheckingCode>(signIn));
            const auto *needed = std::get_if<signin::CodeNeeded>(&signIn.state());
            if (needed && needed->error->kind == Error::Kind::Busy)
                backend.clock().advance(2min);
        }
        QVERIFY(isIn<signin::Editing>(signIn));
        QVERIFY(std::get<signin::Editing>(signIn.state()).error);
    }

    void lateAnswerToAnAbandonedSignInIsNotHeard()
    {
        backend.faults().add({.kind = Faults::Kind::Delay, .path = "passport.signin", .delay = 100ms});
        signIn.signIn(anna, annasPassword, false);
        signIn.reset();
        QVERIFY(isIn<signin::Editing>(signIn));
        signIn.signIn(anna, u"wrong"_s, false); // answered after the abandoned one
        QTRY_VERIFY(isIn<signin::Editing>(signIn));
        QCOMPARE(std::get<signin::Editing>(signIn.state()).error->code, code::wrongCredentials);
    }

    void faultsKeepThePersonInTheForm_data()
    {
        QTest::addColumn<Faults::Kind>("fault");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<QString>("code");
        QTest::newRow("500") << Faults::Kind::Fail << Error::Kind::Malformed << QString(code::internal);
        QTest::newRow("dropped") << Faults::Kind::DropBefore << Error::Kind::Offline << QString();
        QTest::newRow("dropped mid-body") << Faults::Kind::DropMidBody << Error::Kind::Offline << QString();
        QTest::newRow("garbled") << Faults::Kind::Garble << Error::Kind::Malformed << QString();
        QTest::newRow("html") << Faults::Kind::Html << Error::Kind::Malformed << QString(code::notAPassportServer);
    }
    void faultsKeepThePersonInTheForm()
    {
        QFETCH(Faults::Kind, fault);
        QFETCH(Error::Kind, kind);
        QFETCH(QString, code);
        backend.faults().add({.kind = fault, .path = "passport.signin", .times = Faults::always});
        signIn.signIn(anna, annasPassword, false);
        QTRY_VERIFY(isIn<signin::Editing>(signIn));
        const Error error = std::get<signin::Editing>(signIn.state()).error.value();
        QCOMPARE(error.kind, kind);
        QCOMPARE(error.code, code);
        backend.faults().clear();
        signIn.signIn(anna, annasPassword, false);
        QTRY_VERIFY(isIn<signin::Finished>(signIn));
    }

    void slowServerIsWaitedFor()
    {
        backend.faults().add({.kind = Faults::Kind::Delay, .path = "passport.signin", .delay = 1s});
        signIn.signIn(anna, annasPassword, false);
        QTRY_VERIFY(isIn<signin::Finished>(signIn));
    }

    void cleanup()
    {
        backend.faults().clear();
        backend.clock().advance(2h); // out of the lockout of a test before
        signIn.reset();
    }

private:
    [[nodiscard]] bool isBusy() const
    {
        const auto *editing = std::get_if<signin::Editing>(&signIn.state());
        return editing && editing->error && editing->error->kind == Error::Kind::Busy;
    }

    BackendFixture backend;
    NetworkAccess network;
    ApiClient api{network, backend.url()};
    SignIn signIn{api, thisDevice()};
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::SignInTest)
#include "signintest.moc"
