// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/foundation.h"
#include "support/awaited.h"
#include "support/backendfixture.h"
#include "support/restcaller.h"
#include "support/stricttest.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

const QString anna = u"anna@example.test"_s;
const QString annasPassword = u"anna-demo-Passport"_s;
const QString boris = u"boris@example.test"_s;
const QString borissPassword = u"boris-demo-Passport"_s;

/// What an answer says, without what differs from call to call.
QByteArray shapeOf(const RestAnswer &answer)
{
    QJsonObject json = answer.json();
    QJsonObject details = answer.details();
    details.remove("requestId"_L1);
    json.insert("details"_L1, details);
    return QByteArray::number(answer.status) + ' ' + QJsonDocument(json).toJson(QJsonDocument::Compact);
}

RestAnswer submitCode(RestCaller &caller, const QString &signInId, const QString &code)
{
    return caller.call("passport.signin.code", {{"signInId"_L1, signInId}, {"kind"_L1, u"totp"_s}, {"code"_L1, code}});
}

} // namespace

class SignInTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void rightPasswordGivesBoundTokens();
    void phoneIsALoginToo();
    void foreignClientGetsBearerTokens();
    void strangersKeyIsRefused();
    void everyPathCostsOneHash();
    void unknownAndWrongLookAlike();
    void blockedPersonLooksLikeAWrongPassword();
    void delaysGrowAndTellKnownFromUnknownLoginsNothing();
    void knownDeviceKeepsItsOwnAllowance();
    void parallelGuessesGainNothing();
    void floodOfAnAddressCostsNoHashes();
    void aHundredFailuresCloseUntilReopened();
    void codeIsAskedForAndAccepted();
    void codeIsUsedOnce();
    void wrongCodesRunOut();
    void codeOfOtherKindOrStrangerIsRefused();
    void restartForgivesNothing();
    void outdatedHashIsReplaced();
};

void SignInTest::rightPasswordGivesBoundTokens()
{
    BackendFixture backend;
    RestCaller caller(backend.port());
    const RestAnswer answer = caller.signIn(anna, annasPassword);
    QCOMPARE(answer.status, 200);
    const QJsonObject tokens = answer.result();
    QCOMPARE(tokens.value("token_type"_L1).toString(), u"DPoP"_s);
    QCOMPARE(tokens.value("expires_in"_L1).toInt(), 900); // SR-27
    QCOMPARE(tokens.value("user_id"_L1).toInt(), 1);
    QCOMPARE(tokens.value("access_token"_L1).toString().size(), 43);
    QCOMPARE(tokens.value("refresh_token"_L1).toString().size(), 43);
    const QString rest = backend.url().toString() + u"/rest/"_s;
    QCOMPARE(tokens.value("client_endpoint"_L1).toString(), rest);
    QCOMPARE(tokens.value("server_endpoint"_L1).toString(), rest);
    QCOMPARE(tokens.value("domain"_L1).toString(), u"127.0.0.1:%1"_s.arg(backend.port()));
    QCOMPARE(tokens.value("member_id"_L1).toString().size(), 32);

    const RestAnswer profile = caller.call("passport.profile.get");
    QCOMPARE(profile.status, 200); // with the nonce that the sign-in brought: no second try
    QCOMPARE(
        QJsonDocument(profile.result()).toJson(QJsonDocument::Compact),
        QByteArray(R"({"firstName":"Анна","lastName":"Иванова","revision":1})"));
}

void SignInTest::phoneIsALoginToo()
{
    BackendFixture backend;
    RestCaller caller(backend.port());
    QCOMPARE(caller.signIn(u" +7 (900) 000-00-01 "_s, annasPassword).status, 200);
    QCOMPARE(caller.signIn(u"Anna@Example.TEST"_s, annasPassword).status, 200);
}

void SignInTest::foreignClientGetsBearerTokens()
{
    BackendFixture backend;
    RestCaller caller(backend.port());
    QCOMPARE(caller.signIn(anna, annasPassword, false).result().value("token_type"_L1).toString(), u"Bearer"_s);
    QCOMPARE(caller.call("passport.profile.get").status, 200);
}

void SignInTest::strangersKeyIsRefused()
{
    BackendFixture backend;
    RestCaller caller(backend.port());
    // A point of small order: nothing can be sealed to it (api.md 9).
    const QJsonObject parameters{
        {"login"_L1, anna},
        {"password"_L1, annasPassword},
        {"device"_L1, testDevice()},
        {"key"_L1, u"AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"_s}};
    const RestAnswer answer = caller.call("passport.signin", parameters);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.details().value("key"_L1).toString(), u"key"_s);
}

