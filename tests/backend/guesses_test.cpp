// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "accountfixture.h"
#include "backend/portalhands.h"
#include "support/stricttest.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

const QString anna = u"anna"_s;
const QString boris = u"boris"_s;
const QString good = u"seven green herons"_s;
constexpr std::chrono::seconds day = 24h;

RestAnswer start(RestCaller &caller, const QString &login)
{
    return caller.call("passport.recovery.start", {{"login"_L1, login}});
}

RestAnswer finish(RestCaller &caller, const RestAnswer &started, const QString &code)
{
    return caller.call(
        "passport.recovery.finish",
        {{"confirmationId"_L1, started.result().value("confirmationId"_L1)},
         {"code"_L1, code},
         {"password"_L1, good},
         {"device"_L1, testDevice()}});
}

/// The seconds that "too many" names, the same in the header as in the details; else what came instead, below zero.
std::chrono::seconds waitIn(const RestAnswer &refused)
{
    const int told = refused.details().value("retryAfter"_L1).toInt(-1);
    const bool alike = refused.header("retry-after").toInt() == told;
    return std::chrono::seconds(refused.status == 429 && refused.error() == "too_many"_L1 && alike ? told : -1);
}

/// So many wrong codes for one login, three to a message, spread as one who guesses would: a message a minute.
void guess(AccountFixture &backend, RestCaller &caller, const QString &login, int guesses)
{
    RestAnswer started;
    for (int i = 0; i < guesses; ++i) {
        if (i % 3 == 0) {
            backend.clock().advance(1min);
            started = start(caller, login);
        }
        QCOMPARE(finish(caller, started, u"x"_s).error(), u"wrong_code"_s);
    }
}

QString halfIn(AccountFixture &backend, RestCaller &caller)
{
    const RestAnswer asked = caller.signIn(backend.login(boris), backend.password(boris));
    return asked.details().value("signInId"_L1).toString();
}

/// Wrong codes for Boris's second step, each after the longest delay that those before it cost.
void guessSecondStep(AccountFixture &backend, RestCaller &caller, int guesses, const QString &kind = u"totp"_s)
{
    constexpr int tries = 5; // of one half sign-in
    QString id;
    for (int i = 0; i < guesses; ++i) {
        backend.clock().advance(1min);
        if (i % tries == 0)
            id = halfIn(backend, caller);
        QCOMPARE(backend.submitCode(caller, id, kind, u"0000-0000"_s).error(), u"wrong_code"_s);
    }
}

} // namespace

/// Codes of six digits that somebody guesses patiently: every day has room for a few wrong ones only.
class GuessesTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void recoveryHasADailyEnd_data();
    void recoveryHasADailyEnd();
    void secondStepHasADailyEnd();
    void everyKindOfCodeCounts();
    void administratorOpensAgain();
};

void GuessesTest::recoveryHasADailyEnd_data()
{
    QTest::addColumn<QString>("login");
    QTest::newRow("known") << AccountFixture::login(anna);
    QTest::newRow("nobody's") << u"nobody@example.test"_s; // SR-33: the same for both
}

void GuessesTest::recoveryHasADailyEnd() // SR-38
{
    QFETCH(const QString, login);
    AccountFixture backend;
    backend.clock().stop();
    RestCaller caller(backend.port());
    // A letter whose code has run out before it went is not sent: time passes when it has.
    const auto sent = [&](int letters) {
        const qsizetype expected = login == backend.login(anna) ? letters : 0;
        QTRY_COMPARE(backend.lettersTo(login).size(), expected);
    };
    guess(backend, caller, login, 12);
    sent(4);
    backend.clock().advance(1h); // five messages an hour
    const RestAnswer last = start(caller, login);
    sent(5);
    for (int i = 0; i < 2; ++i)
        QCOMPARE(finish(caller, last, u"x"_s).error(), u"wrong_code"_s);
    backend.clock().advance(1min);
    const RestAnswer living = start(caller, login);
    QCOMPARE(living.status, 200);
    QCOMPARE(finish(caller, living, u"x"_s).error(), u"wrong_code"_s);
    // Fifteen. The message has two tries left, but no code is judged now, not even the right one.
    const std::chrono::seconds wait = day - 3min - 1h - 1min;
    QCOMPARE(waitIn(finish(caller, living, u"x"_s)), wait);
    sent(6);
    if (login == backend.login(anna))
        QCOMPARE(waitIn(finish(caller, living, codeIn(backend.lettersTo(login).last()))), wait);
    backend.restart(); // which forgives nothing
    QCOMPARE(waitIn(start(caller, login)), wait);
    QCOMPARE(start(caller, backend.login(boris)).status, 200); // others are not held up
    backend.clock().advance(wait - 1s);
    QCOMPARE(waitIn(start(caller, login)), 1s);
    backend.clock().advance(1min); // a message a minute, the refused ones too
    const RestAnswer again = start(caller, login);
    QCOMPARE(again.status, 200);
    QCOMPARE(finish(caller, again, u"x"_s).error(), u"wrong_code"_s);
}

