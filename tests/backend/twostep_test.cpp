// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "accountfixture.h"
#include "backend/portals/portalstore.h"
#include "support/stricttest.h"

#include <QSet>
#include <QUrlQuery>
#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

const QString anna = u"anna"_s;
const QString boris = u"boris"_s;

QString codeOf(const QString &secret, const Clock &clock, int stepsLater = 0)
{
    return totp::codeAt(totp::secretFromBase32(secret), totp::stepAt(clock.nowMs()) + stepsLater);
}

QStringList methodsIn(const RestAnswer &refused)
{
    return texts(refused.details().value("methods"_L1));
}

} // namespace

/// The second step as its owner sets it up, uses it and turns it off, and the proofs that changes ask for.
class TwoStepTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void setUpShowsASecretAndTurnsNothingOn();
    void enablingGivesTenCodesEachGoodOnce();
    void wrongCodesWhileSettingUpRunOut();
    void theDatabaseShowsNoCode();
    void newCodesKillTheOld();
    void disablingAsksForAFactor();
    void everyChangeAsksForAProof();
    void proofLastsFiveMinutes();
    void guessedCodesAreSlowedDown();
    void guessedPasswordsAreSlowedDown();
    void sessionFromQrNeedsTheFactor();
    void sessionFromQrWithoutFactorNeedsThePassword();
};

void TwoStepTest::setUpShowsASecretAndTurnsNothingOn()
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    QCOMPARE(backend.stepUp(*caller, anna).result().value("secondsLeft"_L1).toInt(), 300);
    const QJsonObject setUp = caller->call("passport.otp.setup").result();
    const QString secret = setUp.value("secret"_L1).toString();
    QCOMPARE(totp::secretFromBase32(secret).size(), 20); // SR-37: 160 bits
    QCOMPARE(totp::base32OfSecret(totp::secretFromBase32(secret)), secret);
    const QUrl uri(setUp.value("uri"_L1).toString());
    QCOMPARE(uri.scheme() + uri.host() + uri.path(), u"otpauthtotp/Passport:anna@example.test"_s);
    QCOMPARE(QUrlQuery(uri).queryItemValue(u"secret"_s), secret);
    const QJsonObject summary = caller->call("passport.security.get").result();
    QCOMPARE(summary.value("twoStep"_L1).toBool(true), false);
    QCOMPARE(RestCaller(backend.port()).signIn(backend.login(anna), backend.password(anna)).status, 200);
    // Asked for once more, the first secret is void.
    caller->call("passport.otp.setup");
    QCOMPARE(
        caller->call("passport.otp.enable", {{"code"_L1, codeOf(secret, backend.clock())}}).error(), u"wrong_code"_s);
}

void TwoStepTest::enablingGivesTenCodesEachGoodOnce() // SR-39
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    backend.stepUp(*caller, anna);
    const QString secret = caller->call("passport.otp.setup").result().value("secret"_L1).toString();
    const RestAnswer enabled = caller->call("passport.otp.enable", {{"code"_L1, codeOf(secret, backend.clock())}});
    QCOMPARE(enabled.status, 200);
    const QStringList codes = texts(enabled.result().value("recoveryCodes"_L1));
    QCOMPARE(QSet<QString>(codes.begin(), codes.end()).size(), 10);
    QCOMPARE(caller->call("passport.security.get").result().value("recoveryCodesLeft"_L1).toInt(), 10);
    QCOMPARE(backend.audited(u"otp.enable"_s), 1);
    QTRY_COMPARE(backend.lettersTo(backend.login(anna)).size(), 1); // SR-40

    RestCaller other(backend.port());
    const auto halfIn = [&] {
        const RestAnswer asked = other.signIn(backend.login(anna), backend.password(anna));
        return asked.details().value("signInId"_L1).toString();
    };
    const RestAnswer asked = other.signIn(backend.login(anna), backend.password(anna));
    QCOMPARE(methodsIn(asked), QStringList({u"totp"_s, u"recovery"_s, u"sms"_s}));
    // As somebody types it from paper.
    const QString typed = QString(codes.at(3)).toUpper().replace(u'-', u' ').replace(u'0', u'O');
    QCOMPARE(backend.submitCode(other, halfIn(), u"recovery"_s, typed).status, 200);
    QCOMPARE(backend.submitCode(other, halfIn(), u"recovery"_s, codes.at(3)).error(), u"wrong_code"_s);
    QCOMPARE(backend.submitCode(other, halfIn(), u"recovery"_s, codes.at(4)).status, 200);
    QCOMPARE(caller->call("passport.security.get").result().value("recoveryCodesLeft"_L1).toInt(), 8);
    // The third one for a step-up: each leaves a trace, and the person hears how many are left (SR-40).
    QCOMPARE(caller->call("passport.stepup", {{"code"_L1, codes.at(5)}}).status, 200);
    QCOMPARE(backend.audited(u"recoverycodes.use"_s), 3);
    const auto told = [&](const QByteArray &left) {
        const QByteArrayList letters = backend.lettersTo(backend.login(anna));
        return std::ranges::any_of(letters, [&](const QByteArray &letter) { return letter.contains(left); });
    };
    QTRY_VERIFY(told("left: 8") && told("left: 7"));
    // The code that turned it on is used up; the next one is good.
    const QString next = codeOf(secret, backend.clock(), 1);
    QCOMPARE(backend.submitCode(other, halfIn(), u"totp"_s, next).status, 200);
}

