// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "accountfixture.h"
#include "backend/account/passwordrules.h"
#include "backend/http/faults.h"
#include "support/demopeople.h"
#include "support/stricttest.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

const QString anna = u"anna"_s;
const QString gleb = u"gleb"_s;
const QString good = u"seven green herons"_s;
const QString fresh = u"anna@new.test"_s;
const QString phone = u"+79990000007"_s;

QJsonObject changing(const QString &current, const QString &next, bool signOutOthers = true)
{
    return {{"current"_L1, current}, {"new"_L1, next}, {"signOutOthers"_L1, signOutOthers}};
}

} // namespace

/// The password, and the end of a Passport.
class PasswordTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void newOneHoldsAndEndsOtherSessions();
    void otherSessionsMayGoOn();
    void halfSignInsEndWithTheOldOne_data();
    void halfSignInsEndWithTheOldOne();
    void contactsAskedForWithTheOldOneAreNotBound_data();
    void contactsAskedForWithTheOldOneAreNotBound();
    void currentOneIsAskedFor();
    void otherReadingsAreWeak_data();
    void otherReadingsAreWeak();
    void weakOnes_data();
    void weakOnes();
    void ownersOwnWordsAreWeak();
    void serverMayWantMore();
    void checkKeepsNothing();
    void sessionFromQrNeedsTheFactor();
    void portalsKeepAPassport();
    void deletedIsGone();
    void whoeverComesLaterHearsOfIt();
};

void PasswordTest::newOneHoldsAndEndsOtherSessions() // PR-6
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    const auto other = backend.signedIn(anna);
    const RestAnswer changed = caller->call("passport.password.change", changing(backend.password(anna), good));
    QCOMPARE(changed.status, 200);
    QCOMPARE(caller->call("passport.profile.get").status, 200);
    QCOMPARE(other->call("passport.profile.get").error(), u"invalid_token"_s);
    QCOMPARE(other->refresh().status, 400);
    RestCaller again(backend.port());
    QCOMPARE(again.signIn(backend.login(anna), backend.password(anna)).error(), u"wrong_credentials"_s);
    QCOMPARE(again.signIn(backend.login(anna), good).status, 200);
    QTRY_COMPARE(backend.lettersTo(backend.login(anna)).size(), 1); // SR-40
    QCOMPARE(backend.audited(u"password.change"_s), 1);
    QVERIFY(caller->call("passport.security.get").result().contains("passwordChangedAt"_L1));
}

void PasswordTest::otherSessionsMayGoOn()
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    const auto other = backend.signedIn(anna);
    QCOMPARE(backend.stepUp(*other, anna).status, 200);
    QCOMPARE(backend.stepUp(*caller, anna).status, 200);
    caller->call("passport.password.change", changing(backend.password(anna), good, false));
    QCOMPARE(other->call("passport.profile.get").status, 200);
    // What the old password proved there counts no more (SR-40).
    const QJsonObject title{{"title"_L1, u"One more"_s}};
    QCOMPARE(other->call("passport.portals.create", title).error(), u"stepup_required"_s);
    QCOMPARE(caller->call("passport.portals.create", title).status, 200);
}

void PasswordTest::halfSignInsEndWithTheOldOne_data()
{
    QTest::addColumn<bool>("signOutOthers");
    QTest::newRow("others signed out") << true;
    QTest::newRow("others go on") << false;
}

void PasswordTest::halfSignInsEndWithTheOldOne() // SR-40
{
    QFETCH(const bool, signOutOthers);
    AccountFixture backend;
    const QString boris = u"boris"_s;
    const auto caller = backend.signedIn(boris);
    RestCaller other(backend.port());
    const RestAnswer asked = other.signIn(backend.login(boris), backend.password(boris));
    QCOMPARE(asked.error(), u"otp_required"_s);
    const QString half = asked.details().value("signInId"_L1).toString();
    QCOMPARE(other.call("passport.signin.sms", {{"signInId"_L1, half}}).status, 200);
    QTRY_COMPARE(backend.lettersTo(u"+79000000002"_s).size(), 1);
    const QString code = codeIn(backend.lettersTo(u"+79000000002"_s).first());
    QCOMPARE(
        caller->call("passport.password.change", changing(backend.password(boris), good, signOutOthers)).status, 200);
    const QString step = borisCode(backend.clock(), 1);
    QCOMPARE(backend.submitCode(other, half, u"totp"_s, step).error(), u"ticket_gone"_s);
    QCOMPARE(backend.submitCode(other, half, u"sms"_s, code).error(), u"ticket_gone"_s);
    QCOMPARE(other.call("passport.signin.sms", {{"signInId"_L1, half}}).error(), u"ticket_gone"_s);
    QCOMPARE(caller->call("passport.profile.get").status, 200);
}