void SignInTest::everyPathCostsOneHash() // SR-33
{
    BackendFixture backend;
    RestCaller caller(backend.port());
    qint64 before = 0;
    const auto hashes = [&] {
        const qint64 made = backend.foundation().hasher.hashesMade();
        return made - std::exchange(before, made);
    };
    (void)hashes();
    caller.signIn(anna, annasPassword);
    QCOMPARE(hashes(), 1);
    caller.signIn(anna, u"wrong"_s);
    QCOMPARE(hashes(), 1);
    caller.signIn(u"nobody@example.test"_s, u"wrong"_s);
    QCOMPARE(hashes(), 1);
    caller.signIn(boris, borissPassword); // a second step is due
    QCOMPARE(hashes(), 1);
    for (int i = 0; i < 5; ++i)
        caller.signIn(u"gleb@example.test"_s, u"wrong"_s);
    (void)hashes();
    QCOMPARE(caller.signIn(u"gleb@example.test"_s, u"gleb-demo-Passport"_s).error(), u"too_many"_s);
    QCOMPARE(hashes(), 1);
}

void SignInTest::unknownAndWrongLookAlike() // SR-33
{
    BackendFixture backend;
    RestCaller caller(backend.port());
    const QByteArray wrong = shapeOf(caller.signIn(anna, u"wrong"_s));
    QCOMPARE(
        wrong,
        QByteArray(R"(403 {"details":{},"error":"wrong_credentials",)"
                   R"("error_description":"The login or the password is wrong."})"));
    QCOMPARE(shapeOf(caller.signIn(u"nobody@example.test"_s, u"wrong"_s)), wrong);
    QCOMPARE(shapeOf(caller.signIn(u"+79990000000"_s, u"wrong"_s)), wrong);
    QCOMPARE(shapeOf(caller.signIn(u""_s, u""_s)), wrong);
}

void SignInTest::blockedPersonLooksLikeAWrongPassword()
{
    BackendFixture backend;
    RestCaller caller(backend.port());
    backend.foundation().store->writeNow([](Db &db) { setBlocked(db, 1, true); });
    QCOMPARE(shapeOf(caller.signIn(anna, annasPassword)), shapeOf(caller.signIn(u"nobody@example.test"_s, u"x"_s)));
}

void SignInTest::delaysGrowAndTellKnownFromUnknownLoginsNothing() // SR-36
{
    BackendFixture backend;
    backend.clock().stop();
    RestCaller caller(backend.port());
    for (const QString &login : {anna, u"nobody@example.test"_s}) {
        for (int i = 0; i < 5; ++i)
            QCOMPARE(caller.signIn(login, u"wrong"_s).error(), u"wrong_credentials"_s);
        int expected = 1;
        for (int i = 0; i < 4; ++i) {
            const RestAnswer refused = caller.signIn(login, login == anna ? annasPassword : u"wrong"_s);
            QCOMPARE(refused.status, 429);
            QCOMPARE(refused.error(), u"too_many"_s);
            QCOMPARE(refused.details().value("retryAfter"_L1).toInt(), expected);
            QCOMPARE(refused.header("Retry-After"), QByteArray::number(expected));
            backend.clock().advance(std::chrono::seconds(expected));
            QCOMPARE(caller.signIn(login, u"wrong"_s).error(), u"wrong_credentials"_s);
            expected *= 2;
        }
    }
    backend.clock().advance(60s); // the longest delay
    QCOMPARE(caller.signIn(anna, annasPassword).status, 200);
}

void SignInTest::knownDeviceKeepsItsOwnAllowance() // SR-36
{
    BackendFixture backend;
    backend.clock().stop();
    RestCaller owner(backend.port());
    QCOMPARE(owner.signIn(anna, annasPassword).status, 200);
    // Somebody elsewhere (another device here: the fixture has one address) guesses until he is slowed down.
    const QJsonObject stranger{
        {"login"_L1, anna}, {"password"_L1, u"wrong"_s}, {"device"_L1, testDevice(u"attacker"_s)}};
    for (int i = 0; i < 5; ++i)
        QCOMPARE(owner.call("passport.signin", stranger).error(), u"wrong_credentials"_s);
    QCOMPARE(owner.call("passport.signin", stranger).error(), u"too_many"_s);
    QCOMPARE(owner.signIn(anna, annasPassword).status, 200);
}

