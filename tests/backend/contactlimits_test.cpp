// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "accountfixture.h"
#include "support/stricttest.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

const QString anna = u"anna"_s;
const QString fresh = u"anna@new.test"_s;
const QString phone = u"+79990000007"_s;

} // namespace

/// How much may be asked for, and how many contacts there may be.
class ContactLimitsTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void codesSentAgainCountToo();
    void tooEarlyCostsNothing();
    void sameAddressAgainWaitsAMinute();
    void wrongPasswordsCostNoMinute();
    void wrongPasswordsUseUpNoLimit();
    void tenAtMostHoweverTheyWereAsked();
};

void ContactLimitsTest::codesSentAgainCountToo() // SR-38: nobody is flooded through us
{
    AccountFixture backend;
    backend.clock().stop();
    const auto caller = backend.signedIn(anna);
    const RestAnswer added = caller->call("passport.contacts.add", adding(u"email"_s, fresh));
    const QJsonObject same{{"confirmationId"_L1, added.result().value("confirmationId"_L1)}};
    for (int sent = 2; sent <= 5; ++sent) {
        backend.clock().advance(60s);
        QCOMPARE(caller->call("passport.contacts.resend", same).status, 200);
    }
    backend.clock().advance(60s);
    const RestAnswer busy = caller->call("passport.contacts.resend", same);
    QCOMPARE(busy.error(), u"too_many"_s);
    QCOMPARE(busy.details().value("retryAfter"_L1).toInt(), 3300); // the first was five minutes ago
    // Whoever asks, and by whichever of the two calls.
    const auto vera = backend.signedIn(u"vera"_s);
    const QJsonObject hers = adding(u"email"_s, fresh, backend.password(u"vera"_s));
    QCOMPARE(vera->call("passport.contacts.add", hers).error(), u"too_many"_s);
    QTRY_COMPARE(backend.lettersTo(fresh).size(), 5);
}

void ContactLimitsTest::tooEarlyCostsNothing()
{
    AccountFixture backend;
    backend.clock().stop();
    const auto caller = backend.signedIn(anna);
    const RestAnswer added = caller->call("passport.contacts.add", adding(u"email"_s, fresh));
    const QJsonObject same{{"confirmationId"_L1, added.result().value("confirmationId"_L1)}};
    for (int i = 0; i < 10; ++i)
        QCOMPARE(caller->call("passport.contacts.resend", same).details().value("retryAfter"_L1).toInt(), 60);
    backend.clock().advance(60s);
    QCOMPARE(caller->call("passport.contacts.resend", same).status, 200);
}

void ContactLimitsTest::sameAddressAgainWaitsAMinute() // SR-38
{
    AccountFixture backend;
    backend.clock().stop();
    const auto caller = backend.signedIn(anna);
    const QString taken = backend.login(u"vera"_s); // no different from a free one (SR-33)
    for (const QString &address : {fresh, taken}) {
        const QJsonObject wish = adding(u"email"_s, address);
        QCOMPARE(caller->call("passport.contacts.add", wish).status, 200);
        const RestAnswer early = caller->call("passport.contacts.add", wish);
        QCOMPARE(early.error(), u"too_many"_s);
        QCOMPARE(early.details().value("retryAfter"_L1).toInt(), 60);
        QCOMPARE(early.header("Retry-After"), "60"_ba);
        const auto listed = caller->call("passport.contacts.list").result().value("items"_L1).toArray();
        for (const QJsonValue &item : listed) { // given up, it is asked for anew no earlier
            if (item["value"_L1] == address)
                QCOMPARE(caller->call("passport.contacts.remove", {{"id"_L1, item["id"_L1]}}).status, 200);
        }
        backend.clock().advance(59s);
        QCOMPARE(caller->call("passport.contacts.add", wish).details().value("retryAfter"_L1).toInt(), 1);
        backend.clock().advance(1s);
        QCOMPARE(caller->call("passport.contacts.add", wish).status, 200);
        QTRY_COMPARE(backend.lettersTo(address).size(), 2);
    }
    // Somebody else hears nothing of her minute.
    const auto gleb = backend.signedIn(u"gleb"_s);
    const QJsonObject his = adding(u"email"_s, fresh, backend.password(u"gleb"_s));
    QCOMPARE(gleb->call("passport.contacts.add", his).status, 200);
}

void ContactLimitsTest::wrongPasswordsCostNoMinute()
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    const QJsonObject wrong = adding(u"email"_s, fresh, u"not this one"_s);
    QCOMPARE(caller->call("passport.contacts.add", wrong).error(), u"wrong_credentials"_s);
    QCOMPARE(caller->call("passport.contacts.add", adding(u"email"_s, fresh)).status, 200);
}

void ContactLimitsTest::wrongPasswordsUseUpNoLimit()
{
    AccountFixture backend;
    backend.clock().stop();
    const auto thief = backend.signedIn(anna); // of the session, not of the password
    for (int i = 0; i < 11; ++i) {
        const RestAnswer refused = thief->call("passport.contacts.add", adding(u"email"_s, fresh, u"wrong"_s));
        QCOMPARE(refused.error(), u"wrong_credentials"_s);
        backend.clock().advance(60s); // the longest delay that wrong passwords cost
    }
    QCOMPARE(thief->call("passport.contacts.add", adding(u"email"_s, fresh)).status, 200); // with the right one
    const auto vera = backend.signedIn(u"vera"_s);
    const QJsonObject hers = adding(u"email"_s, fresh, backend.password(u"vera"_s));
    QCOMPARE(vera->call("passport.contacts.add", hers).status, 200);
}

void ContactLimitsTest::tenAtMostHoweverTheyWereAsked()
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    backend.foundation().store->writeNow([](Db &db) { // she has two
        for (int i = 3; i <= 9; ++i)
            db.run("INSERT INTO login VALUES (?, 1, 'email')"_L1, {u"anna%1@example.test"_s.arg(i)});
    });
    const RestAnswer mail = caller->call("passport.contacts.add", adding(u"email"_s, fresh));
    const RestAnswer message = caller->call("passport.contacts.add", adding(u"phone"_s, phone));
    QCOMPARE(mail.status, 200);
    QCOMPARE(message.status, 200);
    QTRY_COMPARE(backend.lettersTo(fresh).size(), 1);
    QTRY_COMPARE(backend.lettersTo(phone).size(), 1);
    const QByteArray link = linkIn(backend.lettersTo(fresh).first());
    const QString code = codeIn(backend.lettersTo(phone).first());
    QCOMPARE(caller->call("passport.contacts.confirm", confirming(message, code)).status, 200);
    const RestCaller::Headers headers{{"Content-Type", "application/x-www-form-urlencoded"}, {"Accept-Language", "en"}};
    RestCaller browser(backend.port());
    const QByteArray form = "do=confirm&token=" + link.mid(link.indexOf('=') + 1);
    QVERIFY(browser.post("/mail/contact/", form, headers).body.contains("no longer good"));
    QCOMPARE(caller->call("passport.contacts.list").result().value("total"_L1).toInt(), 10);
    QCOMPARE(backend.audited(u"contact.bind"_s), 1);
    const RestAnswer full = caller->call("passport.contacts.add", adding(u"email"_s, u"anna@other.test"_s));
    QCOMPARE(full.error(), u"limit_reached"_s);
    QCOMPARE(full.details().value("limit"_L1).toInt(), 10);
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::ContactLimitsTest)
#include "contactlimits_test.moc"