void GuessesTest::secondStepHasADailyEnd() // SR-37
{
    AccountFixture backend;
    backend.clock().stop();
    RestCaller caller(backend.port());
    guessSecondStep(backend, caller, 12);
    backend.clock().advance(1min);
    // The owner's own code ends the row of failures; the day does not forget them.
    QCOMPARE(backend.submitCode(caller, halfIn(backend, caller), u"totp"_s, borisCode(backend.clock())).status, 200);
    guessSecondStep(backend, caller, 8);
    backend.clock().advance(1min);
    const std::chrono::seconds wait = day - 21min;
    const QString id = halfIn(backend, caller);
    QCOMPARE(waitIn(backend.submitCode(caller, id, u"totp"_s, borisCode(backend.clock()))), wait);
    backend.restart();
    QCOMPARE(waitIn(backend.submitCode(caller, id, u"totp"_s, borisCode(backend.clock()))), wait);
    backend.clock().advance(wait);
    QCOMPARE(backend.submitCode(caller, halfIn(backend, caller), u"totp"_s, borisCode(backend.clock())).status, 200);
    QCOMPARE(backend.audited(u"signin.fail"_s), 20); // refused ones were no guesses
}

void GuessesTest::everyKindOfCodeCounts() // SR-37, SR-39
{
    AccountFixture backend;
    backend.clock().stop();
    const auto owner = backend.bornFromQr(2);
    QCOMPARE(owner->call("passport.stepup", {{"code"_L1, borisCode(backend.clock())}}).status, 200);
    const RestAnswer made = owner->call("passport.recoverycodes.create");
    const QString code = texts(made.result().value("recoveryCodes"_L1)).value(0);
    RestCaller caller(backend.port());
    guessSecondStep(backend, caller, 14);
    guessSecondStep(backend, caller, 6, u"recovery"_s);
    backend.clock().advance(1min);
    QVERIFY(waitIn(backend.submitCode(caller, halfIn(backend, caller), u"recovery"_s, code)) > 23h);
    const auto another = backend.bornFromQr(2);
    QVERIFY(waitIn(another->call("passport.stepup", {{"code"_L1, code}})) > 23h);
    const QString id = halfIn(backend, caller);
    QCOMPARE(caller.call("passport.signin.sms", {{"signInId"_L1, id}}).status, 200);
    const auto sent = [&] { return codeAmong(backend.lettersTo(u"+79000000002"_s)); };
    QTRY_VERIFY(!sent().isEmpty());
    QVERIFY(waitIn(backend.submitCode(caller, id, u"sms"_s, sent())) > 23h);
}

void GuessesTest::administratorOpensAgain()
{
    AccountFixture backend;
    backend.clock().stop();
    RestCaller caller(backend.port());
    guess(backend, caller, backend.login(boris), 15);
    guessSecondStep(backend, caller, 20);
    backend.clock().advance(1h);
    QVERIFY(waitIn(start(caller, backend.login(boris))) > 22h);
    QVERIFY(portalhands::run(backend, u"user unblock "_s + backend.login(boris)));
    backend.clock().advance(1min);
    QCOMPARE(start(caller, backend.login(boris)).status, 200);
    QCOMPARE(backend.submitCode(caller, halfIn(backend, caller), u"totp"_s, borisCode(backend.clock())).status, 200);
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::GuessesTest)
#include "guesses_test.moc"
