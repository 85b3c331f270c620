// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "accountfixture.h"
#include "support/stricttest.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

const QString boris = u"boris"_s;
const QString good = u"seven green herons"_s;

RestAnswer start(RestCaller &caller, const QString &login)
{
    return caller.call("passport.recovery.start", {{"login"_L1, login}});
}

RestAnswer finish(RestCaller &caller, const RestAnswer &started, const QString &code, const QString &password = good)
{
    return caller.call(
        "passport.recovery.finish",
        {{"confirmationId"_L1, started.result().value("confirmationId"_L1)},
         {"code"_L1, code},
         {"password"_L1, password},
         {"device"_L1, testDevice()}});
}

} // namespace

/// A forgotten password of somebody who has the second step: it is asked for still, and until then nothing has changed.
class RecoveryStepTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void secondStepStaysAsked();
    void phoneIsNotTwoProofs();
    void newPasswordOutlivesARestart();
    void newPasswordEndsWithItsHalfSignIn();
};

void RecoveryStepTest::secondStepStaysAsked() // SR-40
{
    AccountFixture backend;
    const auto signedIn = backend.signedIn(boris);
    RestCaller caller(backend.port());
    const RestAnswer started = start(caller, backend.login(boris));
    QTRY_COMPARE(backend.lettersTo(backend.login(boris)).size(), 1);
    const RestAnswer asked = finish(caller, started, codeIn(backend.lettersTo(backend.login(boris)).first()));
    QCOMPARE(asked.error(), u"otp_required"_s);
    // Until then nothing has changed: whoever reads the mail alone locks nobody out.
    QCOMPARE(signedIn->call("passport.profile.get").status, 200);
    QCOMPARE(RestCaller(backend.port()).signIn(backend.login(boris), good).error(), u"wrong_credentials"_s);
    QCOMPARE(
        RestCaller(backend.port()).signIn(backend.login(boris), backend.password(boris)).error(), u"otp_required"_s);
    QCOMPARE(backend.audited(u"recovery.finish"_s), 0);
    const QString id = asked.details().value("signInId"_L1).toString();
    QCOMPARE(backend.submitCode(caller, id, u"totp"_s, u"000000"_s).error(), u"wrong_code"_s);
    QCOMPARE(signedIn->call("passport.profile.get").status, 200);
    const RestAnswer done = backend.submitCode(caller, id, u"totp"_s, borisCode(backend.clock(), 1));
    QCOMPARE(done.status, 200);
    caller.take(done.result());
    QCOMPARE(caller.call("passport.profile.get").status, 200);
    QCOMPARE(signedIn->call("passport.profile.get").error(), u"invalid_token"_s);
    QCOMPARE(RestCaller(backend.port()).signIn(backend.login(boris), good).error(), u"otp_required"_s);
    QCOMPARE(
        RestCaller(backend.port()).signIn(backend.login(boris), backend.password(boris)).error(),
        u"wrong_credentials"_s);
    QCOMPARE(backend.audited(u"recovery.finish"_s), 1);
    QTRY_COMPARE(backend.lettersTo(u"+79000000002"_s).size(), 1); // the password changed
}

void RecoveryStepTest::phoneIsNotTwoProofs() // SR-38
{
    AccountFixture backend;
    const QString phone = u"+79000000002"_s;
    RestCaller caller(backend.port());
    const RestAnswer started = start(caller, phone);
    const RestAnswer asked = finish(caller, started, backend.lastCode(phone));
    QCOMPARE(asked.error(), u"otp_required"_s);
    QCOMPARE(texts(asked.details().value("methods"_L1)), QStringList{u"totp"_s});
    const QString id = asked.details().value("signInId"_L1).toString();
    QCOMPARE(caller.call("passport.signin.sms", {{"signInId"_L1, id}}).error(), u"not_allowed"_s);
    QCOMPARE(backend.submitCode(caller, id, u"sms"_s, u"123456"_s).error(), u"not_allowed"_s);
    QCOMPARE(backend.lettersTo(phone).size(), 1);
    // The password that was chosen is good for nothing yet: no other way leads to an SMS either.
    QCOMPARE(caller.signIn(phone, good).error(), u"wrong_credentials"_s);
    QCOMPARE(backend.submitCode(caller, id, u"totp"_s, borisCode(backend.clock())).status, 200);
    // By mail the phone is another proof.
    backend.clock().advance(60s);
    const QString mail = backend.login(boris);
    const RestAnswer byMail = start(caller, mail);
    const auto sent = [&] { return codeAmong(backend.lettersTo(mail)); }; // beside word of the new password
    QTRY_VERIFY(!sent().isEmpty());
    const RestAnswer second = finish(caller, byMail, sent(), u"nine brown owls"_s);
    QCOMPARE(texts(second.details().value("methods"_L1)), QStringList({u"totp"_s, u"sms"_s}));
}

void RecoveryStepTest::newPasswordOutlivesARestart()
{
    AccountFixture backend;
    RestCaller caller(backend.port());
    const QString phone = u"+79000000002"_s;
    const RestAnswer started = start(caller, phone);
    const RestAnswer asked = finish(caller, started, backend.lastCode(phone));
    const QString id = asked.details().value("signInId"_L1).toString();
    backend.kill();
    backend.restart();
    QCOMPARE(RestCaller(backend.port()).signIn(backend.login(boris), good).error(), u"wrong_credentials"_s);
    QCOMPARE(caller.call("passport.signin.sms", {{"signInId"_L1, id}}).error(), u"not_allowed"_s); // as before it
    const RestAnswer done = backend.submitCode(caller, id, u"totp"_s, borisCode(backend.clock()));
    QCOMPARE(done.status, 200);
    caller.take(done.result());
    QCOMPARE(caller.call("passport.profile.get").status, 200);
    QCOMPARE(RestCaller(backend.port()).signIn(backend.login(boris), good).error(), u"otp_required"_s);
    QCOMPARE(backend.audited(u"recovery.finish"_s), 1);
}

void RecoveryStepTest::newPasswordEndsWithItsHalfSignIn()
{
    AccountFixture backend;
    RestCaller caller(backend.port());
    const RestAnswer started = start(caller, backend.login(boris));
    const RestAnswer asked = finish(caller, started, backend.lastCode(backend.login(boris)));
    const QString id = asked.details().value("signInId"_L1).toString();
    backend.kill();
    backend.clock().advance(10min); // as long as it lives
    backend.restart();
    QCOMPARE(backend.submitCode(caller, id, u"totp"_s, borisCode(backend.clock())).error(), u"ticket_gone"_s);
    QCOMPARE(caller.signIn(backend.login(boris), good).error(), u"wrong_credentials"_s);
    QCOMPARE(caller.signIn(backend.login(boris), backend.password(boris)).error(), u"otp_required"_s);
    const auto kept = backend.foundation().store->writeNow([](Db &db) {
        Rows rows = db.select("SELECT count(*) FROM pending_sign_in WHERE new_password IS NOT NULL"_L1);
        return rows.next() ? rows.smallInteger(0) : -1;
    });
    QCOMPARE(kept, 0); // not even its hash
    QCOMPARE(backend.audited(u"recovery.finish"_s), 0);
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::RecoveryStepTest)
#include "recoverystep_test.moc"
