// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "accountfixture.h"
#include "backend/http/faults.h"
#include "support/stricttest.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

const QString anna = u"anna"_s;
const QString fresh = u"anna@new.test"_s;
const QString phone = u"+79990000007"_s;

/// value → confirmed, of passport.contacts.list.
QMap<QString, bool> contactsOf(RestCaller &caller)
{
    QMap<QString, bool> found;
    for (const QJsonValue &item : caller.call("passport.contacts.list").result().value("items"_L1).toArray())
        found.insert(item.toObject().value("value"_L1).toString(), item.toObject().value("confirmed"_L1).toBool());
    return found;
}

QString idOf(RestCaller &caller, const QString &value)
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
    if (result.contains("confirmationId"_L1))
        result.insert("confirmationId"_L1, result.value("confirmationId"_L1).toString().size());
    return QByteArray::number(answer.status) + QJsonDocument(result).toJson(QJsonDocument::Compact)
        + answer.error().toLatin1();
}

} // namespace

/// Phone numbers and e-mail addresses, from the wish to the login, with the outbox for a postman.
class ContactsTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void demoContactsAreConfirmed();
    void emailByCodeBecomesALogin();
    void phoneByCode();
    void replacingTellsTheOldOne();
    void codesAreGuardedLikeSecrets();
    void onlyTheNewestCodeLives();
    void aCodeIsOfItsRequestAlone();
    void takenAddressesLookLikeFreeOnes();
    void passwordIsAskedForAndGuardsEverything();
    void sessionFromQrNeedsTheFactor();
    void lastWayInStays();
    void malformedOnes_data();
    void malformedOnes();
    void lostAnswerIsDoneOnce();
    void nobodyIsFlooded();
};

void ContactsTest::demoContactsAreConfirmed()
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    QCOMPARE(contactsOf(*caller), (QMap<QString, bool>{{u"anna@example.test"_s, true}, {u"+79000000001"_s, true}}));
}

void ContactsTest::emailByCodeBecomesALogin() // SR-38
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    const RestAnswer added = caller->call("passport.contacts.add", adding(u"email"_s, u" Anna@NEW.test "_s));
    QCOMPARE(added.status, 200);
    QCOMPARE(added.result().value("resendAfter"_L1).toInt(), 60);
    QCOMPARE(added.result().value("secondsLeft"_L1).toInt(), 600);
    QCOMPARE(contactsOf(*caller).value(fresh, true), false);
    RestCaller stranger(backend.port());
    QCOMPARE(stranger.signIn(fresh, backend.password(anna)).error(), u"wrong_credentials"_s);
    QTRY_COMPARE(backend.lettersTo(fresh).size(), 1);
    const QString code = codeIn(backend.lettersTo(fresh).first());
    QCOMPARE(code.size(), 6);
    const RestAnswer bound = caller->call("passport.contacts.confirm", confirming(added, code));
    QCOMPARE(bound.status, 200);
    QCOMPARE(bound.result().value("contact"_L1).toObject().value("login"_L1).toBool(), true);
    QCOMPARE(contactsOf(*caller).value(fresh), true);
    QCOMPARE(stranger.signIn(fresh, backend.password(anna)).status, 200);
    QTRY_COMPARE(backend.lettersTo(backend.login(anna)).size(), 1); // SR-40: the old ones hear of it
    QTRY_COMPARE(backend.lettersTo(u"+79000000001"_s).size(), 1);
    QCOMPARE(backend.lettersTo(fresh).size(), 1);
    QCOMPARE(backend.audited(u"contact.bind"_s), 1);
    QCOMPARE(caller->call("passport.contacts.confirm", confirming(added, code)).error(), u"ticket_gone"_s);
}