void TwoStepTest::wrongCodesWhileSettingUpRunOut() // SR-37
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    backend.stepUp(*caller, anna);
    QCOMPARE(caller->call("passport.otp.enable", {{"code"_L1, u"123456"_s}}).error(), u"ticket_gone"_s);
    const QString secret = caller->call("passport.otp.setup").result().value("secret"_L1).toString();
    const qint64 before = backend.foundation().hasher.hashesMade();
    for (int left = 4; left >= 0; --left) {
        const RestAnswer wrong = caller->call("passport.otp.enable", {{"code"_L1, u"x"_s}});
        QCOMPARE(wrong.status, 422);
        QCOMPARE(wrong.details().value("triesLeft"_L1).toInt(-1), left);
    }
    QCOMPARE(backend.foundation().hasher.hashesMade(), before); // no recovery codes for guesses
    const QString right = codeOf(secret, backend.clock());
    QCOMPARE(caller->call("passport.otp.enable", {{"code"_L1, right}}).error(), u"ticket_gone"_s);
    QCOMPARE(caller->call("passport.security.get").result().value("twoStep"_L1).toBool(true), false);
}

void TwoStepTest::theDatabaseShowsNoCode() // SR-39
{
    AccountFixture backend;
    const auto caller = backend.signedIn(boris);
    backend.stepUp(*caller, boris);
    const QJsonObject named{{"idempotencyKey"_L1, u"0123456789abcdef"_s}};
    const RestAnswer made = caller->call("passport.recoverycodes.create", named);
    const QStringList codes = texts(made.result().value("recoveryCodes"_L1));
    QCOMPARE(codes.size(), 10);
    // The lost answer comes again, and from memory alone.
    QCOMPARE(texts(caller->call("passport.recoverycodes.create", named).result().value("recoveryCodes"_L1)), codes);
    const QString copy = backend.folder() + u"/copy.db"_s;
    backend.foundation().store->backup(copy);
    QFile file(copy);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray database = file.readAll();
    QVERIFY(database.contains("recovery_code"));
    for (const QString &code : codes) {
        QVERIFY(!database.contains(code.toLatin1()));
        QVERIFY(!database.contains(QString(code).remove(u'-').toLatin1()));
    }
}

void TwoStepTest::newCodesKillTheOld() // SR-39
{
    AccountFixture backend;
    const auto caller = backend.signedIn(boris);
    backend.stepUp(*caller, boris);
    const QString old = texts(caller->call("passport.recoverycodes.create").result().value("recoveryCodes"_L1)).first();
    const QString fresh
        = texts(caller->call("passport.recoverycodes.create").result().value("recoveryCodes"_L1)).first();
    QCOMPARE(caller->call("passport.stepup", {{"code"_L1, old}}).error(), u"wrong_code"_s);
    QCOMPARE(caller->call("passport.stepup", {{"code"_L1, fresh}}).status, 200);
    QTRY_COMPARE(backend.lettersTo(backend.login(boris)).size(), 3); // SR-40: he hears of each, and of the one used
}

void TwoStepTest::disablingAsksForAFactor()
{
    AccountFixture backend;
    const auto caller = backend.signedIn(boris);
    QCOMPARE(backend.stepUp(*caller, boris).status, 200); // a password, which is not enough here
    const RestAnswer refused = caller->call("passport.otp.disable");
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.error(), u"stepup_required"_s);
    QCOMPARE(methodsIn(refused), QStringList({u"totp"_s, u"recovery"_s}));
    QCOMPARE(caller->call("passport.stepup", {{"code"_L1, borisCode(backend.clock(), 1)}}).status, 200);
    QCOMPARE(caller->call("passport.otp.disable").status, 200);
    QCOMPARE(backend.audited(u"otp.disable"_s), 1);
    QCOMPARE(RestCaller(backend.port()).signIn(backend.login(boris), backend.password(boris)).status, 200);
    QCOMPARE(caller->call("passport.otp.disable").error(), u"not_allowed"_s);
    QCOMPARE(caller->call("passport.recoverycodes.create").error(), u"not_allowed"_s);
}

