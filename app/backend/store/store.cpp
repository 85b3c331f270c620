// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/store/store.h"

#include "backend/store/folderlock.h"
#include "backend/store/migrations.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <atomic>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr std::chrono::seconds wipeInterval{1};

QString fileIn(const QString &folder)
{
    return QDir(folder).filePath(u"passport.sqlite"_s);
}

/// Connection names are global in Qt Sql; two stores in one process must not meet.
QString freshName()
{
    static std::atomic<int> count = 0;
    return u"passport-%1"_s.arg(++count);
}

std::optional<Error> prepareFolder(const QString &folder)
{
    // mkdir's mode instead of a later chmod: the folder is never open to others, not even for a moment.
    const QString parent = QFileInfo(QDir(folder).absolutePath()).path();
    if (!QFileInfo::exists(folder)
        && (!QDir().mkpath(parent) || ::mkdir(QFile::encodeName(folder).constData(), 0700) != 0))
        return Error::malformed(u"cannot make the folder %1; give --data a folder that you may write"_s.arg(folder));
    if (!QFileInfo(folder).isDir() || !QFileInfo(folder).isWritable())
        return Error::malformed(u"%1 cannot be written; give --data a folder that you may write"_s.arg(folder));
    return std::nullopt;
}

/// Two of SQLite's own sentences (SQLITE_NOTADB, SQLITE_CORRUPT) mean that the file is of no use.
Error unusable(const QString &folder, const QString &problem)
{
    if (problem.contains("file is not a database"_L1) || problem.contains("disk image is malformed"_L1))
        return Error::malformed(
            u"the database in %1 is damaged; restore a backup of the folder, or give --data another one"_s.arg(folder));
    return Error::malformed(u"cannot use the database in %1: %2"_s.arg(folder, problem));
}

} // namespace

Result<std::unique_ptr<Store>> Store::open(const Options &options)
{
    if (const auto problem = prepareFolder(options.folder))
        return *problem;
    std::unique_ptr<FolderLock> lock;
    if (options.serves) {
        auto taken = FolderLock::take(options.folder);
        if (!taken)
            return taken.error();
        lock = std::move(*taken);
    }
    try {
        std::unique_ptr<Store> store(new Store(options));
        store->m_lock = std::move(lock);
        std::optional<Error> refused;
        store->transaction([&refused](Db &db) {
            const Result<int> migrated = migrate(db);
            if (!migrated)
                refused = migrated.error();
        });
        if (refused)
            return *refused;
        store->startWorkers(options.readers);
        return store;
    } catch (const StoreError &problem) {
        return unusable(options.folder, QString::fromUtf8(problem.what()));
    }
}

bool Store::exists(const QString &folder)
{
    return QFileInfo::exists(fileIn(folder));
}

Store::Store(const Options &options)
    : m_folder(options.folder)
    , m_file(fileIn(options.folder))
    , m_here(std::make_unique<Db>(freshName(), m_file))
{
}

Store::~Store() = default;

void Store::startWorkers(int readers)
{
    m_readDbs.resize(static_cast<std::size_t>(readers));
    // A connection belongs to its thread, from its opening to its end.
    m_readers = std::make_unique<Workers>(Workers::Options{
        .threads = readers,
        .started = [this](int thread) { m_readDbs[static_cast<std::size_t>(thread)] = openHere(); },
        .stopped = [this](int thread) { m_readDbs[static_cast<std::size_t>(thread)].reset(); },
    });
    m_writer = std::make_unique<Workers>(Workers::Options{
        .threads = 1,
        .started = [this](int) { m_writeDb = openHere(); },
        .stopped = [this](int) { m_writeDb.reset(); },
    });
}

std::unique_ptr<Db> Store::openHere() const
{
    try {
        return std::make_unique<Db>(freshName(), m_file);
    } catch (const StoreError &problem) {
        qCritical("store: %s", problem.what());
        return nullptr; // each job of this thread then fails with a StoreError
    }
}

boost::asio::awaitable<void> Store::runRead(Job job)
{
    std::function<void(int)> onThread = [this, &job](int thread) {
        const std::unique_ptr<Db> &db = m_readDbs[static_cast<std::size_t>(thread)];
        if (!db)
            throw StoreError(u"no connection"_s);
        job(*db);
    };
    auto done = m_readers->run(std::move(onThread));
    if (!co_await std::move(done))
        throw StoreError(u"too many reads wait"_s);
}

boost::asio::awaitable<void> Store::runWrite(Job job)
{
    std::function<void(int)> onThread = [this, &job](int) {
        if (!m_writeDb)
            throw StoreError(u"no connection"_s);
        inTransaction(*m_writeDb, job);
    };
    auto done = m_writer->run(std::move(onThread));
    if (!co_await std::move(done))
        throw StoreError(u"too many writes wait"_s);
}

void Store::transaction(const Job &job)
{
    inTransaction(*m_here, job);
}

void Store::inTransaction(Db &db, const Job &job)
{
    const bool failed = m_diskFails;
    try {
        const qint64 before = failed ? db.changes() : 0;
        db.run("BEGIN IMMEDIATE"_L1);
        job(db);
        db.run("COMMIT"_L1);
        if (failed && db.changes() != before && m_diskFails.exchange(false)) // a commit of nothing proves nothing
            qInfo("store: changes can be saved again");
    } catch (const DiskError &problem) {
        db.rollBack();
        if (!m_diskFails.exchange(true)) // once, not for each request
            qCritical("store: nothing can be saved, look at the disk: %s", problem.what());
        throw;
    } catch (...) {
        db.rollBack();
        throw;
    }
}

boost::asio::awaitable<void> Store::watchJournal()
{
    boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor);
    for (;;) {
        timer.expires_after(wipeInterval);
        co_await timer.async_wait(boost::asio::use_awaitable);
        if (!m_wipe.exchange(false))
            continue;
        auto wiping = wipeJournal();
        const bool wiped = co_await std::move(wiping);
        if (!wiped)
            m_wipe = true; // with the next turn
    }
}

boost::asio::awaitable<bool> Store::wipeJournal()
{
    bool wiped = false;
    std::function<void(int)> onThread = [this, &wiped](int) { wiped = m_writeDb && m_writeDb->wipeJournal(); };
    auto running = m_writer->run(std::move(onThread));
    try {
        co_await std::move(running);
    } catch (const StoreError &) {
        wiped = false; // the disk; whoever writes next is told
    }
    co_return wiped;
}

void Store::stop()
{
    m_readers->stop();
    m_writer->stop();
}

void Store::backup(const QString &file)
{
    m_here->run("VACUUM INTO ?"_L1, {file});
}

} // namespace passport
