// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "accountfixture.h"
#include "support/stricttest.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

const QString anna = u"anna"_s;
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

/// The id of one's own contact.
QString contactId(RestCaller &caller, const QString &value)
{
    for (const QJsonValue &item : caller.call("passport.contacts.list").result().value("items"_L1).toArray()) {
        if (item.toObject().value("value"_L1).toString() == value)
            return item.toObject().value("id"_L1).toString();
    }
    return {};
}

/// What an answer says, without what differs from call to call.
QByteArray shapeOf(const RestAnswer &answer)
{
    QJsonObject result = answer.result();
    result.insert("confirmationId"_L1, result.value("confirmationId"_L1).toString().size());
    QJsonObject details = answer.details();
    details.remove("requestId"_L1);
    return QByteArray::number(answer.status) + QJsonDocument(result).toJson(QJsonDocument::Compact)
        + QJsonDocument(details).toJson(QJsonDocument::Compact) + answer.error().toLatin1();
}

} // namespace

/// A forgotten password, and a code by SMS in place of the authenticator's.
class RecoveryTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void newPasswordByCode();
    void nobodyLearnsWhoHasALogin();
    void delayIsToldToEverybodyAlike();
    void onlyTheNewestCodeLives();
    void weakPasswordCostsNoTry();
    void wrongPasswordsCountNoMore();
    void codeDiesWithWhatItCameBy_data();
    void codeDiesWithWhatItCameBy();
    void smsStandsInForTheAuthenticator();
    void smsCodesRunOut();
    void smsCodesComeSlowlyAndFew();
    void blockedGetNoSms();
    void noPhoneNoSms();
};

void RecoveryTest::newPasswordByCode() // SM-10
{
    AccountFixture backend;
    const auto signedIn = backend.signedIn(anna);
    RestCaller caller(backend.port());
    const RestAnswer started = start(caller, backend.login(anna));
    QCOMPARE(started.status, 200);
    QTRY_COMPARE(backend.lettersTo(backend.login(anna)).size(), 1);
    const QString code = codeIn(backend.lettersTo(backend.login(anna)).first());
    const RestAnswer done = finish(caller, started, code);
    QCOMPARE(done.status, 200);
    caller.take(done.result());
    QCOMPARE(caller.call("passport.profile.get").result().value("firstName"_L1).toString(), u"Анна"_s);
    QCOMPARE(signedIn->call("passport.profile.get").error(), u"invalid_token"_s); // every other session has ended
    QCOMPARE(RestCaller(backend.port()).signIn(backend.login(anna), good).status, 200);
    QCOMPARE(RestCaller(backend.port()).signIn(backend.login(anna), backend.password(anna)).status, 403);
    QCOMPARE(finish(caller, started, code).error(), u"ticket_gone"_s);
    QTRY_COMPARE(backend.lettersTo(u"+79000000001"_s).size(), 1); // the password changed
}

void RecoveryTest::nobodyLearnsWhoHasALogin() // SR-33
{
    AccountFixture backend;
    RestCaller caller(backend.port());
    const QString nobody = u"nobody@example.test"_s;
    const qint64 before = backend.foundation().hasher.hashesMade();
    const RestAnswer known = start(caller, backend.login(anna));
    const RestAnswer unknown = start(caller, nobody);
    QCOMPARE(shapeOf(unknown), shapeOf(known));
    QCOMPARE(shapeOf(start(caller, nobody)), shapeOf(start(caller, backend.login(anna)))); // too soon, both
    for (int i = 0; i < 3; ++i)
        QCOMPARE(shapeOf(finish(caller, unknown, u"x"_s)), shapeOf(finish(caller, known, u"x"_s)));
    QCOMPARE(shapeOf(finish(caller, unknown, u"x"_s)), shapeOf(finish(caller, known, u"x"_s)));
    QCOMPARE(backend.foundation().hasher.hashesMade(), before);
    QCOMPARE(start(caller, u"no login at all"_s).status, 200);
    QCOMPARE(start(caller, QString(100000, u'a')).status, 200);
    QTRY_COMPARE(backend.lettersTo(backend.login(anna)).size(), 1);
    QCOMPARE(backend.lettersTo(nobody).size(), 0);
    // As much was written for each: a letter that nobody takes for whom there is none.
    const auto rows = [&](Sql sql) {
        return backend.foundation().store->writeNow([&](Db &db) {
            Rows found = db.select(sql);
            return found.next() ? found.smallInteger(0) : -1;
        });
    };
    QCOMPARE(rows("SELECT count(*) FROM confirmation"_L1), 4);
    QCOMPARE(rows("SELECT seq FROM sqlite_sequence WHERE name = 'letter'"_L1), 4);
}

