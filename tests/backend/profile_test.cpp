// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "accountfixture.h"
#include "backend/account/portalpersons.h"
#include "backend/http/faults.h"
#include "backend/portals/portalstore.h"
#include "support/rawclient.h"
#include "support/stricttest.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

const QString anna = u"anna"_s;

QJsonObject names(const QString &first, const QString &last, int revision, bool inPortals = false)
{
    return {{"firstName"_L1, first}, {"lastName"_L1, last}, {"revision"_L1, revision}, {"updatePortals"_L1, inPortals}};
}

PortalId portalAt(AccountFixture &backend, const QString &address)
{
    return backend.foundation().store->writeNow([&](Db &db) { return portalByAddress(db, address)->id; });
}

QString nameIn(AccountFixture &backend, const PortalId &portal)
{
    return backend.foundation().store->writeNow([&](Db &db) { return personInPortal(db, 1, portal)->fullName(); });
}

/// A switch of one portal, as an administrator sets it.
void set(AccountFixture &backend, QLatin1StringView name, const QString &value, const PortalId &portal)
{
    backend.onThread([&] {
        Foundation &foundation = backend.foundation();
        // The fixture's own connection belongs to another thread: what the settings hold in memory is enough here.
        QHash<QString, QString> values;
        values.insert(QString(name) + u'@' + portal.toString(), value);
        foundation.settings.apply(values);
    });
}

QHash<QString, QString> outcomes(const RestAnswer &answer)
{
    QHash<QString, QString> found;
    for (const QJsonValue &item : answer.result().value("portals"_L1).toArray()) {
        const QJsonObject portal = item.toObject();
        const QString why = portal.value("error"_L1).toString();
        found.insert(portal.value("title"_L1).toString(), portal.value("ok"_L1).toBool() ? u"ok"_s : why);
    }
    return found;
}

} // namespace

/// The person's name, in the Passport and in its portals, over real sockets.
class ProfileTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void changesTheName();
    void theLaterOfTwoProgramsIsShownBothValues();
    void lostAnswerIsDoneOnce();
    void hostileNames_data();
    void hostileNames();
    void longNamesAreNotCut();
    void portalsKeepTheirOwnUntilTold();
    void aPortalThatFailsIsToldAndTriedAgain();
    void aPortalThatHasBlockedThePersonRefuses();
    void otherProgramsHearOfIt();
};

void ProfileTest::changesTheName()
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    const RestAnswer changed = caller->call("passport.profile.update", names(u"Анна"_s, u"Смирнова"_s, 1));
    QCOMPARE(changed.status, 200);
    QCOMPARE(changed.result().value("revision"_L1).toInt(), 2);
    QCOMPARE(changed.result().value("portals"_L1).toArray(), QJsonArray());
    QCOMPARE(caller->call("passport.profile.get").result().value("lastName"_L1).toString(), u"Смирнова"_s);
    QCOMPARE(backend.audited(u"profile.change"_s), 1);
    // One of the two alone; what is the same already changes nothing.
    const QJsonObject last{{"lastName"_L1, u""_s}, {"revision"_L1, 2}};
    QCOMPARE(caller->call("passport.profile.update", last).result().value("revision"_L1).toInt(), 3);
    const QJsonObject same{{"firstName"_L1, u"Анна"_s}, {"revision"_L1, 3}};
    QCOMPARE(caller->call("passport.profile.update", same).result().value("revision"_L1).toInt(), 3);
    QCOMPARE(caller->call("profile").result().value("LAST_NAME"_L1).toString(), u""_s);
}

void ProfileTest::theLaterOfTwoProgramsIsShownBothValues()
{
    AccountFixture backend;
    const auto first = backend.signedIn(anna);
    const auto second = backend.signedIn(anna);
    QCOMPARE(first->call("passport.profile.update", names(u"Аня"_s, u"Иванова"_s, 1)).status, 200);
    const RestAnswer refused = second->call("passport.profile.update", names(u"Анюта"_s, u"Иванова"_s, 1));
    QCOMPARE(refused.status, 409);
    QCOMPARE(refused.error(), u"conflict"_s);
    QCOMPARE(refused.details().value("revision"_L1).toInt(), 2);
    const QJsonObject theirs = refused.details().value("profile"_L1).toObject();
    QCOMPARE(theirs.value("firstName"_L1).toString(), u"Аня"_s);
    QCOMPARE(second->call("passport.profile.update", names(u"Анюта"_s, u"Иванова"_s, 2)).status, 200);
}