void ContactsTest::phoneByCode()
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    QJsonObject wish = adding(u"phone"_s, u"8 999 000-00-07"_s);
    wish.insert("updatePortals"_L1, true);
    const RestAnswer added = caller->call("passport.contacts.add", wish);
    QCOMPARE(added.status, 200);
    QTRY_COMPARE(backend.lettersTo(phone).size(), 1);
    QVERIFY(linkIn(backend.lettersTo(phone).first()).isEmpty());
    const RestAnswer bound
        = caller->call("passport.contacts.confirm", confirming(added, codeIn(backend.lettersTo(phone).first())));
    QCOMPARE(bound.status, 200);
    QCOMPARE(bound.result().value("portals"_L1).toArray().size(), 2);
    QCOMPARE(RestCaller(backend.port()).signIn(u"+7 999 000 00 07"_s, backend.password(anna)).status, 200);
}

void ContactsTest::replacingTellsTheOldOne()
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    const QString old = backend.login(anna);
    QJsonObject wish = adding(u"email"_s, fresh);
    wish.insert("replaces"_L1, idOf(*caller, old));
    const RestAnswer added = caller->call("passport.contacts.add", wish);
    QTRY_COMPARE(backend.lettersTo(fresh).size(), 1);
    const QString code = codeIn(backend.lettersTo(fresh).first());
    QCOMPARE(caller->call("passport.contacts.confirm", confirming(added, code)).status, 200);
    QCOMPARE(contactsOf(*caller), (QMap<QString, bool>{{fresh, true}, {u"+79000000001"_s, true}}));
    QCOMPARE(RestCaller(backend.port()).signIn(old, backend.password(anna)).error(), u"wrong_credentials"_s);
    QTRY_COMPARE(backend.lettersTo(old).size(), 2); // a new one came, this one went
    // What is no contact of hers, or of another kind, cannot be replaced.
    wish = adding(u"phone"_s, phone);
    wish.insert("replaces"_L1, idOf(*caller, fresh));
    QCOMPARE(caller->call("passport.contacts.add", wish).error(), u"not_found"_s);
}

void ContactsTest::codesAreGuardedLikeSecrets() // SR-38
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    const RestAnswer added = caller->call("passport.contacts.add", adding(u"email"_s, fresh));
    QTRY_COMPARE(backend.lettersTo(fresh).size(), 1);
    const QString code = codeIn(backend.lettersTo(fresh).first());
    for (int left = 2; left >= 0; --left) {
        const RestAnswer wrong = caller->call("passport.contacts.confirm", confirming(added, wrongFor(code)));
        QCOMPARE(wrong.status, 422);
        QCOMPARE(wrong.details().value("triesLeft"_L1).toInt(-1), left);
    }
    QCOMPARE(caller->call("passport.contacts.confirm", confirming(added, code)).error(), u"ticket_gone"_s);
    // Ten minutes, and not one more.
    backend.clock().advance(60s);
    const RestAnswer second = caller->call("passport.contacts.add", adding(u"email"_s, fresh));
    QTRY_COMPARE(backend.lettersTo(fresh).size(), 2);
    backend.clock().advance(10min);
    caller->call("passport.contacts.list"); // brings a fresh nonce
    const QString late = codeIn(backend.lettersTo(fresh).last());
    QCOMPARE(caller->call("passport.contacts.confirm", confirming(second, late)).error(), u"ticket_gone"_s);
    QCOMPARE(contactsOf(*caller).contains(fresh), false);
}

void ContactsTest::onlyTheNewestCodeLives() // SR-38
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    const RestAnswer added = caller->call("passport.contacts.add", adding(u"email"_s, fresh));
    QTRY_COMPARE(backend.lettersTo(fresh).size(), 1);
    const QString first = codeIn(backend.lettersTo(fresh).first());
    const QJsonObject same{{"confirmationId"_L1, added.result().value("confirmationId"_L1)}};
    const RestAnswer early = caller->call("passport.contacts.resend", same);
    QCOMPARE(early.status, 429);
    QVERIFY(early.details().value("retryAfter"_L1).toInt() > 50);
    backend.clock().advance(60s);
    QCOMPARE(caller->call("passport.contacts.resend", same).status, 200);
    QTRY_COMPARE(backend.lettersTo(fresh).size(), 2);
    const QString second = codeIn(backend.lettersTo(fresh).last());
    if (first != second)
        QCOMPARE(caller->call("passport.contacts.confirm", confirming(added, first)).error(), u"wrong_code"_s);
    // Another address in its place: the code of the one before is void.
    const RestAnswer other = caller->call("passport.contacts.add", adding(u"email"_s, u"anna@other.test"_s));
    QCOMPARE(other.status, 200);
    QCOMPARE(caller->call("passport.contacts.confirm", confirming(added, second)).error(), u"ticket_gone"_s);
}

