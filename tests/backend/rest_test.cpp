// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/foundation.h"
#include "backend/rest/envelope.h"
#include "backend/rest/errorsentences.h"
#include "protocol/errorcodes.h"
#include "support/backendfixture.h"
#include "support/restcaller.h"
#include "support/stricttest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {

class RestTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void envelopeOfSuccess();
    void envelopeOfFailure();
    void malformedRequestsNameTheKey_data();
    void malformedRequestsNameTheKey();
    void pathsAreForgiving_data();
    void pathsAreForgiving();
    void unknownMethods();
    void ownMethodsArePostAlone();
    void tokenTravelsInManyWays();
    void portalTokenIsGoodAtHomeOnly();
    void batchAnswersEachPart();
    void batchHasLimits();
    void batchHalts();
    void batchKeepsTheOrder_data();
    void batchKeepsTheOrder();
    void everyCodeHasItsSentence();
    void failureOfTheStoreIsInternal();
    void capabilitiesTellTheSwitches();
    void documentedMethods();
};

namespace {

QByteArray compact(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
}

RestCaller annaAt(const BackendFixture &backend, bool withKey = false)
{
    RestCaller caller(backend.port());
    caller.signIn(u"anna@example.test"_s, u"anna-demo-Passport"_s, withKey);
    return caller;
}

} // namespace

void RestTest::envelopeOfSuccess() // wire.md 3.5
{
    BackendFixture backend;
    RestCaller caller = annaAt(backend);
    const RestAnswer answer = caller.call("passport.profile.get");
    QCOMPARE(answer.header("Content-Type"), "application/json; charset=utf-8");
    const QRegularExpression form(
        QString::fromUtf8(R"(^\{"result":\{"firstName":"Анна","lastName":"Иванова","revision":1\},)"
                          R"("time":\{"start":\d+\.\d+,"finish":\d+\.\d+,"duration":\d+\.\d+,"processing":\d+\.\d+,)"
                          R"("date_start":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00",)"
                          R"("date_finish":"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00"\}\}$)"));
    QVERIFY2(form.match(QString::fromUtf8(answer.body)).hasMatch(), answer.body.constData());
}

void RestTest::envelopeOfFailure()
{
    BackendFixture backend;
    RestCaller caller(backend.port());
    const RestAnswer answer = caller.call("passport.profile.get");
    const QRegularExpression form(QString::fromUtf8(
        R"(^\{"details":\{"requestId":"[^"]+"\},"error":"NO_AUTH_FOUND","error_description":"[^"]+"\}$)"));
    QVERIFY2(form.match(QString::fromUtf8(answer.body)).hasMatch(), answer.body.constData());
    QCOMPARE(answer.details().value("requestId"_L1).toString().toLatin1(), answer.header("X-Request-Id"));
}

void RestTest::malformedRequestsNameTheKey_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no JSON") << QByteArray("{\"login\":") << u"body"_s << u"unterminated object"_s;
    QTest::newRow("list") << QByteArray("[]") << u"login"_s << u"expected string"_s; // a form with an odd name
    QTest::newRow("empty") << QByteArray() << u"login"_s << u"expected string"_s;
    QTest::newRow("type") << QByteArray(R"({"login":7,"password":"x","device":{}})") << u"login"_s
                          << u"expected string"_s;
    QTest::newRow("missing") << QByteArray(R"({"login":"a","device":{}})") << u"password"_s << u"expected string"_s;
    QTest::newRow("inner") << QByteArray(R"({"login":"a","password":"b","device":{"name":1}})") << u"device.name"_s
                           << u"expected string"_s;
    QTest::newRow("deep") << QByteArray(17, '{') << u"body"_s << u"nested too deep"_s; // SR-24
    // A megabyte of these once kept the one I/O thread busy for a minute.
    QTest::newRow("many") << QByteArray("&a[]").repeated(200'000) << u"body"_s << u"too many fields"_s;
}