void ProfileTest::lostAnswerIsDoneOnce()
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    QJsonObject named = names(u"Аня"_s, u"Иванова"_s, 1);
    named.insert("idempotencyKey"_L1, u"save-0123456789abcdef"_s);
    backend.faults().add({.kind = Faults::Kind::DropMidBody, .path = "passport.profile.update"});
    caller->call("passport.profile.update", named);
    const RestAnswer again = caller->call("passport.profile.update", named); // no conflict with oneself
    QCOMPARE(again.status, 200);
    QCOMPARE(again.result().value("revision"_L1).toInt(), 2);
    QCOMPARE(backend.audited(u"profile.change"_s), 1);
}

void ProfileTest::hostileNames_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("kept"); // empty: refused
    QTest::newRow("markup") << u"<b>Анна</b>"_s << u"<b>Анна</b>"_s; // text like any other; pages escape it
    QTest::newRow("turned around") << u"An\u202ena\u2066"_s << u"Anna"_s;
    QTest::newRow("lines") << u" An\r\nna\t \u0007"_s << u"An na"_s;
    QTest::newRow("as long as can be") << QString(64, u'a') + u'\u202e' << QString(64, u'a');
    QTest::newRow("emoji") << u"Анна 🌼"_s << u"Анна 🌼"_s;
    QTest::newRow("as many emoji") << u"🌼"_s.repeated(64) << u"🌼"_s.repeated(64);
    QTest::newRow("a family") << u"\U0001F468\u200d\U0001F469\u200d\U0001F467"_s
                              << u"\U0001F468\u200d\U0001F469\u200d\U0001F467"_s;
    QTest::newRow("joiners alone") << u"\u200d\u200c"_s << QString();
    QTest::newRow("decomposed") << u"Андрей"_s.normalized(QString::NormalizationForm_D) << u"Андрей"_s;
    QTest::newRow("nothing") << u"  "_s << QString();
    QTest::newRow("a letter that looks like nothing") << u"\u3164\u3164"_s << QString();
    QTest::newRow("marks alone") << u"\u0301\u0308"_s << QString();
    QTest::newRow("nothing to see") << u"\u200b\u202e\u2069"_s << QString();
}

void ProfileTest::hostileNames() // SR-9
{
    QFETCH(QString, typed);
    QFETCH(QString, kept);
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    const RestAnswer answer = caller->call("passport.profile.update", names(typed, u"x"_s, 1));
    QCOMPARE(answer.status, kept.isEmpty() ? 400 : 200);
    if (kept.isEmpty()) {
        QCOMPARE(answer.details().value("key"_L1).toString(), u"firstName"_s);
        QCOMPARE(answer.details().value("reason"_L1).toString(), u"empty"_s);
    }
    const QString now = caller->call("passport.profile.get").result().value("firstName"_L1).toString();
    QCOMPARE(now, kept.isEmpty() ? u"Анна"_s : kept);
}

void ProfileTest::longNamesAreNotCut()
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    for (const auto key : {"firstName"_L1, "lastName"_L1}) {
        QJsonObject named = names(u"Анна"_s, u"Иванова"_s, 1);
        named.insert(key, QString(65, u'a'));
        const RestAnswer refused = caller->call("passport.profile.update", named);
        QCOMPARE(refused.status, 400);
        QCOMPARE(refused.error(), u"invalid_request"_s);
        QCOMPARE(refused.details().value("key"_L1).toString(), QString(key));
        QCOMPARE(refused.details().value("reason"_L1).toString(), u"too_long"_s);
        QCOMPARE(refused.details().value("limit"_L1).toInt(), 64);
    }
    QCOMPARE(caller->call("passport.profile.get").result().value("revision"_L1).toInt(), 1);
}