void ContactsTest::aCodeIsOfItsRequestAlone() // SR-38
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    const auto vera = backend.signedIn(u"vera"_s);
    const RestAnswer added = caller->call("passport.contacts.add", adding(u"email"_s, fresh));
    QTRY_COMPARE(backend.lettersTo(fresh).size(), 1);
    const QString code = codeIn(backend.lettersTo(fresh).first());
    QCOMPARE(vera->call("passport.contacts.confirm", confirming(added, code)).error(), u"ticket_gone"_s);
    QCOMPARE(caller->call("passport.contacts.confirm", confirming(added, code)).status, 200);
}

void ContactsTest::takenAddressesLookLikeFreeOnes() // SR-33
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    Hasher &hasher = backend.foundation().hasher;
    const qint64 before = hasher.hashesMade();
    const RestAnswer free = caller->call("passport.contacts.add", adding(u"email"_s, fresh));
    const qint64 between = hasher.hashesMade();
    const QString taken = u"vera@example.test"_s;
    const RestAnswer refused = caller->call("passport.contacts.add", adding(u"email"_s, taken));
    QCOMPARE(shapeOf(refused), shapeOf(free));
    QCOMPARE(hasher.hashesMade() - between, between - before);
    QTRY_COMPARE(backend.lettersTo(taken).size(), 1); // its owner hears of it, and gets no code to read out
    QCOMPARE(codeIn(backend.lettersTo(taken).first()), QString());
    QVERIFY(linkIn(backend.lettersTo(taken).first()).isEmpty());
    for (int left = 2; left >= 0; --left) {
        const RestAnswer wrong = caller->call("passport.contacts.confirm", confirming(refused, u"000000"_s));
        QCOMPARE(wrong.details().value("triesLeft"_L1).toInt(-1), left);
    }
    QCOMPARE(RestCaller(backend.port()).signIn(taken, backend.password(u"vera"_s)).status, 200);
    // One's own address is no secret.
    const RestAnswer own = caller->call("passport.contacts.add", adding(u"email"_s, backend.login(anna)));
    QCOMPARE(own.error(), u"invalid_request"_s);
    QCOMPARE(own.details().value("key"_L1).toString(), u"value"_s);
    QCOMPARE(own.details().value("reason"_L1).toString(), u"already_yours"_s);
}

void ContactsTest::passwordIsAskedForAndGuardsEverything()
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    QCOMPARE(
        caller->call("passport.contacts.add", adding(u"email"_s, fresh, u"wrong"_s)).error(), u"wrong_credentials"_s);
    QCOMPARE(contactsOf(*caller).contains(fresh), false);
    const QString id = idOf(*caller, u"+79000000001"_s);
    QCOMPARE(caller->call("passport.contacts.remove", {{"id"_L1, id}}).error(), u"stepup_required"_s); // SR-40
    backend.stepUp(*caller, anna);
    QCOMPARE(caller->call("passport.contacts.remove", {{"id"_L1, id}}).status, 200);
    QCOMPARE(RestCaller(backend.port()).signIn(u"+79000000001"_s, backend.password(anna)).status, 403);
    QTRY_COMPARE(backend.lettersTo(u"+79000000001"_s).size(), 1);
    QCOMPARE(caller->call("passport.contacts.remove", {{"id"_L1, id}}).error(), u"not_found"_s);
}

