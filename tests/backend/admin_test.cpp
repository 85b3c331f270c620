// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/admin/demo.h"
#include "backend/admin/subcommands.h"
#include "backend/foundation.h"
#include "support/backendfixture.h"
#include "support/restcaller.h"
#include "support/stricttest.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QProcess>
#include <QTemporaryDir>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace passport {

class AdminTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void personIsAddedAndSignsIn();
    void wrongWordsAreUsage_data();
    void wrongWordsAreUsage();
    void refusalsSayWhatToDo();
    void blockReachesTheRunningServer();
    void secondStepIsLifted();
    void signOutReachesTheRunningServer();
    void switchReachesTheRunningServer();
    void settingsAreListed();
    void auditIsListedAndVerified();
    void backupHoldsEverything();
    void demoFillsOnlyAnEmptyStore();
    void anotherProcessTakesNothingAway();
};

namespace {

/// What a second process on the same data folder is.
struct Admin {
    explicit Admin(const QString &folder)
        : foundation(std::move(
            *Foundation::open({.store = {.folder = folder}, .hasher = {.cost = {8192, 1}, .threads = 1}}, clock)))
    {
    }

    Result<std::vector<QJsonObject>> run(const QStringList &words, const QString &portal = {})
    {
        return runSubcommand(
            *foundation,
            {.words = words,
             .portal = portal,
             .firstName = u"Дарья"_s,
             .lastName = u"Новикова"_s,
             .readPassword = [this] { return password; }});
    }
    QString refusal(const QStringList &words, const QString &portal = {})
    {
        const auto output = run(words, portal);
        return output ? QString() : output.error().detail;
    }

    Clock clock;
    QByteArray password = "a long enough one";
    std::unique_ptr<Foundation> foundation;
};

const QString anna = u"anna@example.test"_s;
const QString annasPassword = u"anna-demo-Passport"_s;

} // namespace

void AdminTest::personIsAddedAndSignsIn()
{
    BackendFixture backend;
    Admin admin(backend.folder());
    const auto added = admin.run({u"user"_s, u"add"_s, u"Darya@Example.test"_s, u"8 900 000-00-05"_s});
    QVERIFY(added);
    const QJsonObject expected{
        {"id"_L1, 5},
        {"logins"_L1, QJsonArray{u"darya@example.test"_s, u"+89000000005"_s}},
        {"name"_L1, u"Дарья Новикова"_s},
        {"secondStep"_L1, false},
        {"blocked"_L1, false},
        {"passwordClosed"_L1, false}};
    QCOMPARE(added->at(0), expected);
    QCOMPARE(admin.run({u"user"_s, u"list"_s})->size(), 5U);
    RestCaller caller(backend.port());
    QCOMPARE(caller.signIn(u"darya@example.test"_s, u"a long enough one"_s).status, 200);
}

void AdminTest::wrongWordsAreUsage_data()
{
    QTest::addColumn<QString>("words");
    for (const char *words :
         {"", "user", "user add", "user list all", "user block", "user remove x", "setting", "setting set qr.basic",
          "setting get a b", "audit", "audit clear", "backup", "migrate now", "nonsense"})
        QTest::newRow(words) << QString::fromLatin1(words);
}

void AdminTest::wrongWordsAreUsage()
{
    QFETCH(const QString, words);
    const QTemporaryDir folder;
    const auto output = Admin(folder.path()).run(words.split(u' ', Qt::SkipEmptyParts));
    QVERIFY(!output);
    QCOMPARE(output.error().code, u"usage"_s);
}

void AdminTest::refusalsSayWhatToDo()
{
    BackendFixture backend;
    Admin admin(backend.folder());
    QCOMPARE(admin.refusal({u"user"_s, u"add"_s, anna}), u"one of these logins is taken; run: user list"_s);
    QCOMPARE(
        admin.refusal({u"user"_s, u"block"_s, u"nobody@example.test"_s}),
        u"nobody has the login nobody@example.test; run: user list"_s);
    QCOMPARE(admin.refusal({u"setting"_s, u"set"_s, u"qr.basic"_s, u"maybe"_s}), u"qr.basic is Y or N"_s);
    QCOMPARE(admin.refusal({u"setting"_s, u"get"_s, u"no.such"_s}), u"no setting is called no.such"_s);
    QCOMPARE(
        admin.refusal({u"setting"_s, u"set"_s, u"qr.basic"_s, u"Y"_s}, u"nowhere"_s), u"no portal is called nowhere"_s);
    QCOMPARE(admin.refusal({u"backup"_s, backend.folder()}), backend.folder() + u" exists; name a new file"_s);
    admin.password = "short";
    QCOMPARE(
        admin.refusal({u"user"_s, u"add"_s, u"new@example.test"_s}),
        u"the password (one line on standard input) has 8 to 128 characters"_s);
}