void ProfileTest::portalsKeepTheirOwnUntilTold()
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    const PortalId romashka = portalAt(backend, u"romashka"_s);
    QCOMPARE(nameIn(backend, romashka), u"Анна Иванова"_s);
    caller->call("passport.profile.update", names(u"Аня"_s, u"Иванова"_s, 1));
    QCOMPARE(nameIn(backend, romashka), u"Анна Иванова"_s);
    const RestAnswer told = caller->call("passport.profile.update", names(u"Аня"_s, u"Смирнова"_s, 2, true));
    // An invitation is no portal yet.
    QCOMPARE(outcomes(told), (QHash<QString, QString>{{u"Ромашка"_s, u"ok"_s}, {u"Склад"_s, u"ok"_s}}));
    QCOMPARE(nameIn(backend, romashka), u"Аня Смирнова"_s);
}

void ProfileTest::aPortalThatFailsIsToldAndTriedAgain()
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    const PortalId sklad = portalAt(backend, u"sklad"_s);
    set(backend, setting::portalMaintenance, u"Y"_s, sklad);
    const RestAnswer half = caller->call("passport.profile.update", names(u"Аня"_s, u"Иванова"_s, 1, true));
    QCOMPARE(half.status, 200);
    QCOMPARE(outcomes(half), (QHash<QString, QString>{{u"Ромашка"_s, u"ok"_s}, {u"Склад"_s, u"unavailable"_s}}));
    QCOMPARE(nameIn(backend, sklad), u"Анна Иванова"_s);
    set(backend, setting::portalMaintenance, u"N"_s, sklad);
    const QJsonObject retry{{"revision"_L1, 2}, {"updatePortals"_L1, true}, {"portals"_L1, QJsonArray{sklad.toJson()}}};
    const RestAnswer again = caller->call("passport.profile.update", retry);
    QCOMPARE(outcomes(again), (QHash<QString, QString>{{u"Склад"_s, u"ok"_s}}));
    QCOMPARE(again.result().value("revision"_L1).toInt(), 2);
    QCOMPARE(nameIn(backend, sklad), u"Аня Иванова"_s);
}

void ProfileTest::aPortalThatHasBlockedThePersonRefuses()
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    const PortalId sklad = portalAt(backend, u"sklad"_s);
    backend.foundation().store->writeNow([&](Db &db) {
        db.run("UPDATE member SET state = 'blocked' WHERE user_id = 1 AND member_id = ?"_L1, {sklad.toString()});
    });
    const RestAnswer answer = caller->call("passport.profile.update", names(u"Аня"_s, u"Иванова"_s, 1, true));
    QCOMPARE(outcomes(answer).value(u"Склад"_s), u"blocked"_s);
    QCOMPARE(nameIn(backend, sklad), u"Анна Иванова"_s);
}

void ProfileTest::otherProgramsHearOfIt()
{
    AccountFixture backend;
    const auto caller = backend.signedIn(anna);
    const auto other = backend.signedIn(anna);
    const QByteArray token = other->call("passport.pull.config").result().value("jwt"_L1).toString().toLatin1();
    RawClient socket(backend.port());
    QVERIFY(socket.openWebSocket("/bitrix/subws/?token=" + token + "&jsonRpc=true&revision=19"));
    caller->call("passport.profile.update", names(u"Аня"_s, u"Иванова"_s, 1));
    QJsonObject body;
    while (body.isEmpty()) {
        const auto frame = socket.frame();
        QVERIFY(frame);
        body = QJsonDocument::fromJson(frame->payload).object()["params"_L1]["body"_L1].toObject();
    }
    QCOMPARE(body.value("command"_L1).toString(), u"profileChanged"_s);
    const QJsonObject params = body.value("params"_L1).toObject();
    QCOMPARE(params, (QJsonObject{{"revision"_L1, 2}, {"what"_L1, u"profile"_s}}));
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::ProfileTest)
#include "profile_test.moc"
