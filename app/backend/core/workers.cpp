// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/core/workers.h"

#include <boost/asio/any_completion_handler.hpp>
#include <boost/asio/any_io_executor.hpp>
#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/execution/outstanding_work.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/prefer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <exception>

namespace asio = boost::asio;

namespace passport {

struct Workers::Task {
    std::function<void(int)> &job; // lives in the waiting coroutine
    std::exception_ptr &problem; // so does this
    asio::any_io_executor executor; // keeps the io_context alive while the job is away
    asio::any_completion_handler<void()> resume;
};

Workers::Workers(Options options)
    : m_options(std::move(options))
{
    for (int i = 0; i < m_options.threads; ++i)
        m_threads.emplace_back([this, i] { loop(i); });
}

Workers::~Workers()
{
    stop();
}

void Workers::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_arrived.notify_all();
    for (std::thread &thread : m_threads) {
        if (thread.joinable())
            thread.join();
    }
}

bool Workers::hasRoom()
{
    const std::lock_guard lock(m_mutex);
    return !m_stopping && m_queue.size() < m_options.maxQueued;
}

void Workers::push(std::unique_ptr<Task> task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_queue.push_back(std::move(task));
    }
    m_arrived.notify_one();
}

asio::awaitable<bool> Workers::run(std::function<void(int)> job)
{
    // Only the I/O thread asks and pushes, so the room seen here is still there below.
    if (!hasRoom())
        co_return false;
    std::exception_ptr problem;
    auto executor = asio::prefer(
        asio::any_io_executor(co_await asio::this_coro::executor), asio::execution::outstanding_work.tracked);
    auto start = [this, &job, &problem, &executor](auto handler) {
        push(std::make_unique<Task>(Task{job, problem, std::move(executor), std::move(handler)}));
    };
    auto done = asio::async_initiate<const asio::use_awaitable_t<>, void()>(start, asio::use_awaitable);
    co_await std::move(done);
    if (problem)
        std::rethrow_exception(problem);
    co_return true;
}

void Workers::loop(int thread)
{
    if (m_options.started)
        m_options.started(thread);
    for (;;) {
        std::unique_lock lock(m_mutex);
        m_arrived.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
        if (m_queue.empty())
            break;
        const std::unique_ptr<Task> task = std::move(m_queue.front());
        m_queue.pop_front();
        lock.unlock();
        try {
            task->job(thread);
        } catch (...) {
            task->problem = std::current_exception();
        }
        const auto executor = task->executor;
        asio::post(executor, std::move(task->resume));
    }
    if (m_options.stopped)
        m_options.stopped(thread);
}

} // namespace passport