void AdminTest::blockReachesTheRunningServer() // SR-43
{
    BackendFixture backend;
    RestCaller caller(backend.port());
    QCOMPARE(caller.signIn(anna, annasPassword).status, 200);
    Admin admin(backend.folder());
    QCOMPARE(admin.run({u"user"_s, u"block"_s, anna})->at(0).value("blocked"_L1).toBool(), true);
    QTRY_COMPARE(caller.call("passport.profile.get").error(), u"invalid_token"_s);
    QCOMPARE(caller.signIn(anna, annasPassword).error(), u"wrong_credentials"_s);
    QVERIFY(admin.run({u"user"_s, u"unblock"_s, anna}));
    QCOMPARE(caller.signIn(anna, annasPassword).status, 200);
}

void AdminTest::secondStepIsLifted() // PR-12
{
    BackendFixture backend;
    const QString boris = u"boris@example.test"_s;
    RestCaller caller(backend.port());
    QCOMPARE(caller.signIn(boris, u"boris-demo-Passport"_s).error(), u"otp_required"_s);
    Admin admin(backend.folder());
    QCOMPARE(admin.run({u"user"_s, u"lift"_s, boris})->at(0).value("secondStep"_L1).toBool(true), false);
    QVERIFY(!admin.run({u"user"_s, u"lift"_s, boris})); // there is nothing to lift
    QCOMPARE(caller.signIn(boris, u"boris-demo-Passport"_s).status, 200);
    const QDir outbox(backend.folder() + u"/outbox"_s);
    QTRY_COMPARE(outbox.entryList({u"*.eml"_s}).size(), 1); // he hears of it
}

void AdminTest::signOutReachesTheRunningServer() // SR-43
{
    BackendFixture backend;
    RestCaller caller(backend.port());
    QCOMPARE(caller.signIn(anna, annasPassword).status, 200);
    QStringList ended;
    backend.onThread([&] {
        backend.foundation().sessions.onEnded([&](const SessionId &, const QString &reason) { ended.append(reason); });
    });
    QVERIFY(Admin(backend.folder()).run({u"user"_s, u"signout"_s, anna}));
    const auto told = [&] { return backend.onThread([&] { return ended; }); };
    QTRY_COMPARE(told(), QStringList{u"administrator"_s}); // what closes the sockets
    QCOMPARE(caller.call("passport.profile.get").error(), u"invalid_token"_s);
    QCOMPARE(caller.signIn(anna, annasPassword).status, 200); // he may come back
}

void AdminTest::switchReachesTheRunningServer() // SR-48
{
    BackendFixture backend;
    RestCaller caller(backend.port());
    const auto isAllowed = [&](const QJsonObject &parameters) {
        const QJsonObject told = caller.call("passport.capabilities", parameters).result();
        return told.value("qr"_L1).toObject().value("allowed"_L1).toBool();
    };
    Admin admin(backend.folder());
    QVERIFY(isAllowed({}));
    QVERIFY(admin.run({u"setting"_s, u"set"_s, u"main.allow_qrcode_auth"_s, u"N"_s}));
    QTRY_VERIFY(!isAllowed({}));
    QVERIFY(!isAllowed({{"portal"_L1, u"sklad"_s}}));
    QVERIFY(admin.run({u"setting"_s, u"set"_s, u"main.allow_qrcode_auth"_s, u"Y"_s}, u"sklad"_s));
    QTRY_VERIFY(isAllowed({{"portal"_L1, u"sklad"_s}}));
    QVERIFY(!isAllowed({}));
}

void AdminTest::settingsAreListed()
{
    const QTemporaryDir folder;
    Admin admin(folder.path());
    QCOMPARE(admin.run({u"setting"_s, u"get"_s})->size(), ServerSettings::known().size());
    const QJsonObject expected{{"name"_L1, u"main.allow_qrcode_auth"_s}, {"value"_L1, u"N"_s}};
    QCOMPARE(admin.run({u"setting"_s, u"get"_s, u"main.allow_qrcode_auth"_s})->at(0), expected);
}