void RecoveryTest::delayIsToldToEverybodyAlike() // SR-33
{
    AccountFixture backend;
    RestCaller caller(backend.port());
    QVERIFY(!start(caller, backend.login(anna)).result().contains("delayed"_L1));
    backend.foundation().post.setHeldUp(Means::Mail, true);
    const RestAnswer known = start(caller, backend.login(boris));
    QCOMPARE(known.result().value("delayed"_L1).toBool(), true);
    QCOMPARE(shapeOf(start(caller, u"nobody@example.test"_s)), shapeOf(known));
    QVERIFY(!start(caller, u"+79000000001"_s).result().contains("delayed"_L1)); // messages go
    backend.clock().advance(15min);
    QVERIFY(!start(caller, backend.login(boris)).result().contains("delayed"_L1)); // not known any more
}

void RecoveryTest::onlyTheNewestCodeLives() // SR-38
{
    AccountFixture backend;
    RestCaller caller(backend.port());
    const RestAnswer first = start(caller, backend.login(anna));
    QTRY_COMPARE(backend.lettersTo(backend.login(anna)).size(), 1);
    const RestAnswer early = start(caller, backend.login(anna));
    QCOMPARE(early.status, 429);
    backend.clock().advance(60s);
    const RestAnswer second = start(caller, backend.login(anna));
    QTRY_COMPARE(backend.lettersTo(backend.login(anna)).size(), 2);
    const QByteArrayList letters = backend.lettersTo(backend.login(anna));
    QCOMPARE(finish(caller, first, codeIn(letters.first())).error(), u"ticket_gone"_s);
    QCOMPARE(finish(caller, second, codeIn(letters.last())).status, 200);
}

void RecoveryTest::weakPasswordCostsNoTry()
{
    AccountFixture backend;
    RestCaller caller(backend.port());
    const RestAnswer started = start(caller, backend.login(anna));
    QTRY_COMPARE(backend.lettersTo(backend.login(anna)).size(), 1);
    const QString code = codeIn(backend.lettersTo(backend.login(anna)).first());
    for (int i = 0; i < 4; ++i)
        QCOMPARE(finish(caller, started, code, u"romashka"_s).error(), u"weak_password"_s);
    QCOMPARE(finish(caller, started, code).status, 200);
}

void RecoveryTest::wrongPasswordsCountNoMore() // SR-36
{
    AccountFixture backend;
    backend.clock().stop();
    RestCaller caller(backend.port());
    for (int i = 0; i < 5; ++i)
        QCOMPARE(caller.signIn(backend.login(anna), u"wrong"_s).status, 403);
    QCOMPARE(caller.signIn(backend.login(anna), backend.password(anna)).status, 429);
    const RestAnswer started = start(caller, backend.login(anna));
    QTRY_COMPARE(backend.lettersTo(backend.login(anna)).size(), 1);
    QCOMPARE(finish(caller, started, codeIn(backend.lettersTo(backend.login(anna)).first())).status, 200);
    QCOMPARE(RestCaller(backend.port()).signIn(backend.login(anna), good).status, 200); // without waiting
}