void RestTest::malformedRequestsNameTheKey()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QString, key);
    QFETCH(const QString, reason);
    BackendFixture backend;
    const RestAnswer answer = RestCaller(backend.port()).post("/rest/passport.signin", body);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.error(), u"invalid_request"_s);
    QCOMPARE(answer.details().value("key"_L1).toString(), key);
    QCOMPARE(answer.details().value("reason"_L1).toString(), reason);
}

void RestTest::pathsAreForgiving_data() // wire.md 2.14
{
    QTest::addColumn<QByteArray>("target");
    for (const char *target :
         {"/rest/server.time", "/rest//server.time", "/rest/server.time.json", "/rest/server.time/",
          "/rest//server.time?bx24_request_id=1&bx24_sdk_ver=2"})
        QTest::newRow(target) << QByteArray(target);
}

void RestTest::pathsAreForgiving()
{
    QFETCH(const QByteArray, target);
    BackendFixture backend;
    RestCaller caller(backend.port());
    for (const RestAnswer &answer : {caller.post(target, "{}"), caller.get(target)}) {
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.json().value("result"_L1).toString().endsWith(u"+00:00"_s));
    }
}

void RestTest::unknownMethods()
{
    BackendFixture backend;
    RestCaller caller(backend.port());
    for (const char *method : {"passport.nothing", "", "../etc/passwd", "passport.signin.json.json"}) {
        const RestAnswer answer = caller.call(method);
        QCOMPARE(answer.status, 404);
        QCOMPARE(answer.error(), u"ERROR_METHOD_NOT_FOUND"_s);
    }
}

void RestTest::ownMethodsArePostAlone()
{
    BackendFixture backend;
    QCOMPARE(RestCaller(backend.port()).get("/rest/passport.capabilities").status, 404);
}

void RestTest::tokenTravelsInManyWays() // wire.md 3.5
{
    BackendFixture backend;
    const QByteArray token = annaAt(backend).accessToken;
    RestCaller caller(backend.port());
    QCOMPARE(caller.post("/rest/profile", "{}", {{"Authorization", "bearer " + token}}).status, 200);
    QCOMPARE(caller.post("/rest/profile", "{\"auth\":\"" + token + "\"}").status, 200);
    QCOMPARE(caller.post("/rest/profile", "access_token=" + token).status, 200);
    QCOMPARE(caller.post("/rest/profile?auth=" + token, {}).status, 200);
    QCOMPARE(caller.get("/rest/profile?auth=" + token).status, 200);
    // The header wins.
    const RestAnswer wrong = caller.post("/rest/profile?auth=" + token, {}, {{"Authorization", "Bearer x"}});
    QCOMPARE(wrong.error(), u"invalid_token"_s);
    QCOMPARE(caller.post("/rest/profile", {}, {{"Authorization", "Basic " + token}}).error(), u"invalid_token"_s);
}

void RestTest::portalTokenIsGoodAtHomeOnly() // api.md 2
{
    BackendFixture backend;
    const RestCaller anna = annaAt(backend);
    Foundation &foundation = backend.foundation();
    QByteArray token;
    foundation.store->writeNow([&](Db &db) {
        Rows portal = db.select("SELECT member_id FROM portal WHERE address = 'romashka'"_L1);
        Rows session = db.select("SELECT id FROM session"_L1);
        QVERIFY(portal.next() && session.next());
        const SessionTokens tokens
            = foundation.sessions.issue(db, SessionId(session.text(0)), PortalId(portal.text(0)));
        QCOMPARE(tokens.clientEndpoint, backend.url().toString() + u"/p/romashka/rest/"_s);
        QCOMPARE(tokens.memberId, portal.text(0));
        token = tokens.accessToken.toLatin1();
    });
    RestCaller caller(backend.port());
    const RestCaller::Headers headers{{"Authorization", "Bearer " + token}};
    const RestAnswer home = caller.post("/p/romashka/rest/profile", "{}", headers);
    QCOMPARE(
        compact(home.result()),
        QByteArray(
            R"([{"ADMIN":true,"ID":"1","LAST_NAME":"Иванова","NAME":"Анна","PERSONAL_GENDER":"","TIME_ZONE":"UTC"}])"));
    QCOMPARE(caller.post("/p/sklad/rest/profile", "{}", headers).error(), u"WRONG_AUTH_TYPE"_s);
    QCOMPARE(caller.post("/p/nowhere/rest/profile", "{}", headers).error(), u"WRONG_AUTH_TYPE"_s);
    QCOMPARE(caller.post("/rest/profile", "{}", headers).error(), u"WRONG_AUTH_TYPE"_s);
    QCOMPARE(caller.post("/p/romashka/rest/passport.profile.get", "{}", headers).error(), u"WRONG_AUTH_TYPE"_s);
    const RestCaller::Headers passport{{"Authorization", "Bearer " + anna.accessToken}};
    QCOMPARE(caller.post("/p/romashka/rest/profile", "{}", passport).error(), u"WRONG_AUTH_TYPE"_s);
}