void PasswordTest::contactsAskedForWithTheOldOneAreNotBound_data()
{
    QTest::addColumn<bool>("signOutOthers");
    QTest::newRow("others signed out") << true;
    QTest::newRow("others go on") << false;
}

void PasswordTest::contactsAskedForWithTheOldOneAreNotBound() // SR-38, SR-40
{
    QFETCH(const bool, signOutOthers);
    AccountFixture backend;
    const auto owner = backend.signedIn(anna);
    const auto thief = backend.signedIn(anna); // who knows the password, and wants an address of his own on it
    const RestAnswer added = thief->call("passport.contacts.add", adding(u"email"_s, fresh, backend.password(anna)));
    const RestAnswer byPhone = owner->call("passport.contacts.add", adding(u"phone"_s, phone, backend.password(anna)));
    QTRY_COMPARE(backend.lettersTo(fresh).size(), 1);
    QTRY_COMPARE(backend.lettersTo(phone).size(), 1);
    QCOMPARE(
        owner->call("passport.password.change", changing(backend.password(anna), good, signOutOthers)).status, 200);
    RestCaller browser(backend.port());
    const RestCaller::Headers headers{{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept-Language", "en"}};
    const QByteArray link = linkIn(backend.lettersTo(fresh).first());
    QVERIFY(!link.isEmpty());
    const RestAnswer shown = browser.get(link, {{"Accept-Language", "en"}});
    QVERIFY(shown.body.contains("no longer good"));
    QVERIFY(!shown.body.contains("<form"));
    const QByteArray form = "do=confirm&token=" + link.mid(link.indexOf('=') + 1);
    QVERIFY(browser.post("/mail/contact/", form, headers).body.contains("no longer good"));
    const QString code = codeIn(backend.lettersTo(fresh).first());
    QCOMPARE(owner->call("passport.contacts.confirm", confirming(added, code)).error(), u"ticket_gone"_s);
    const QString sent = codeIn(backend.lettersTo(phone).first());
    QCOMPARE(owner->call("passport.contacts.confirm", confirming(byPhone, sent)).error(), u"ticket_gone"_s);
    const QJsonObject again{{"confirmationId"_L1, added.result().value("confirmationId"_L1)}};
    QCOMPARE(owner->call("passport.contacts.resend", again).error(), u"ticket_gone"_s);
    QCOMPARE(owner->call("passport.contacts.list").result().value("items"_L1).toArray().size(), 2); // as before
    QCOMPARE(backend.audited(u"contact.bind"_s), 0);
}

void PasswordTest::currentOneIsAskedFor()
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    // Nobody but the owner learns what is wrong with the new one.
    for (const QString &next : {good, u"1"_s})
        QCOMPARE(caller->call("passport.password.change", changing(u"wrong"_s, next)).error(), u"wrong_credentials"_s);
    QCOMPARE(RestCaller(backend.port()).signIn(backend.login(anna), backend.password(anna)).status, 200);
    const RestAnswer same
        = caller->call("passport.password.change", changing(backend.password(anna), backend.password(anna)));
    QCOMPARE(same.error(), u"weak_password"_s);
    QCOMPARE(texts(same.details().value("reasons"_L1)), QStringList{u"same"_s});
    // As another keyboard writes it, too (SR-35).
    const QString composed = u"é seven green herons"_s;
    const QString decomposed = composed.normalized(QString::NormalizationForm_D);
    QVERIFY(composed != decomposed);
    QCOMPARE(caller->call("passport.password.change", changing(backend.password(anna), composed)).status, 200);
    const RestAnswer alike = caller->call("passport.password.change", changing(composed, decomposed));
    QCOMPARE(texts(alike.details().value("reasons"_L1)), QStringList{u"same"_s});
}

void PasswordTest::weakOnes_data()
{
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("reason"); // empty: good
    QTest::newRow("short") << u"aB3$x"_s << u"too_short"_s;
    QTest::newRow("one emoji for long") << u"🪁"_s.repeated(128) << u"repeated"_s;
    QTest::newRow("endless") << QString(129, u'a') << u"too_long"_s;
    QTest::newRow("in every list") << u"password1"_s << u"common"_s;
    QTest::newRow("keys in a row") << u"qwertyuiop"_s << u"common"_s;
    QTest::newRow("one letter") << u"aaaaaaaaaa"_s << u"common"_s;
    QTest::newRow("alphabet") << u"abcdefghij"_s << u"sequence"_s;
    QTest::newRow("our name") << u"bitrix24"_s << u"context"_s;
    QTest::newRow("words") << good << QString();
    QTest::newRow("no Latin letter") << u"семь зелёных цапель"_s << QString();
    QTest::newRow("Russian at random") << u"щэжЫъфхю"_s << QString();
    QTest::newRow("Latin at random") << u"kq4Zv9tw"_s << QString();
    QTest::newRow("Russian words") << u"лиловый ёж читает"_s << QString();
    QTest::newRow("emoji") << u"🌼🦩🧊🪁🧩🎻🪵🫖"_s << QString();
    QTest::newRow("64 characters") << u"a quiet phrase of many plain words that nobody has said before it"_s
                                   << QString();
}

void PasswordTest::weakOnes() // SR-35
{
    QFETCH(QString, password);
    QFETCH(QString, reason);
    const PasswordStrength strength = passwordrules::strengthOf(password, passwordrules::commonContext());
    QCOMPARE(passwordrules::isGood(strength), reason.isEmpty());
    QVERIFY2(
        reason.isEmpty() ? strength.reasons.isEmpty() : strength.reasons.contains(reason),
        qPrintable(strength.reasons.join(u' ')));
}

void PasswordTest::otherReadingsAreWeak_data()
{
    QTest::addColumn<QString>("reason");
    const auto add = [](const char *password, QLatin1StringView reason) { QTest::newRow(password) << QString(reason); };
    add("йцукенгш", passwordreason::common);
    add("фывапролдж", passwordreason::common);
    add("абвгдежз", passwordreason::sequence);
    for (const char *common :
         {"пароль123", "Пароль1234", "парольпароль", "привет123", "солнышко", "наташа1985", "москва777", "спартак1922",
          "П@роль123", "parol123", "privet2024", "solnyshko"})
        add(common, passwordreason::common);
    for (const char *otherLayout : {"gfhjkm123", "ghbdtn123", "Yfnfif1985"})
        add(otherLayout, passwordreason::common);
    for (const char *own : {"Ромашка!24", "ромашкаИванова", "hjvfirf77", "АннаИванова", "Fyyfbdfyjdf"})
        add(own, passwordreason::context);
    for (const char *repeated : {"😀😀😀😀😀😀😀😀", "жжжжжжжжжжжж"})
        add(repeated, passwordreason::repeated);
    add("👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽👍🏽", passwordreason::guessable);
}

void PasswordTest::otherReadingsAreWeak() // SR-35
{
    QFETCH(const QString, reason);
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    const QString password = QString::fromUtf8(QTest::currentDataTag());
    const QJsonObject checked = caller->call("passport.password.check", {{"password"_L1, password}}).result();
    QVERIFY2(checked.value("score"_L1).toInt(4) < PasswordStrength::lowestAccepted, QTest::currentDataTag());
    const QStringList reasons = texts(checked.value("reasons"_L1));
    QVERIFY2(reasons.contains(reason), qPrintable(reasons.join(u' ')));
    const RestAnswer refused = caller->call("passport.password.change", changing(backend.password(anna), password));
    QCOMPARE(refused.error(), u"weak_password"_s);
}

void PasswordTest::ownersOwnWordsAreWeak() // SR-35
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    for (const QString &weak : {u"romashka7"_s, u"Иванова1"_s, u"ivanova77"_s, u"Bitrix24!"_s}) {
        const RestAnswer refused = caller->call("passport.password.change", changing(backend.password(anna), weak));
        QCOMPARE(refused.status, 422);
        QCOMPARE(refused.error(), u"weak_password"_s);
        QVERIFY2(texts(refused.details().value("reasons"_L1)).contains(u"context"_s), qPrintable(weak));
    }
}