void SignInTest::parallelGuessesGainNothing() // SR-36
{
    BackendFixture backend;
    Foundation &foundation = backend.foundation();
    PasswordAttempt attempt;
    attempt.login = anna;
    attempt.password = annasPassword;
    attempt.address = u"192.0.2.1"_s;
    // Six guesses have been hashed before any is settled; the right one is the last.
    std::vector<PasswordSignIn::Verdict> verdicts;
    for (int i = 0; i < 6; ++i) {
        PasswordAttempt guess = attempt;
        if (i < 5)
            guess.password = u"wrong"_s;
        verdicts.push_back(*awaited(foundation.passwords.weigh(guess)));
    }
    QStringList answers;
    foundation.store->writeNow([&](Db &db) {
        for (const auto &verdict : verdicts) {
            const Result<UserRow> user = foundation.passwords.settle(db, verdict);
            answers.append(user ? u"in"_s : user.error().code);
        }
    });
    QCOMPARE(answers.mid(0, 5), QStringList(5, u"wrong_credentials"_s));
    QCOMPARE(answers.last(), u"too_many"_s);
}

/// Guesses at logins of nobody cannot take the hashing threads from everybody else.
void SignInTest::floodOfAnAddressCostsNoHashes() // SR-36
{
    BackendFixture backend;
    backend.clock().stop();
    RestCaller caller(backend.port());
    for (int i = 0; i < 30; ++i)
        QCOMPARE(caller.signIn(u"nobody%1"_s.arg(i), u"wrong"_s).error(), u"wrong_credentials"_s);
    const qint64 before = backend.foundation().hasher.hashesMade();
    for (int i = 0; i < 20; ++i)
        QCOMPARE(caller.signIn(u"other%1"_s.arg(i), u"wrong"_s).error(), u"too_many"_s);
    QCOMPARE(backend.foundation().hasher.hashesMade(), before);
    backend.clock().advance(1s);
    QCOMPARE(caller.signIn(anna, annasPassword).status, 200);
}

void SignInTest::aHundredFailuresCloseUntilReopened() // SR-36
{
    BackendFixture backend;
    RestCaller caller(backend.port());
    Store &store = *backend.foundation().store;
    QCOMPARE(caller.signIn(anna, u"wrong"_s).error(), u"wrong_credentials"_s);
    store.writeNow([](Db &db) { db.run("UPDATE failure SET in_a_row = 100 WHERE scope LIKE 'login:%'"_L1); });
    backend.clock().advance(24h);
    QCOMPARE(caller.signIn(anna, annasPassword).error(), u"too_many"_s);
    const Audit &audit = backend.foundation().audit;
    QVERIFY(store.writeNow([&](Db &db) { return PasswordSignIn::isClosed(db, audit, 1); }));
    store.writeNow([&](Db &db) { PasswordSignIn::reopen(db, audit, 1); });
    QVERIFY(!store.writeNow([&](Db &db) { return PasswordSignIn::isClosed(db, audit, 1); }));
    QCOMPARE(caller.signIn(anna, annasPassword).status, 200);
}

void SignInTest::codeIsAskedForAndAccepted()
{
    BackendFixture backend;
    RestCaller caller(backend.port());
    const RestAnswer asked = caller.signIn(boris, borissPassword);
    QCOMPARE(asked.status, 403);
    QCOMPARE(asked.error(), u"otp_required"_s);
    QCOMPARE(asked.details().value("methods"_L1).toArray(), (QJsonArray{u"totp"_s, u"sms"_s}));
    const QString signInId = asked.details().value("signInId"_L1).toString();
    QCOMPARE(signInId.size(), 43);

    const RestAnswer tokens = submitCode(caller, signInId, borisCode(backend.clock()));
    QCOMPARE(tokens.status, 200);
    QCOMPARE(tokens.result().value("token_type"_L1).toString(), u"DPoP"_s); // to the key of the first call
    caller.take(tokens.result());
    QCOMPARE(caller.call("passport.profile.get").result().value("firstName"_L1).toString(), u"Борис"_s);
    QCOMPARE(submitCode(caller, signInId, borisCode(backend.clock(), 1)).error(), u"ticket_gone"_s);
}

