// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/accountfixture.h"
#include "support/stricttest.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

const QString anna = u"anna"_s;
const QString gleb = u"gleb"_s;

QJsonObject portalOf(RestCaller &caller, const QString &address)
{
    const QJsonArray items = caller.call("passport.portals.list").result().value("items"_L1).toArray();
    for (const QJsonValue &item : items) {
        if (item["address"_L1].toString() == address)
            return item.toObject();
    }
    return {};
}

/// What a call of the person himself can see of himself: it changes with each change that these tests make.
QByteArray seenBy(RestCaller &caller)
{
    QByteArray seen;
    for (const char *method :
         {"passport.portals.list", "passport.invitations.list", "passport.profile.get", "passport.contacts.list",
          "passport.security.get"})
        seen += QJsonDocument(caller.call(method).result()).toJson(QJsonDocument::Compact);
    return seen;
}

int answersKept(BackendFixture &backend)
{
    return backend.foundation().store->writeNow([](Db &db) {
        Rows rows = db.select("SELECT count(*) FROM answer"_L1);
        return rows.next() ? rows.smallInteger(0) : -1;
    });
}

/// Keeping answers fails, as on a disk that has become full in that moment.
void refuseAnswers(BackendFixture &backend)
{
    backend.foundation().store->writeNow([](Db &db) {
        db.run("CREATE TRIGGER no_answer BEFORE INSERT ON answer BEGIN SELECT RAISE(ABORT, 'full'); END"_L1);
    });
}

void acceptAnswers(BackendFixture &backend)
{
    backend.foundation().store->writeNow([](Db &db) { db.run("DROP TRIGGER no_answer"_L1); });
}

} // namespace

/// The network goes between "Save" and the answer (api.md 1, `idempotencyKey`): a change and the answer for its repeat
/// are one, so that it is made once.
class FirstAnswersTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void changeAndAnswerAreOne_data();
    void changeAndAnswerAreOne();
    void deletionKeepsNothing();
};

void FirstAnswersTest::changeAndAnswerAreOne_data()
{
    QTest::addColumn<QString>("who");
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QString>("portal"); // whose id the call names
    QTest::addColumn<QJsonObject>("wish");
    QTest::newRow("create") << gleb << "passport.portals.create"_ba << QString() << QJsonObject{{"title"_L1, u"x"_s}};
    QTest::newRow("rename") << anna << "passport.portals.rename"_ba << u"romashka"_s
                            << QJsonObject{{"address"_L1, u"daisy"_s}};
    QTest::newRow("leave") << anna << "passport.portals.leave"_ba << u"sklad"_s << QJsonObject{};
    QTest::newRow("end") << u"vera"_s << "passport.portals.leave"_ba << u"vera-1"_s
                         << QJsonObject{{"endPortal"_L1, true}};
    QTest::newRow("accept") << anna << "passport.invitations.accept"_ba << u"test24"_s << QJsonObject{};
    QTest::newRow("decline") << anna << "passport.invitations.decline"_ba << u"test24"_s << QJsonObject{};
    QTest::newRow("name") << anna << "passport.profile.update"_ba << QString()
                          << QJsonObject{{"firstName"_L1, u"Яна"_s}, {"updatePortals"_L1, true}, {"revision"_L1, 1}};
    QTest::newRow("password") << anna << "passport.password.change"_ba << QString()
                              << QJsonObject{
                                     {"current"_L1, AccountFixture::password(anna)},
                                     {"new"_L1, u"seven green herons"_s},
                                     {"signOutOthers"_L1, true}};
    QTest::newRow("contact") << anna << "passport.contacts.add"_ba << QString()
                             << QJsonObject{
                                    {"kind"_L1, u"email"_s},
                                    {"value"_L1, u"anna@new.test"_s},
                                    {"password"_L1, AccountFixture::password(anna)}};
}

void FirstAnswersTest::changeAndAnswerAreOne()
{
    QFETCH(const QString, who);
    QFETCH(const QByteArray, method);
    QFETCH(const QString, portal);
    QFETCH(QJsonObject, wish);
    AccountFixture backend;
    backend.clock().stop();
    const auto caller = backend.signedIn(who);
    QCOMPARE(backend.stepUp(*caller, who).status, 200);
    if (!portal.isEmpty()) {
        const QJsonValue id = portalOf(*caller, portal).value("memberId"_L1);
        wish.insert(method.startsWith("passport.invitations") ? "id"_L1 : "memberId"_L1, id);
    }
    wish.insert("idempotencyKey"_L1, u"0123456789abcdef"_s);
    const QByteArray before = seenBy(*caller);
    refuseAnswers(backend);
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"^request .* failed: "_s));
    QCOMPARE(caller->call(method, wish).status, 500);
    QCOMPARE(seenBy(*caller), before); // nothing half done
    acceptAnswers(backend);
    const RestAnswer first = caller->call(method, wish);
    QCOMPARE(first.status, 200);
    const QByteArray after = seenBy(*caller);
    QVERIFY(after != before);
    QCOMPARE(answersKept(backend), 1);
    backend.kill(); // whatever happens to the server then
    backend.restart();
    (void)caller->call("passport.profile.get"); // the new server's nonce
    const RestAnswer again = caller->call(method, wish);
    QCOMPARE(again.status, 200);
    QCOMPARE(again.result(), first.result());
    QCOMPARE(seenBy(*caller), after);
}

void FirstAnswersTest::deletionKeepsNothing() // PR-16
{
    AccountFixture backend;
    const auto caller = backend.signedIn(gleb);
    QCOMPARE(
        caller
            ->call(
                "passport.profile.update",
                {{"lastName"_L1, u"Тайный"_s}, {"revision"_L1, 1}, {"idempotencyKey"_L1, u"0123456789abcdef"_s}})
            .status,
        200);
    QCOMPARE(answersKept(backend), 1);
    const QJsonObject wish{{"password"_L1, backend.password(gleb)}, {"idempotencyKey"_L1, u"fedcba9876543210"_s}};
    refuseAnswers(backend);
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"^request .* failed: "_s));
    QCOMPARE(caller->call("passport.delete", wish).status, 500);
    QCOMPARE(caller->call("passport.profile.get").status, 200); // he is still there
    acceptAnswers(backend);
    QCOMPARE(caller->call("passport.delete", wish).status, 200);
    QCOMPARE(answersKept(backend), 0); // an answer holds names, too
    QCOMPARE(caller->call("passport.delete", wish).error(), u"invalid_token"_s); // nobody any more
    QCOMPARE(backend.audited(u"passport.delete"_s), 1);
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::FirstAnswersTest)
#include "firstanswers_test.moc"