void PasswordTest::serverMayWantMore() // SR-35
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    const QString eleven = u"zq7!vk2#mw9"_s;
    const auto reasonsOf = [&] {
        const QJsonObject checked = caller->call("passport.password.check", {{"password"_L1, eleven}}).result();
        return texts(checked.value("reasons"_L1));
    };
    QCOMPARE(reasonsOf(), QStringList());
    setSetting(backend, u"password.min_length"_s, u"12"_s);
    QVERIFY(reasonsOf().contains(u"too_short"_s));
    QCOMPARE(
        caller->call("passport.password.change", changing(backend.password(anna), eleven)).error(), u"weak_password"_s);
    setSetting(backend, u"password.min_length"_s, u"1"_s); // never less than eight
    QVERIFY(texts(caller->call("passport.password.check", {{"password"_L1, u"zq7!vk2"_s}}).result()["reasons"_L1])
                .contains(u"too_short"_s));
}

void PasswordTest::checkKeepsNothing()
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    const QJsonObject weak = caller->call("passport.password.check", {{"password"_L1, u"romashka"_s}}).result();
    QVERIFY(weak.value("score"_L1).toInt(9) < 2);
    QCOMPARE(texts(weak.value("reasons"_L1)).contains(u"context"_s), true);
    const QJsonObject strong = caller->call("passport.password.check", {{"password"_L1, good}}).result();
    QVERIFY(strong.value("score"_L1).toInt() >= 3);
    backend.onThread([&] {
        RateLimit &limit = backend.foundation().rateLimit;
        for (int i = 0; i < 118; ++i)
            (void)limit.use(u"password.check/1"_s, 120, 60s);
    });
    QCOMPARE(caller->call("passport.password.check", {{"password"_L1, good}}).error(), u"too_many"_s);
}