void RestTest::batchAnswersEachPart() // wire.md 3.5
{
    BackendFixture backend;
    RestCaller caller = annaAt(backend);
    backend.onThread([&] {
        backend.foundation().methods.addPlain(
            "test.echo"_L1, Auth::Token,
            [](const QJsonObject &parameters, const Call &) -> boost::asio::awaitable<Result<QJsonValue>> {
                co_return QJsonValue(parameters);
            });
    });
    const QJsonObject commands{
        {"who"_L1, u"profile"_s},
        {"a"_L1, u"test.echo?name=$result[who][NAME]&list[]=1&list[]=2"_s},
        {"no"_L1, u"no.such?x=1"_s}};
    const RestAnswer answer = caller.call("batch", {{"halt"_L1, 0}, {"cmd"_L1, commands}});
    QCOMPARE(answer.status, 200);
    const QJsonObject result = answer.result();
    QCOMPARE(
        compact(result.value("result"_L1).toObject().value("a"_L1)),
        QByteArray(R"([{"list":{"0":"1","1":"2"},"name":"Анна"}])"));
    QCOMPARE(result.value("result"_L1).toObject().value("who"_L1).toObject().value("ID"_L1).toString(), u"1"_s);
    QCOMPARE(
        compact(result.value("result_error"_L1)),
        QByteArray(R"([{"no":{"error":"ERROR_METHOD_NOT_FOUND","error_description":"There is no such method."}}])"));
    QCOMPARE(compact(result.value("result_total"_L1)), QByteArray("[[]]"));
    QCOMPARE(result.value("result_time"_L1).toObject().keys(), (QStringList{u"a"_s, u"who"_s}));
    // The form that the public SDK sends.
    const RestAnswer form
        = caller.post("/rest/batch", "halt=0&cmd[t]=server.time", {{"Authorization", "Bearer " + caller.accessToken}});
    QCOMPARE(compact(form.result().value("result_error"_L1)), QByteArray("[[]]"));
}

void RestTest::batchHasLimits()
{
    BackendFixture backend;
    RestCaller caller = annaAt(backend);
    QJsonArray many;
    for (int i = 0; i < 51; ++i)
        many.append(u"server.time"_s);
    const QJsonObject result = caller.call("batch", {{"cmd"_L1, many}}).result();
    QCOMPARE(result.value("result"_L1).toObject().size(), 50);
    QCOMPARE(
        result.value("result_error"_L1).toObject().value("50"_L1).toObject().value("error"_L1).toString(),
        u"ERROR_BATCH_LENGTH_EXCEEDED"_s);
    // No batch in a batch, and no passwords to try by the dozen.
    const QJsonArray refused{u"batch?cmd[x]=server.time"_s, u"passport.signin?login=a&password=b"_s};
    const QJsonObject errors = caller.call("batch", {{"cmd"_L1, refused}}).result().value("result_error"_L1).toObject();
    for (const QJsonValue &error : errors)
        QCOMPARE(error.toObject().value("error"_L1).toString(), u"ERROR_BATCH_METHOD_NOT_ALLOWED"_s);
    QCOMPARE(errors.size(), 2);
    QCOMPARE(caller.call("batch").error(), u"invalid_request"_s);
}