void AdminTest::auditIsListedAndVerified() // SR-41
{
    BackendFixture backend;
    RestCaller caller(backend.port());
    caller.signIn(anna, u"wrong"_s);
    caller.signIn(anna, annasPassword);
    caller.call("passport.signout");
    Admin admin(backend.folder());
    const auto lines = admin.run({u"audit"_s, u"list"_s});
    QVERIFY(lines);
    QStringList events;
    for (const QJsonObject &line : *lines)
        events.append(line.value("event"_L1).toString());
    QCOMPARE(events, (QStringList{u"signin.fail"_s, u"signin.ok"_s, u"signout"_s}));
    const QJsonObject failure = lines->at(0);
    QCOMPARE(failure.value("actor"_L1).toInt(), 1);
    QCOMPARE(failure.value("address"_L1).toString(), u"127.0.0.1"_s);
    QCOMPARE(failure.value("device"_L1).toString(), u"test, Debian, tests"_s);
    QCOMPARE(failure.value("data"_L1).toObject().value("reason"_L1).toString(), u"password"_s);
    QVERIFY(!failure.value("requestId"_L1).toString().isEmpty());
    QCOMPARE(admin.run({u"audit"_s, u"verify"_s})->at(0).value("entries"_L1).toInt(), 3);
    admin.foundation->store->writeNow([](Db &db) { db.run("UPDATE audit SET address = '' WHERE number = 2"_L1); });
    QCOMPARE(admin.refusal({u"audit"_s, u"verify"_s}), u"the audit log was changed at or before number 2"_s);
}

void AdminTest::backupHoldsEverything()
{
    BackendFixture backend;
    const QTemporaryDir copy;
    const QString file = copy.filePath(u"passport.sqlite"_s);
    QVERIFY(Admin(backend.folder()).run({u"backup"_s, file}));
    struct stat info = {};
    QCOMPARE(::stat(QFile::encodeName(file).constData(), &info), 0);
    QCOMPARE(info.st_mode & 0777U, 0600U);
    QCOMPARE(Admin(copy.path()).run({u"user"_s, u"list"_s})->size(), 4U);
}

void AdminTest::demoFillsOnlyAnEmptyStore()
{
    const QTemporaryDir folder;
    Admin admin(folder.path());
    QVERIFY(fillDemo(*admin.foundation, 3));
    QVERIFY(fillDemo(*admin.foundation, 5));
    QCOMPARE(admin.run({u"user"_s, u"list"_s})->size(), 4U);
    const auto count = [](Db &db) {
        Rows rows = db.select("SELECT count(*) FROM member WHERE user_id = 1"_L1);
        return rows.next() ? rows.integer(0) : -1;
    };
    QCOMPARE(admin.foundation->store->writeNow(count), 3 + 5); // romashka, sklad, test24 and five more
    QVERIFY(admin.foundation->settings.isOn(setting::qrAllowed));
}

/// A process that closes a database believes itself alone if our locks are gone, and deletes the journal under us.
void AdminTest::anotherProcessTakesNothingAway()
{
    BackendFixture backend;
    RestCaller caller(backend.port());
    const auto subcommand = [&](const QStringList &words) {
        QProcess program;
        program.start(
            QCoreApplication::applicationDirPath() + u"/passport-backend"_s,
            QStringList{u"--data"_s, backend.folder()} + words);
        return program.waitForFinished() && program.exitCode() == 0 ? program.readAllStandardOutput() : QByteArray();
    };
    QCOMPARE(subcommand({u"user"_s, u"list"_s}).count('\n'), 4);
    QCOMPARE(caller.signIn(anna, u"wrong"_s).error(), u"wrong_credentials"_s);
    QVERIFY(subcommand({u"audit"_s, u"list"_s}).contains("\"signin.fail\""));
    QCOMPARE(caller.signIn(anna, annasPassword).status, 200);
    backend.kill();
    backend.restart();
    (void)caller.call("passport.profile.get"); // learns the new nonce
    QCOMPARE(caller.call("passport.profile.get").status, 200);
    QCOMPARE(subcommand({u"audit"_s, u"verify"_s}), "{\"entries\":2,\"event\":\"verified\"}\n");
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::AdminTest)
#include "admin_test.moc"
