// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/core/hedgedworkers.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

namespace asio = boost::asio;

namespace passport {

HedgedWorkers::HedgedWorkers(Options options)
    : m_patience(options.patience)
    , m_quietThreads(options.quiet.threads)
    , m_quiet(std::move(options.quiet))
    , m_prompt(std::move(options.prompt))
{
}

void HedgedWorkers::stop()
{
    m_stopping = true;
    m_quiet.stop();
    m_prompt.stop();
}

void HedgedWorkers::Attempt::settle(const std::function<void()> &keep)
{
    const std::lock_guard lock(mutex);
    if (!settled)
        keep();
    settled = true;
}

/// One thread's part: begins unless the other was faster or nobody waits. An exception is an answer, too.
void HedgedWorkers::attend(Attempt &attempt, bool quiet) const
{
    if (m_stopping || (attempt.isWanted && !attempt.isWanted()))
        return attempt.settle([] {});
    {
        const std::lock_guard lock(attempt.mutex);
        if (attempt.settled)
            return;
        if (quiet)
            attempt.begun = std::chrono::steady_clock::now();
    }
    try {
        attempt.compute();
    } catch (...) {
        attempt.settle([&] { attempt.problem = std::current_exception(); });
    }
}

void HedgedWorkers::begin(Workers &workers, const std::shared_ptr<Attempt> &attempt, asio::any_io_executor executor)
{
    const bool quiet = &workers == &m_quiet;
    std::function<void(int)> job = [this, attempt, quiet](int) { attend(*attempt, quiet); };
    const auto ended = [starving = m_starving, attempt, quiet](const std::exception_ptr &, bool ran) {
        if (quiet && attempt->hedged)
            --*starving;
        attempt->refused = attempt->refused || (quiet && !ran);
        attempt->wake->cancel();
    };
    asio::co_spawn(executor, workers.run(std::move(job)), ended);
}

bool HedgedWorkers::starves(Attempt &attempt) const
{
    const std::lock_guard lock(attempt.mutex);
    if (!attempt.begun)
        return *m_starving >= m_quietThreads; // those before it do, and it waits for them
    return std::chrono::steady_clock::now() - *attempt.begun >= m_patience;
}

asio::awaitable<void> HedgedWorkers::settled(std::shared_ptr<Attempt> attempt)
{
    const auto executor = co_await asio::this_coro::executor;
    const auto isOver = [&attempt] {
        const std::lock_guard lock(attempt->mutex);
        return attempt->settled || attempt->refused;
    };
    attempt->wake = std::make_shared<asio::steady_timer>(executor);
    begin(m_quiet, attempt, executor);
    while (!isOver()) {
        attempt->wake->expires_after(std::max(m_patience, std::chrono::milliseconds(1)));
        boost::system::error_code woken;
        auto waited = attempt->wake->async_wait(asio::redirect_error(asio::use_awaitable, woken));
        co_await std::move(waited);
        if (isOver() || attempt->hedged || !starves(*attempt))
            continue;
        attempt->hedged = true;
        ++*m_starving;
        begin(m_prompt, attempt, executor);
    }
}

} // namespace passport
