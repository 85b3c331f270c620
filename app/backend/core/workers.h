// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/asio/awaitable.hpp>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace passport {

/// Threads for work that would make the I/O thread wait (SQL, Argon2id). A coroutine hands a job over and is resumed on
/// its own executor when it is done. Bounded: a job that finds the queue full is refused, never delayed without end.
class Workers {
public:
    struct Options {
        int threads = 1;
        std::size_t maxQueued = 10000;
        /// Runs first in each thread: niceness, a connection of its own. May be empty.
        std::function<void(int thread)> started = {};
        /// Runs last in each thread. May be empty.
        std::function<void(int thread)> stopped = {};
    };

    explicit Workers(Options options);
    ~Workers(); ///< Does what is queued, then joins.
    Workers(const Workers &) = delete;
    Workers &operator=(const Workers &) = delete;

    /// Runs `job(thread)` on a worker. False: the queue was full, nothing was done. An exception of the job is thrown
    /// here.
    boost::asio::awaitable<bool> run(std::function<void(int thread)> job);

    /// Finishes what is queued and joins; later jobs are refused.
    void stop();

private:
    struct Task; // a job and whom to resume
    void loop(int thread);
    bool hasRoom();
    void push(std::unique_ptr<Task> task);

    Options m_options;
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<std::unique_ptr<Task>> m_queue;
    bool m_stopping = false;
    std::vector<std::thread> m_threads;
};

} // namespace passport