void PasswordTest::sessionFromQrNeedsTheFactor() // SR-18
{
    AccountFixture backend;
    const auto caller = backend.bornFromQr(2);
    const QJsonObject wish = changing(backend.password(u"boris"_s), good);
    QCOMPARE(caller->call("passport.password.change", wish).error(), u"stepup_required"_s);
    QCOMPARE(caller->call("passport.stepup", {{"code"_L1, borisCode(backend.clock())}}).status, 200);
    QCOMPARE(caller->call("passport.password.change", wish).status, 200);
}

void PasswordTest::portalsKeepAPassport() // SR-44
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    const RestAnswer refused = caller->call("passport.delete", {{"password"_L1, backend.password(anna)}});
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.error(), u"portals_bound"_s);
    QStringList titles;
    for (const QJsonValue &portal : refused.details().value("portals"_L1).toArray())
        titles.append(portal.toObject().value("title"_L1).toString());
    titles.sort();
    QCOMPARE(titles, QStringList({u"Ромашка"_s, u"Склад"_s})); // an invitation binds nobody
    QCOMPARE(caller->call("passport.profile.get").status, 200);
}

void PasswordTest::deletedIsGone() // PR-16
{
    AccountFixture backend;
    const auto caller = backend.signedIn(gleb);
    const auto other = backend.signedIn(gleb);
    QCOMPARE(caller->call("passport.delete", {{"password"_L1, u"wrong"_s}}).error(), u"wrong_credentials"_s);
    QCOMPARE(caller->call("passport.delete", {{"password"_L1, backend.password(gleb)}}).status, 200);
    QCOMPARE(caller->call("passport.profile.get").error(), u"invalid_token"_s);
    QCOMPARE(other->call("passport.profile.get").error(), u"invalid_token"_s);
    QCOMPARE(
        RestCaller(backend.port()).signIn(backend.login(gleb), backend.password(gleb)).error(), u"wrong_credentials"_s);
    const auto rowsOf
        = [&](Sql sql) { return backend.foundation().store->writeNow([&](Db &db) { return db.select(sql).next(); }); };
    QVERIFY(!rowsOf("SELECT 1 FROM user WHERE id = 4"_L1));
    QVERIFY(!rowsOf("SELECT 1 FROM login WHERE user_id = 4"_L1));
    QVERIFY(!rowsOf("SELECT 1 FROM session WHERE user_id = 4"_L1));
    QVERIFY(rowsOf("SELECT 1 FROM audit WHERE event = 'passport.delete' AND actor = 4"_L1)); // the tombstone
    const auto chain
        = backend.foundation().store->writeNow([&](Db &db) { return backend.foundation().audit.verify(db); });
    QVERIFY(chain);
    QTRY_COMPARE(backend.lettersTo(backend.login(gleb)).size(), 1);
}

/// The answer got lost, or another device was switched off at that time (api.md 1: done once).
void PasswordTest::whoeverComesLaterHearsOfIt()
{
    AccountFixture backend;
    const auto caller = backend.signedIn(gleb);
    const auto other = backend.signedIn(gleb);
    QJsonObject wish{{"password"_L1, backend.password(gleb)}};
    wish.insert("idempotencyKey"_L1, u"delete-0123456789"_s);
    backend.faults().add({.kind = Faults::Kind::DropMidBody, .path = "passport.delete"});
    caller->call("passport.delete", wish);
    const RestAnswer again = caller->call("passport.delete", wish);
    QCOMPARE(again.status, 401);
    QCOMPARE(again.error(), u"invalid_token"_s);
    QCOMPARE(again.details().value("reason"_L1).toString(), u"deleted"_s);
    QCOMPARE(backend.audited(u"passport.delete"_s), 1);
    backend.kill();
    backend.restart();
    backend.clock().advance(29 * 24h);
    QCOMPARE(other->call("passport.profile.get").details().value("reason"_L1).toString(), u"deleted"_s);
    (void)other->refresh(); // brings a fresh nonce
    const RestAnswer refused = other->refresh();
    QCOMPARE(refused.error(), u"invalid_grant"_s);
    QCOMPARE(refused.details().value("reason"_L1).toString(), u"deleted"_s);
    backend.clock().advance(2 * 24h);
    QVERIFY(!other->call("passport.profile.get").details().contains("reason"_L1));
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::PasswordTest)
#include "password_test.moc"