void RecoveryTest::codeDiesWithWhatItCameBy_data()
{
    QTest::addColumn<QString>("what");
    for (const char *what : {"removed", "replaced", "password", "deleted", "moved"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void RecoveryTest::codeDiesWithWhatItCameBy() // SR-38, SR-40
{
    QFETCH(const QString, what);
    AccountFixture backend;
    const QString who = what == "deleted"_L1 ? u"gleb"_s : anna; // he is in no portal that keeps his Passport
    const QString address = backend.login(who);
    const auto owner = backend.signedIn(who);
    RestCaller thief(backend.port());
    const RestAnswer started = start(thief, address);
    QTRY_COMPARE(backend.lettersTo(address).size(), 1);
    const QString code = codeIn(backend.lettersTo(address).first());
    QCOMPARE(code.size(), 6);
    const QJsonObject proof{{"password"_L1, backend.password(who)}};
    if (what == "removed"_L1) {
        backend.stepUp(*owner, who);
        QCOMPARE(owner->call("passport.contacts.remove", {{"id"_L1, contactId(*owner, address)}}).status, 200);
    } else if (what == "replaced"_L1) {
        QJsonObject wish = proof;
        wish.insert("kind"_L1, u"email"_s);
        wish.insert("value"_L1, u"anna@new.test"_s);
        wish.insert("replaces"_L1, contactId(*owner, address));
        const RestAnswer added = owner->call("passport.contacts.add", wish);
        QTRY_COMPARE(backend.lettersTo(u"anna@new.test"_s).size(), 1);
        const QJsonObject typed{
            {"confirmationId"_L1, added.result().value("confirmationId"_L1)},
            {"code"_L1, codeIn(backend.lettersTo(u"anna@new.test"_s).first())}};
        QCOMPARE(owner->call("passport.contacts.confirm", typed).status, 200);
    } else if (what == "password"_L1) {
        const QJsonObject change{
            {"current"_L1, backend.password(who)}, {"new"_L1, u"nine brown owls"_s}, {"signOutOthers"_L1, false}};
        QCOMPARE(owner->call("passport.password.change", change).status, 200);
    } else if (what == "deleted"_L1) {
        QCOMPARE(owner->call("passport.delete", proof).status, 200);
    } else { // to somebody else, past everything that ends codes: judged again where the password is set
        backend.foundation().store->writeNow(
            [&](Db &db) { db.run("UPDATE login SET user_id = 3 WHERE value = ?"_L1, {address}); });
    }
    QCOMPARE(finish(thief, started, code).error(), u"ticket_gone"_s);
    QCOMPARE(backend.audited(u"recovery.finish"_s), 0);
    for (const QString &login : {address, u"+79000000001"_s})
        QCOMPARE(RestCaller(backend.port()).signIn(login, good).error(), u"wrong_credentials"_s);
}

void RecoveryTest::smsStandsInForTheAuthenticator() // PR-12, SR-38
{
    AccountFixture backend;
    RestCaller caller(backend.port());
    const RestAnswer asked = caller.signIn(backend.login(boris), backend.password(boris));
    QCOMPARE(texts(asked.details().value("methods"_L1)), QStringList({u"totp"_s, u"sms"_s}));
    const QString id = asked.details().value("signInId"_L1).toString();
    QCOMPARE(backend.submitCode(caller, id, u"sms"_s, u"123456"_s).error(), u"not_allowed"_s); // none was sent
    const RestAnswer sent = caller.call("passport.signin.sms", {{"signInId"_L1, id}});
    QCOMPARE(sent.status, 200);
    QCOMPARE(sent.result().value("resendAfter"_L1).toInt(), 60);
    QTRY_COMPARE(backend.lettersTo(u"+79000000002"_s).size(), 1);
    QCOMPARE(caller.call("passport.signin.sms", {{"signInId"_L1, id}}).error(), u"too_many"_s);
    const QString code = codeIn(backend.lettersTo(u"+79000000002"_s).first());
    // It is of this sign-in, not of another.
    const RestAnswer other = caller.signIn(backend.login(boris), backend.password(boris));
    const QString otherId = other.details().value("signInId"_L1).toString();
    QCOMPARE(backend.submitCode(caller, otherId, u"sms"_s, code).error(), u"not_allowed"_s);
    QCOMPARE(backend.submitCode(caller, id, u"sms"_s, code).status, 200);
    QCOMPARE(backend.submitCode(caller, id, u"sms"_s, code).error(), u"ticket_gone"_s);
}

void RecoveryTest::smsCodesRunOut() // SR-38
{
    AccountFixture backend;
    RestCaller caller(backend.port());
    const RestAnswer asked = caller.signIn(backend.login(boris), backend.password(boris));
    const QString id = asked.details().value("signInId"_L1).toString();
    caller.call("passport.signin.sms", {{"signInId"_L1, id}});
    QTRY_COMPARE(backend.lettersTo(u"+79000000002"_s).size(), 1);
    const QString code = codeIn(backend.lettersTo(u"+79000000002"_s).first());
    for (int i = 0; i < 3; ++i)
        QCOMPARE(backend.submitCode(caller, id, u"sms"_s, u"x"_s).error(), u"wrong_code"_s);
    QCOMPARE(backend.submitCode(caller, id, u"sms"_s, code).error(), u"not_allowed"_s);
}

void RecoveryTest::smsCodesComeSlowlyAndFew() // SR-38
{
    AccountFixture backend;
    backend.clock().stop();
    RestCaller caller(backend.port());
    const auto halfIn = [&] {
        const RestAnswer asked = caller.signIn(backend.login(boris), backend.password(boris));
        return QJsonObject{{"signInId"_L1, asked.details().value("signInId"_L1)}};
    };
    const auto wait = [](const RestAnswer &busy) {
        return busy.error() == "too_many"_L1 ? busy.details().value("retryAfter"_L1).toInt() : -busy.status;
    };
    const QJsonObject first = halfIn();
    QCOMPARE(caller.call("passport.signin.sms", first).status, 200);
    QCOMPARE(wait(caller.call("passport.signin.sms", halfIn())), 60); // the password typed again is no way around it
    for (int i = 0; i < 3; ++i)
        QCOMPARE(
            backend.submitCode(caller, first.value("signInId"_L1).toString(), u"sms"_s, u"x"_s).error(),
            u"wrong_code"_s);
    QCOMPARE(wait(caller.call("passport.signin.sms", first)), 60); // nor are wrong codes
    for (int sent = 2; sent <= 5; ++sent) {
        backend.clock().advance(60s);
        QCOMPARE(caller.call("passport.signin.sms", halfIn()).status, 200);
    }
    backend.clock().advance(60s);
    QCOMPARE(wait(caller.call("passport.signin.sms", halfIn())), 3300); // the first was five minutes ago
    QTRY_COMPARE(backend.lettersTo(u"+79000000002"_s).size(), 5);
    QCOMPARE(backend.audited(u"signin.sms"_s), 5);
    backend.clock().advance(3300s);
    QCOMPARE(caller.call("passport.signin.sms", halfIn()).status, 200);
}

void RecoveryTest::blockedGetNoSms()
{
    AccountFixture backend;
    RestCaller caller(backend.port());
    const RestAnswer asked = caller.signIn(backend.login(boris), backend.password(boris));
    backend.foundation().store->writeNow([](Db &db) { setBlocked(db, 2, true); });
    const QJsonObject half{{"signInId"_L1, asked.details().value("signInId"_L1)}};
    QCOMPARE(caller.call("passport.signin.sms", half).error(), u"ticket_gone"_s);
    QCOMPARE(backend.audited(u"signin.sms"_s), 0);
}

void RecoveryTest::noPhoneNoSms()
{
    AccountFixture backend;
    RestCaller caller(backend.port());
    QCOMPARE(caller.call("passport.signin.sms", {{"signInId"_L1, QString(43, u'A')}}).error(), u"ticket_gone"_s);
    backend.foundation().store->writeNow(
        [](Db &db) { db.run("DELETE FROM login WHERE user_id = 2 AND kind = 'phone'"_L1); });
    const RestAnswer asked = caller.signIn(backend.login(boris), backend.password(boris));
    QCOMPARE(texts(asked.details().value("methods"_L1)), QStringList{u"totp"_s});
    const QJsonObject same{{"signInId"_L1, asked.details().value("signInId"_L1)}};
    QCOMPARE(caller.call("passport.signin.sms", same).error(), u"not_allowed"_s);
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::RecoveryTest)
#include "recovery_test.moc"
