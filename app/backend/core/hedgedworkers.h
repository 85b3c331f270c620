// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/core/workers.h"

#include <atomic>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <optional>

namespace passport {

/// Work that should take only what others leave, and yet be done on a machine whose cores others keep busy: quiet
/// threads do it, and where they starve, one prompt thread does the same again (a hedged request: Dean and Barroso,
/// "The Tail at Scale", 2013). The first answer counts.
class HedgedWorkers {
public:
    struct Options {
        Workers::Options quiet;
        Workers::Options prompt;
        /// How long a quiet thread may take for one piece of work before it counts as starving.
        std::chrono::milliseconds patience;
    };

    explicit HedgedWorkers(Options options);

    /// Whether somebody waits for the answer still; asked by the thread that is about to begin. May be empty: yes.
    using Wanted = std::function<bool()>;

    /// What `work` answers; nothing when the queue was full, or nobody wanted it any more when its turn came. `work`
    /// may run twice, at once: it keeps what it needs itself and changes nothing else.
    template <typename T> boost::asio::awaitable<std::optional<T>> run(std::function<T()> work, Wanted isWanted = {});

    /// Finishes what was begun, so that the end takes one piece of work a thread and not a queue of them; joins. Later
    /// work is refused.
    void stop();

private:
    struct Attempt {
        virtual ~Attempt() = default;
        virtual void compute() = 0;
        void settle(const std::function<void()> &keep);

        using Time = std::chrono::steady_clock::time_point;
        Wanted isWanted;
        std::mutex mutex;
        std::optional<Time> begun; // by a quiet thread
        bool settled = false;
        std::exception_ptr problem;
        // Of the I/O thread:
        std::shared_ptr<boost::asio::steady_timer> wake;
        bool hedged = false;
        bool refused = false;
    };
    template <typename T> struct AttemptOf;

    boost::asio::awaitable<void> settled(std::shared_ptr<Attempt> attempt);
    void begin(Workers &workers, const std::shared_ptr<Attempt> &attempt, boost::asio::any_io_executor executor);
    [[nodiscard]] bool starves(Attempt &attempt) const;
    void attend(Attempt &attempt, bool quiet) const;

    const std::chrono::milliseconds m_patience;
    const int m_quietThreads;
    std::atomic<bool> m_stopping = false;
    // Pieces of work that a quiet thread has and that were begun a second time; shared with what ends after this.
    const std::shared_ptr<int> m_starving = std::make_shared<int>(0);
    Workers m_quiet;
    Workers m_prompt;
};

template <typename T> struct HedgedWorkers::AttemptOf : Attempt {
    void compute() override
    {
        T made = work();
        settle([&] { answer = std::move(made); });
    }

    std::function<T()> work;
    std::optional<T> answer;
};

template <typename T>
boost::asio::awaitable<std::optional<T>> HedgedWorkers::run(std::function<T()> work, Wanted isWanted)
{
    auto attempt = std::make_shared<AttemptOf<T>>();
    attempt->work = std::move(work);
    attempt->isWanted = std::move(isWanted);
    std::shared_ptr<Attempt> base = attempt;
    co_await settled(std::move(base));
    if (attempt->problem)
        std::rethrow_exception(attempt->problem);
    co_return std::move(attempt->answer);
}

} // namespace passport