void SignInTest::codeIsUsedOnce() // SR-37
{
    BackendFixture backend;
    backend.clock().stop();
    RestCaller caller(backend.port());
    const auto signInId
        = [&] { return caller.signIn(boris, borissPassword).details().value("signInId"_L1).toString(); };
    const QString code = borisCode(backend.clock());
    QCOMPARE(submitCode(caller, signInId(), code).status, 200);
    const RestAnswer again = submitCode(caller, signInId(), code);
    QCOMPARE(again.status, 422);
    QCOMPARE(again.error(), u"wrong_code"_s);
    // Nor may one go back; one step ahead is within the window.
    QCOMPARE(submitCode(caller, signInId(), borisCode(backend.clock(), -1)).error(), u"wrong_code"_s);
    QCOMPARE(submitCode(caller, signInId(), borisCode(backend.clock(), 2)).error(), u"wrong_code"_s);
    QCOMPARE(submitCode(caller, signInId(), borisCode(backend.clock(), 1)).status, 200);
}

void SignInTest::wrongCodesRunOut() // SR-37
{
    BackendFixture backend;
    backend.clock().stop();
    RestCaller caller(backend.port());
    const QString signInId = caller.signIn(boris, borissPassword).details().value("signInId"_L1).toString();
    for (int left = 4; left >= 0; --left) {
        const RestAnswer wrong = submitCode(caller, signInId, u"x"_s);
        QCOMPARE(wrong.error(), u"wrong_code"_s);
        QCOMPARE(wrong.details().value("triesLeft"_L1).toInt(-1), left);
    }
    QCOMPARE(submitCode(caller, signInId, borisCode(backend.clock())).error(), u"ticket_gone"_s);
    // Starting again does not give five more tries at once.
    const QString next = caller.signIn(boris, borissPassword).details().value("signInId"_L1).toString();
    QCOMPARE(submitCode(caller, next, borisCode(backend.clock())).error(), u"too_many"_s);
    backend.clock().advance(1s);
    QCOMPARE(submitCode(caller, next, borisCode(backend.clock())).status, 200);
}

void SignInTest::codeOfOtherKindOrStrangerIsRefused()
{
    BackendFixture backend;
    RestCaller caller(backend.port());
    const QString signInId = caller.signIn(boris, borissPassword).details().value("signInId"_L1).toString();
    const auto submit = [&](const QString &id, const QString &kind) {
        return caller.call(
            "passport.signin.code", {{"signInId"_L1, id}, {"kind"_L1, kind}, {"code"_L1, borisCode(backend.clock())}});
    };
    QCOMPARE(submit(signInId, u"sms"_s).error(), u"not_allowed"_s);
    QCOMPARE(submit(QString(43, u'A'), u"totp"_s).error(), u"ticket_gone"_s);
    QCOMPARE(submit(u""_s, u"totp"_s).error(), u"ticket_gone"_s);
    backend.clock().advance(10min);
    QCOMPARE(submit(signInId, u"totp"_s).error(), u"ticket_gone"_s);
}

void SignInTest::restartForgivesNothing()
{
    BackendFixture backend;
    RestCaller caller(backend.port());
    const QString signInId = caller.signIn(boris, borissPassword).details().value("signInId"_L1).toString();
    QCOMPARE(submitCode(caller, signInId, u"000"_s).details().value("triesLeft"_L1).toInt(), 4);
    for (int i = 0; i < 5; ++i)
        caller.signIn(anna, u"wrong"_s);
    backend.restart();
    QCOMPARE(caller.signIn(anna, annasPassword).error(), u"too_many"_s);
    QCOMPARE(submitCode(caller, signInId, u"000"_s).details().value("triesLeft"_L1).toInt(), 3);
    QCOMPARE(submitCode(caller, signInId, borisCode(backend.clock())).status, 200);
}

void SignInTest::outdatedHashIsReplaced() // SR-34
{
    BackendFixture backend;
    Foundation &foundation = backend.foundation();
    const Hasher stronger({.cost = {.memoryBytes = 16384, .passes = 2}, .threads = 1});
    const QByteArray old = stronger.hashNow(annasPassword.toUtf8());
    QVERIFY(old.startsWith("$argon2id$v=19$m=16,t=2,p=1$"));
    foundation.store->writeNow([&old](Db &db) { setPasswordHash(db, 1, old); });
    RestCaller caller(backend.port());
    QCOMPARE(caller.signIn(anna, annasPassword).status, 200);
    const QByteArray now = foundation.store->writeNow([](Db &db) { return userById(db, 1)->passwordHash; });
    QVERIFY(now.startsWith("$argon2id$v=19$m=8,t=1,p=1$"));
    QCOMPARE(caller.signIn(anna, annasPassword).status, 200);
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::SignInTest)
#include "signin_test.moc"
