// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/foundation.h"
#include "backend/rest/firstanswer.h"
#include "support/backendfixture.h"
#include "support/restcaller.h"
#include "support/stricttest.h"

#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

RestCaller annaAt(const BackendFixture &backend)
{
    RestCaller caller(backend.port());
    caller.signIn(u"anna@example.test"_s, u"anna-demo-Passport"_s, false);
    return caller;
}

qint64 sessionCount(BackendFixture &backend)
{
    return backend.foundation().store->writeNow([](Db &db) {
        Rows rows = db.select("SELECT count(*) FROM session"_L1);
        return rows.next() ? rows.integer(0) : -1;
    });
}

} // namespace

/// Changing calls that come again (api.md 1, `idempotencyKey`).
class RepeatsTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void repeatedCallGetsTheFirstAnswer();
    void changeAndItsAnswerAreOne();
    void tokensAreRememberedForAMinute();
    void idempotencyKeyHasALength();
};

void RepeatsTest::repeatedCallGetsTheFirstAnswer() // api.md 1
{
    BackendFixture backend;
    int calls = 0;
    backend.onThread([&] {
        backend.foundation().methods.addPlain(
            "test.count"_L1, Auth::Token,
            [&calls](const QJsonObject &, const Call &) -> boost::asio::awaitable<Result<QJsonValue>> {
                co_return QJsonValue(++calls);
            });
    });
    RestCaller caller = annaAt(backend);
    const QJsonObject first{{"idempotencyKey"_L1, u"0123456789abcdef"_s}};
    QCOMPARE(caller.call("test.count", first).json().value("result"_L1).toInt(), 1);
    QCOMPARE(caller.call("test.count", first).json().value("result"_L1).toInt(), 1);
    QCOMPARE(
        caller.call("test.count", {{"idempotencyKey"_L1, u"another-key-of-it"_s}}).json().value("result"_L1).toInt(),
        2);
    RestCaller other = annaAt(backend); // another session's key is another key
    QCOMPARE(other.call("test.count", first).json().value("result"_L1).toInt(), 3);
    QCOMPARE(calls, 3);
    backend.clock().advance(14min);
    QCOMPARE(caller.call("test.count", first).json().value("result"_L1).toInt(), 1);
    backend.clock().advance(24h);
    QCOMPARE(caller.refresh().status, 200);
    QCOMPARE(caller.call("test.count", first).json().value("result"_L1).toInt(), 4);
}

/// Whoever dies between a change and its answer has kept both: the repeat does not make the change again.
void RepeatsTest::changeAndItsAnswerAreOne()
{
    BackendFixture backend;
    int spent = 0;
    const auto spend = [&](const Call &call) -> boost::asio::awaitable<Result<QJsonValue>> {
        const auto job = [&spent](Db &) -> Result<Done> {
            ++spent;
            return Done{};
        };
        auto writing = writeOnce(*backend.foundation().store, call, job);
        co_await std::move(writing);
        throw std::runtime_error("died after the commit");
    };
    const auto add = [&] {
        backend.foundation().methods.addPlain(
            "test.spend"_L1, Auth::Token, [&](const QJsonObject &, const Call &call) { return spend(call); });
    };
    backend.onThread(add);
    RestCaller caller = annaAt(backend);
    const QJsonObject named{{"idempotencyKey"_L1, u"0123456789abcdef"_s}};
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"^request .* failed: died after the commit"_s));
    QCOMPARE(caller.call("test.spend", named).status, 500);
    QCOMPARE(spent, 1);
    backend.kill();
    backend.restart();
    backend.onThread(add);
    QCOMPARE(caller.call("test.spend", named).status, 200);
    QCOMPARE(spent, 1);
}

void RepeatsTest::tokensAreRememberedForAMinute() // api.md 1
{
    BackendFixture backend;
    RestCaller caller(backend.port());
    const QJsonObject parameters{
        {"login"_L1, u"anna@example.test"_s},
        {"password"_L1, u"anna-demo-Passport"_s},
        {"device"_L1, testDevice()},
        {"idempotencyKey"_L1, u"0123456789abcdef"_s}};
    const QJsonObject first = caller.call("passport.signin", parameters).result();
    QCOMPARE(caller.call("passport.signin", parameters).result(), first);
    QCOMPARE(sessionCount(backend), 1);
    QJsonObject otherPassword = parameters;
    otherPassword.insert("password"_L1, u"wrong"_s);
    QCOMPARE(caller.call("passport.signin", otherPassword).error(), u"wrong_credentials"_s);
    backend.clock().advance(60s);
    QVERIFY(caller.call("passport.signin", parameters).result() != first);
    QCOMPARE(sessionCount(backend), 2);
}

void RepeatsTest::idempotencyKeyHasALength()
{
    BackendFixture backend;
    RestCaller caller = annaAt(backend);
    for (const QString &key : {u"short"_s, QString(65, u'x')}) {
        const RestAnswer answer = caller.call("profile", {{"idempotencyKey"_L1, key}});
        QCOMPARE(answer.details().value("key"_L1).toString(), u"idempotencyKey"_s);
    }
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::RepeatsTest)
#include "repeats_test.moc"