void ContactsTest::sessionFromQrNeedsTheFactor() // SR-18
{
    AccountFixture backend;
    const auto caller = backend.bornFromQr(2);
    const QJsonObject wish = adding(u"email"_s, fresh, u"boris-demo-Passport"_s);
    const RestAnswer refused = caller->call("passport.contacts.add", wish);
    QCOMPARE(refused.error(), u"stepup_required"_s);
    QCOMPARE(texts(refused.details().value("methods"_L1)), QStringList({u"totp"_s, u"recovery"_s}));
    caller->call("passport.stepup", {{"code"_L1, borisCode(backend.clock())}});
    QCOMPARE(caller->call("passport.contacts.add", wish).status, 200);
}

void ContactsTest::lastWayInStays() // PR-8
{
    AccountFixture backend;
    const auto caller = backend.signedIn(u"gleb"_s);
    backend.stepUp(*caller, u"gleb"_s);
    const QString id = idOf(*caller, u"gleb@example.test"_s);
    const RestAnswer refused = caller->call("passport.contacts.remove", {{"id"_L1, id}});
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.error(), u"last_method"_s);
    // One that only waits is no way in, and may be given up.
    caller->call("passport.contacts.add", adding(u"phone"_s, phone, u"gleb-demo-Passport"_s));
    QCOMPARE(caller->call("passport.contacts.remove", {{"id"_L1, id}}).error(), u"last_method"_s);
    QCOMPARE(caller->call("passport.contacts.remove", {{"id"_L1, idOf(*caller, phone)}}).status, 200);
    QCOMPARE(contactsOf(*caller).size(), 1);
    QCOMPARE(backend.audited(u"contact.remove"_s), 1); // SR-41
}

void ContactsTest::malformedOnes_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("key");
    QTest::newRow("no address") << u"email"_s << u"anna"_s << u"value"_s;
    QTest::newRow("two lines") << u"email"_s << u"a@b.test\nBcc: c@d.test"_s << u"value"_s;
    QTest::newRow("no number") << u"phone"_s << u"call me"_s << u"value"_s;
    QTest::newRow("another kind") << u"fax"_s << u"+79990000007"_s << u"kind"_s;
}

void ContactsTest::malformedOnes()
{
    QFETCH(QString, kind);
    QFETCH(QString, value);
    QFETCH(QString, key);
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    const RestAnswer refused = caller->call("passport.contacts.add", adding(kind, value));
    QCOMPARE(refused.status, 400);
    QCOMPARE(refused.details().value("key"_L1).toString(), key);
}

void ContactsTest::lostAnswerIsDoneOnce()
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    QJsonObject wish = adding(u"email"_s, fresh);
    wish.insert("idempotencyKey"_L1, u"add-0123456789abcdef"_s);
    backend.faults().add({.kind = Faults::Kind::DropMidBody, .path = "passport.contacts.add"});
    caller->call("passport.contacts.add", wish);
    const RestAnswer again = caller->call("passport.contacts.add", wish);
    QCOMPARE(again.status, 200);
    QTRY_COMPARE(backend.lettersTo(fresh).size(), 1);
    const QString code = codeIn(backend.lettersTo(fresh).first());
    QCOMPARE(caller->call("passport.contacts.confirm", confirming(again, code)).status, 200);
    QCOMPARE(backend.audited(u"contact.ask"_s), 1);
}

void ContactsTest::nobodyIsFlooded()
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    for (int i = 0; i < 5; ++i) {
        QCOMPARE(caller->call("passport.contacts.add", adding(u"email"_s, fresh)).status, 200);
        backend.clock().advance(60s);
    }
    QCOMPARE(caller->call("passport.contacts.add", adding(u"email"_s, fresh)).error(), u"too_many"_s);
    QCOMPARE(caller->call("passport.contacts.add", adding(u"phone"_s, phone)).status, 200);
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::ContactsTest)
#include "contacts_test.moc"