void RestTest::batchHalts()
{
    BackendFixture backend;
    RestCaller caller = annaAt(backend);
    const QJsonArray commands{u"server.time"_s, u"no.such"_s, u"server.time"_s};
    const QJsonObject result = caller.call("batch", {{"halt"_L1, true}, {"cmd"_L1, commands}}).result();
    QCOMPARE(result.value("result"_L1).toObject().keys(), QStringList{u"0"_s});
    QCOMPARE(result.value("result_error"_L1).toObject().keys(), QStringList{u"1"_s});
}

void RestTest::batchKeepsTheOrder_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QStringList>("ran");
    QTest::addColumn<QStringList>("failed");
    const QByteArray halted = R"({"halt":1,"cmd":{"z":"test.note?n=z","y":"nope","a":"test.note?n=a"}})";
    QTest::newRow("JSON, halted") << halted << QStringList{u"z"_s} << QStringList{u"y"_s};
    QTest::newRow("form, halted") << "halt=1&cmd[z]=test.note%3Fn%3Dz&cmd[y]=nope&cmd[a]=test.note%3Fn%3Da"_ba
                                  << QStringList{u"z"_s} << QStringList{u"y"_s};
    QTest::newRow("escaped names") << R"({"cmd":{"\u007a":"test.note?n=z","b\"":"test.note?n=b"}})"_ba
                                   << QStringList{u"z"_s, u"b"_s} << QStringList();
    QTest::newRow("references")
        << R"({"cmd":{"m":"test.note?n=$result[z]","z":"test.note?n=z","a":"test.note?n=a"}})"_ba
        << QStringList{u"z"_s, u"m"_s, u"a"_s} << QStringList();
    QByteArrayList json;
    QByteArrayList form;
    QStringList ran;
    QStringList failed;
    for (int i = 0; i < 60; ++i) {
        const QByteArray number = QByteArray::number(i);
        const QByteArray before = QByteArray::number(i - 1);
        const QByteArray used = i % 2 == 1 ? "&before=$result[" + before + ']' : QByteArray();
        json.append('"' + number + R"(":"test.note?n=)" + number + used + '"');
        form.append("cmd[" + number + "]=" + ("test.note?n=" + number + used).toPercentEncoding());
        (i < 50 ? ran : failed).append(QString::number(i));
    }
    failed.sort();
    QTest::newRow("sixty, JSON") << "{\"cmd\":{" + json.join(',') + "}}" << ran << failed;
    QTest::newRow("sixty, form") << form.join('&') << ran << failed;
}

void RestTest::batchKeepsTheOrder() // wire.md 3.5
{
    QFETCH(QByteArray, body);
    QFETCH(QStringList, ran);
    QFETCH(QStringList, failed);
    BackendFixture backend;
    RestCaller caller = annaAt(backend);
    QStringList notes; // of the I/O thread until the answer is here
    backend.onThread([&] {
        backend.foundation().methods.addPlain(
            "test.note"_L1, Auth::Token,
            [&notes](const QJsonObject &parameters, const Call &) -> boost::asio::awaitable<Result<QJsonValue>> {
                notes.append(parameters.value("n"_L1).toString(u"m"_s));
                co_return QJsonValue(u"m"_s);
            });
    });
    const RestAnswer answer = caller.post("/rest/batch", body, {{"Authorization", "Bearer " + caller.accessToken}});
    QCOMPARE(answer.status, 200);
    QCOMPARE(backend.onThread([&] { return notes; }), ran);
    QCOMPARE(answer.result().value("result_error"_L1).toObject().keys(), failed);
}

