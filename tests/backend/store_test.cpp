// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/store.h"

#include "backend/store/outsidechanges.h"
#include "backend/store/secrets.h"
#include "backend/store/serversettings.h"
#include "support/awaited.h"
#include "support/stricttest.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>
#include <csignal>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

std::unique_ptr<Store> opened(const QString &folder)
{
    auto store = Store::open({.folder = folder});
    return store ? std::move(*store) : nullptr;
}

mode_t modeOf(const QString &name)
{
    struct stat info = {};
    ::stat(QFile::encodeName(name).constData(), &info);
    return info.st_mode & 0777;
}

qint64 countSettings(Db &db)
{
    Rows rows = db.select("SELECT count(*) FROM setting"_L1);
    return rows.next() ? rows.integer(0) : -1;
}

void addSetting(Db &db)
{
    db.run("INSERT INTO setting VALUES ('a', '', 'b')"_L1);
}

} // namespace

class StoreTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void acknowledgedChangesSurviveKill9();
    void readersSeeWhatWasWritten();
    void exceptionRollsBack();
    void errorResultIsCommitted();
    void selectsNest();
    void foldersAndFilesAreTheOwnersAlone();
    void newerSchemaIsRefused();
    void folderThatIsNoFolderIsRefused();
    void folderHasOneServer();
    void backupCanBeOpened();
    void secretsOthersCanReadAreRefused();
    void secretsStayTheSame();
    void settingsKnowTheirFormAndPortal();
    void changeOfAnotherProcessIsNoticed();
};

void StoreTest::acknowledgedChangesSurviveKill9()
{
    const QTemporaryDir parent;
    const QString folder = parent.filePath(u"data"_s);
    QProcess writer;
    writer.start(QCoreApplication::applicationDirPath() + u"/passport-test-storewriter"_s, {folder});
    QByteArray said;
    QTRY_VERIFY((said += writer.readAllStandardOutput()).count('\n') >= 50);
    ::kill(static_cast<pid_t>(writer.processId()), SIGKILL);
    QTRY_COMPARE(writer.state(), QProcess::NotRunning);
    said += writer.readAllStandardOutput();
    const qint64 acknowledged = said.count('\n');

    const auto store = opened(folder);
    QVERIFY(store);
    const qint64 kept = awaited(store->read(countSettings));
    // One more may have been committed and not yet said.
    QVERIFY2(kept == acknowledged || kept == acknowledged + 1, qPrintable(u"%1 of %2"_s.arg(kept).arg(acknowledged)));
}

void StoreTest::readersSeeWhatWasWritten()
{
    const QTemporaryDir folder;
    const auto store = opened(folder.path());
    awaited(store->write(addSetting));
    QCOMPARE(awaited(store->read(countSettings)), 1);
    QCOMPARE(store->writeNow(countSettings), 1);
}

void StoreTest::exceptionRollsBack()
{
    const QTemporaryDir folder;
    const auto store = opened(folder.path());
    const auto twice = [](Db &db) {
        addSetting(db);
        addSetting(db); // the primary key refuses it
    };
    QVERIFY_THROWS_EXCEPTION(StoreError, awaited(store->write(twice)));
    QCOMPARE(awaited(store->read(countSettings)), 0);
    awaited(store->write(addSetting)); // the writer goes on
    QCOMPARE(awaited(store->read(countSettings)), 1);
}

void StoreTest::errorResultIsCommitted()
{
    const QTemporaryDir folder;
    const auto store = opened(folder.path());
    const auto refuse = [](Db &db) -> Result<Done> {
        addSetting(db);
        return Error::malformed(u"counted"_s);
    };
    QVERIFY(!awaited(store->write(refuse)));
    QCOMPARE(awaited(store->read(countSettings)), 1);
}

void StoreTest::selectsNest()
{
    const QTemporaryDir folder;
    const auto store = opened(folder.path());
    const auto nested = [](Db &db) {
        db.run("INSERT INTO setting VALUES ('a', '', '1'), ('b', '', '2')"_L1);
        QString seen;
        const auto names = [&db] { return db.select("SELECT name FROM setting ORDER BY name"_L1); };
        for (Rows outer = names(); outer.next();) {
            for (Rows inner = names(); inner.next();)
                seen += outer.text(0) + inner.text(0) + u' ';
        }
        return seen;
    };
    QCOMPARE(store->writeNow(nested), u"aa ab ba bb "_s);
}

void StoreTest::foldersAndFilesAreTheOwnersAlone() // SR-45
{
    const QTemporaryDir parent;
    const QString folder = parent.filePath(u"deep/data"_s);
    const auto store = opened(folder);
    QVERIFY(store);
    awaited(store->write(addSetting));
    QCOMPARE(modeOf(folder), 0700U);
    QCOMPARE(modeOf(folder + u"/passport.sqlite"_s), 0600U);
    QCOMPARE(modeOf(folder + u"/passport.sqlite-wal"_s), 0600U);
}

void StoreTest::newerSchemaIsRefused()
{
    const QTemporaryDir folder;
    opened(folder.path())->writeNow([](Db &db) { db.run("INSERT INTO migration VALUES (999, 'later')"_L1); });
    const auto store = Store::open({.folder = folder.path()});
    QVERIFY(!store);
    QCOMPARE(
        store.error().detail,
        u"the database was written by a newer passport-backend; start that version or restore a backup"_s);
}