void TwoStepTest::everyChangeAsksForAProof() // SR-40
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    const QList<QPair<QByteArray, QJsonObject>> calls{
        {"passport.otp.setup", {}}, {"passport.otp.enable", {{"code"_L1, u"123456"_s}}}};
    for (const auto &[method, parameters] : calls) {
        const RestAnswer refused = caller->call(method, parameters);
        QCOMPARE(refused.status, 403);
        QCOMPARE(refused.error(), u"stepup_required"_s);
        QCOMPARE(methodsIn(refused), QStringList{u"password"_s});
    }
    const auto other = backend.signedIn(boris);
    QCOMPARE(other->call("passport.recoverycodes.create").error(), u"stepup_required"_s);
    // Neither or both are no proof.
    QCOMPARE(caller->call("passport.stepup").status, 400);
    QCOMPARE(caller->call("passport.stepup", {{"code"_L1, u"1"_s}, {"password"_L1, u"2"_s}}).status, 400);
    QCOMPARE(caller->call("passport.stepup", {{"code"_L1, u"123456"_s}}).error(), u"not_allowed"_s);
}

void TwoStepTest::proofLastsFiveMinutes() // SR-40
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    const auto another = backend.signedIn(anna);
    backend.stepUp(*caller, anna);
    QCOMPARE(another->call("passport.otp.setup").error(), u"stepup_required"_s); // it is of one session
    backend.clock().advance(290s);
    QCOMPARE(caller->call("passport.otp.setup").status, 200);
    backend.clock().advance(10s);
    QCOMPARE(caller->call("passport.otp.setup").error(), u"stepup_required"_s);
    QCOMPARE(caller->call("passport.security.get").result().value("stepUpSecondsLeft"_L1).toInt(-1), 0);
}

void TwoStepTest::guessedCodesAreSlowedDown() // SR-37
{
    AccountFixture backend;
    backend.clock().stop();
    const auto caller = backend.signedIn(boris);
    // Four in one step, a replayed one among them, and then no more.
    const QString replayed = borisCode(backend.clock());
    for (int left = 4; left >= 0; --left) {
        const RestAnswer wrong = caller->call("passport.stepup", {{"code"_L1, left == 2 ? replayed : u"000000"_s}});
        QCOMPARE(wrong.error(), u"wrong_code"_s);
        QCOMPARE(wrong.details().value("triesLeft"_L1).toInt(-1), left);
    }
    const QString right = borisCode(backend.clock(), 1);
    const RestAnswer refused = caller->call("passport.stepup", {{"code"_L1, right}});
    QCOMPARE(refused.status, 429);
    QCOMPARE(refused.details().value("retryAfter"_L1).toInt(), 1);
    backend.clock().advance(1s);
    QCOMPARE(caller->call("passport.stepup", {{"code"_L1, right}}).status, 200);
    QCOMPARE(backend.audited(u"stepup.fail"_s), 5);
}

void TwoStepTest::guessedPasswordsAreSlowedDown() // SR-36
{
    AccountFixture backend;
    backend.clock().stop();
    const auto caller = backend.signedIn(anna);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(caller->call("passport.stepup", {{"password"_L1, u"wrong"_s}}).error(), u"wrong_credentials"_s);
    QCOMPARE(backend.stepUp(*caller, anna).error(), u"too_many"_s);
    // The thief of a session does not lock the owner's sign-in.
    QCOMPARE(RestCaller(backend.port()).signIn(backend.login(anna), backend.password(anna)).status, 200);
    backend.clock().advance(1s);
    QCOMPARE(backend.stepUp(*caller, anna).status, 200);
}

void TwoStepTest::sessionFromQrNeedsTheFactor() // SR-18
{
    AccountFixture backend;
    const auto caller = backend.bornFromQr(2);
    QCOMPARE(backend.stepUp(*caller, boris).status, 200);
    const RestAnswer refused = caller->call("passport.recoverycodes.create");
    QCOMPARE(refused.error(), u"stepup_required"_s);
    QCOMPARE(methodsIn(refused), QStringList({u"totp"_s, u"recovery"_s}));
    QCOMPARE(caller->call("passport.stepup", {{"code"_L1, borisCode(backend.clock())}}).status, 200);
    QCOMPARE(caller->call("passport.recoverycodes.create").status, 200);
}

void TwoStepTest::sessionFromQrWithoutFactorNeedsThePassword() // SR-18
{
    AccountFixture backend;
    const auto caller = backend.bornFromQr(1);
    QCOMPARE(methodsIn(caller->call("passport.otp.setup")), QStringList{u"password"_s});
    // The same proof opens the portal whose own QR switch is off (api.md 5).
    const QString sklad
        = backend.foundation().store->writeNow([](Db &db) { return portalByAddress(db, u"sklad"_s)->id.toString(); });
    const QJsonObject there{{"memberId"_L1, sklad}};
    QCOMPARE(caller->call("passport.portals.switch", there).error(), u"stepup_required"_s);
    backend.stepUp(*caller, anna);
    QCOMPARE(caller->call("passport.otp.setup").status, 200);
    QCOMPARE(caller->call("passport.portals.switch", there).status, 200);
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::TwoStepTest)
#include "twostep_test.moc"