void RestTest::everyCodeHasItsSentence()
{
    QSet<QString> sentences;
    for (const ErrorCode &row : errorCodes()) {
        const QString sentence = errorObject(Error::ofCode(row.code)).value("error_description"_L1).toString();
        QVERIFY2(sentence.endsWith(u'.') && sentence != u"The request was refused."_s, row.code.data());
        sentences.insert(sentence);
    }
    QCOMPARE(sentences.size(), qsizetype(errorCodes().size())); // none says the same as another
    BackendFixture backend;
    RestCaller caller(backend.port());
    const QJsonObject said = caller.call("passport.profile.get").json();
    QCOMPARE(said.value("error_description"_L1).toString(), sentenceOfCode(code::noAuthFound));
}

void RestTest::failureOfTheStoreIsInternal() // SR-47
{
    BackendFixture backend;
    RestCaller caller = annaAt(backend);
    QCOMPARE(caller.call("profile").status, 200);
    backend.foundation().store->writeNow([](Db &db) { db.run("ALTER TABLE login RENAME TO hidden"_L1); });
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"^request .* failed: .*no such table"_s));
    const RestAnswer answer = caller.call("profile");
    QCOMPARE(answer.status, 500);
    QCOMPARE(answer.error(), u"internal"_s);
    QVERIFY(!answer.body.contains("login")); // the cause stays in our log
    QVERIFY(!answer.details().value("requestId"_L1).toString().isEmpty());
}

void RestTest::capabilitiesTellTheSwitches() // SR-48
{
    BackendFixture backend;
    RestCaller caller(backend.port());
    const auto qr = [&](const QJsonObject &parameters) {
        return caller.call("passport.capabilities", parameters).result().value("qr"_L1).toObject();
    };
    QCOMPARE(qr({}).value("allowed"_L1).toBool(), true);
    QCOMPARE(qr({}).value("basic"_L1).toBool(), false);
    QCOMPARE(qr({}).value("phoneSteps"_L1).toObject().value("ru"_L1).toArray().size(), 3);
    const QJsonObject sklad = qr({{"portal"_L1, u"sklad"_s}});
    QCOMPARE(sklad.value("allowed"_L1).toBool(true), false);
    QCOMPARE(sklad.value("reason"_L1).toString(), u"disabled"_s);
    QCOMPARE(qr({{"portal"_L1, backend.url().toString() + u"/p/romashka/"_s}}).value("allowed"_L1).toBool(), true);
    QCOMPARE(caller.call("passport.capabilities", {{"portal"_L1, u"none"_s}}).error(), u"not_found"_s);
    const QJsonArray methods = caller.call("passport.capabilities").result().value("methods"_L1).toArray();
    QVERIFY(methods.contains(u"passport.signin"_s) && methods.contains(u"batch"_s));
}

void RestTest::documentedMethods()
{
    BackendFixture backend;
    RestCaller caller = annaAt(backend, true); // a bound token works for them too
    const RestAnswer profile = caller.call("profile");
    QCOMPARE(profile.status, 200);
    const QByteArray expected
        = "[{\"ADMIN\":false,\"EMAIL\":\"anna@example.test\",\"ID\":\"1\",\"LAST_NAME\":\"Иванова\","
          "\"LOGIN\":\"anna@example.test\",\"NAME\":\"Анна\",\"PERSONAL_GENDER\":\"\",\"PROFILE\":\""
        + backend.url().toString().toLatin1() + "/passport/view/\",\"TIME_ZONE\":\"UTC\"}]";
    QCOMPARE(compact(profile.result()), expected);
    RestCaller guest(backend.port());
    const RestAnswer refused = guest.call("pull.config.get"); // wire.md 2.3
    QCOMPARE(refused.status, 403);
    QCOMPARE(refused.error(), u"AUTHORIZE_ERROR"_s);
    QCOMPARE(caller.call("pull.config.get").error(), u"WRONG_AUTH_TYPE"_s);
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::RestTest)
#include "rest_test.moc"