void StoreTest::folderThatIsNoFolderIsRefused()
{
    const QTemporaryDir folder;
    const QString name = folder.filePath(u"file"_s);
    QVERIFY(QFile(name).open(QIODevice::WriteOnly));
    const auto store = Store::open({.folder = name});
    QVERIFY(!store);
    QCOMPARE(store.error().detail, u"%1 cannot be written; give --data a folder that you may write"_s.arg(name));
}

void StoreTest::folderHasOneServer()
{
    const QTemporaryDir folder;
    const Store::Options serving{.folder = folder.path(), .serves = true};
    {
        const auto first = Store::open(serving);
        QVERIFY(first);
        const auto second = Store::open(serving);
        QVERIFY(!second);
        QCOMPARE(
            second.error().detail,
            u"another passport-backend serves %1 already; stop it or give --data another folder"_s.arg(folder.path()));
        QVERIFY(Store::open({.folder = folder.path()})); // a subcommand
    }
    QVERIFY(Store::open(serving));
}

void StoreTest::backupCanBeOpened()
{
    const QTemporaryDir folder;
    const QTemporaryDir copy;
    const auto store = opened(folder.path());
    awaited(store->write(addSetting));
    store->backup(copy.filePath(u"passport.sqlite"_s));
    QCOMPARE(awaited(opened(copy.path())->read(countSettings)), 1);
}

void StoreTest::secretsOthersCanReadAreRefused() // SR-45
{
    const QTemporaryDir folder;
    QVERIFY(Secrets::open(folder.path()));
    const QString name = folder.filePath(u"secret.key"_s);
    QCOMPARE(modeOf(name), 0600U);
    QVERIFY(QFile::setPermissions(name, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
    const auto refused = Secrets::open(folder.path());
    QVERIFY(!refused);
    QCOMPARE(refused.error().detail, u"%1 can be read by others; run: chmod 600 %1"_s.arg(name));
}

void StoreTest::secretsStayTheSame()
{
    const QTemporaryDir folder;
    const auto first = Secrets::open(folder.path());
    const auto second = Secrets::open(folder.path());
    QCOMPARE(first->keyFor("csrf"_L1).size(), 32);
    QCOMPARE(first->keyFor("csrf"_L1), second->keyFor("csrf"_L1));
    QVERIFY(first->keyFor("csrf"_L1) != first->keyFor("push-jwt"_L1));
}

void StoreTest::settingsKnowTheirFormAndPortal()
{
    const QTemporaryDir folder;
    const auto store = opened(folder.path());
    const PortalId portal(u"0123456789abcdef0123456789abcdef"_s);
    const auto change = [&portal](Db &db) {
        QVERIFY(ServerSettings::set(db, u"qr.basic"_s, u"Y"_s, portal));
        QVERIFY(ServerSettings::set(db, u"limit.qr.open_tickets"_s, u"7"_s));
        QCOMPARE(ServerSettings::set(db, u"qr.basic"_s, u"yes"_s).error().code, u"invalid_request"_s);
        QCOMPARE(ServerSettings::set(db, u"limit.qr.open_tickets"_s, u"-1"_s).error().code, u"invalid_request"_s);
        QCOMPARE(
            ServerSettings::set(db, u"limit.qr.open_tickets"_s, u"1"_s, portal).error().code, u"invalid_request"_s);
        QCOMPARE(ServerSettings::set(db, u"no.such"_s, u"Y"_s).error().code, u"not_found"_s);
    };
    store->writeNow(change);

    ServerSettings settings;
    int changes = 0;
    settings.onChanged([&changes] { ++changes; });
    settings.apply(awaited(store->read(ServerSettings::load)));
    settings.apply(awaited(store->read(ServerSettings::load)));
    QCOMPARE(changes, 1);
    QVERIFY(settings.isOn(setting::qrBasic, portal));
    QVERIFY(!settings.isOn(setting::qrBasic));
    QVERIFY(!settings.isOn(setting::qrAllowed, portal));
    QCOMPARE(settings.integer(setting::openTickets), 7);
    QCOMPARE(settings.integer(setting::prompts), 3);
}

void StoreTest::changeOfAnotherProcessIsNoticed()
{
    boost::asio::io_context io; // goes last: the store's threads come back to it
    const QTemporaryDir folder;
    const auto store = opened(folder.path());
    const auto other = opened(folder.path()); // as a subcommand has it
    OutsideChanges changes(*store, std::chrono::milliseconds(1));
    int noticed = 0;
    changes.add([&noticed]() -> boost::asio::awaitable<void> {
        ++noticed;
        co_return;
    });
    boost::asio::co_spawn(io, changes.watch(), [](const std::exception_ptr &) {});
    const auto turn = [&io] {
        io.restart();
        io.run_for(std::chrono::milliseconds(5));
        return true;
    };
    awaited(store->write(addSetting)); // our own changes are no news
    QTRY_VERIFY(turn() && noticed == 0);
    other->writeNow(OutsideChanges::mark);
    QTRY_VERIFY(turn() && noticed == 1);
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::StoreTest)
#include "store_test.moc"
