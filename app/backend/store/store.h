// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/core/workers.h"
#include "backend/store/db.h"
#include "protocol/result.h"

#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>

namespace passport {

class FolderLock;

/// The database in `folder`: SQLite in WAL mode. Readers see the last commit and never wait; one writer runs each job
/// in BEGIN IMMEDIATE … COMMIT with synchronous=FULL, so what was answered survives `kill -9` and a power cut.
///
/// `co_await store.read([&](Db &db) { … })` and `co_await store.write(…)` hand back what the function returns. An
/// exception rolls a write back and arrives in the coroutine; a Result with an error is committed like any value (a
/// wrong password must be counted). Give the lambda references only (g++ 12: temporaries in a co_await must be
/// trivial).
class Store {
public:
    struct Options {
        QString folder; ///< Made with mode 0700 if it is missing.
        int readers = 2;
        bool serves = false; ///< Be the one server of the folder (FolderLock).
    };

    /// Opens and migrates. Refuses a newer schema and a folder that cannot be written, in one sentence.
    static Result<std::unique_ptr<Store>> open(const Options &options);
    ~Store();
    /// Whether a store was ever opened in `folder`.
    [[nodiscard]] static bool exists(const QString &folder);

    template <typename F> auto read(F job) -> boost::asio::awaitable<std::invoke_result_t<F &, Db &>>
    {
        return onLane(&Store::runRead, std::move(job));
    }
    template <typename F> auto write(F job) -> boost::asio::awaitable<std::invoke_result_t<F &, Db &>>
    {
        return onLane(&Store::runWrite, std::move(job));
    }

    /// The same without a coroutine, on the calling thread's own connection: start-up and subcommands.
    template <typename F> auto writeNow(F job) -> std::invoke_result_t<F &, Db &>
    {
        using R = std::invoke_result_t<F &, Db &>;
        if constexpr (std::is_void_v<R>) {
            transaction([&job](Db &db) { job(db); });
        } else {
            std::optional<R> outcome;
            transaction([&](Db &db) { outcome.emplace(job(db)); });
            return std::move(*outcome);
        }
    }

    /// What was deleted is overwritten in the database, but the journal still has its old pages: soon they go as well,
    /// off the way of whoever asked. Any thread.
    void wipeJournalSoon() { m_wipe = true; }
    /// Does that, as long as the server runs; spawn it on the io_context.
    boost::asio::awaitable<void> watchJournal();

    [[nodiscard]] const QString &folder() const { return m_folder; }
    /// Finishes what is queued and ends the threads; later jobs fail. Before the io_context of the callers is
    /// destroyed.
    void stop();
    /// A consistent copy of the database into a new file. Throws StoreError.
    void backup(const QString &file);

private:
    using Job = std::function<void(Db &)>;
    using Lane = boost::asio::awaitable<void> (Store::*)(Job);

    explicit Store(const Options &options);
    void startWorkers(int readers);
    [[nodiscard]] std::unique_ptr<Db> openHere() const;
    boost::asio::awaitable<void> runRead(Job job);
    boost::asio::awaitable<void> runWrite(Job job);
    void transaction(const Job &job);
    void inTransaction(Db &db, const Job &job);
    boost::asio::awaitable<bool> wipeJournal();

    template <typename F> auto onLane(Lane lane, F job) -> boost::asio::awaitable<std::invoke_result_t<F &, Db &>>
    {
        using R = std::invoke_result_t<F &, Db &>;
        if constexpr (std::is_void_v<R>) {
            auto done = (this->*lane)([&job](Db &db) { job(db); });
            co_await std::move(done);
        } else {
            std::optional<R> outcome;
            auto done = (this->*lane)([&job, &outcome](Db &db) { outcome.emplace(job(db)); });
            co_await std::move(done);
            co_return std::move(*outcome);
        }
    }

    std::unique_ptr<FolderLock> m_lock; // the last to go
    QString m_folder;
    QString m_file;
    std::unique_ptr<Db> m_here; // of the thread that opened the store
    std::vector<std::unique_ptr<Db>> m_readDbs;
    std::unique_ptr<Db> m_writeDb;
    std::atomic<bool> m_diskFails = false; // as the administrator was told
    std::atomic<bool> m_wipe = true; // also of what a server deleted that was killed before it could
    std::unique_ptr<Workers> m_readers;
    std::unique_ptr<Workers> m_writer;
};

} // namespace passport
