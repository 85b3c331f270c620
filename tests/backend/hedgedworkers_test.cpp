// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/core/hedgedworkers.h"
#include "support/awaited.h"
#include "support/stricttest.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <future>
#include <stdexcept>
#include <thread>

namespace passport {

namespace {

using namespace std::chrono_literals;

/// The first thread that comes is held until somebody lets go: a thread that gets no processor.
class Starving {
public:
    int answer()
    {
        const int call = ++m_calls;
        if (call == 1)
            m_freed.wait();
        return call;
    }
    void letGo() { m_free.set_value(); }
    [[nodiscard]] int calls() const { return m_calls; }

private:
    std::promise<void> m_free;
    std::shared_future<void> m_freed = m_free.get_future().share();
    std::atomic<int> m_calls = 0;
};

boost::asio::awaitable<int> answerOf(HedgedWorkers &workers, Starving &starving, HedgedWorkers::Wanted isWanted = {})
{
    std::function<int()> work = [&starving] { return starving.answer(); };
    auto done = workers.run(std::move(work), std::move(isWanted));
    const std::optional<int> answer = co_await std::move(done);
    co_return answer.value_or(0);
}

/// One that starves, then one that waits behind it.
boost::asio::awaitable<void> behindOneThatStarves(HedgedWorkers &workers, std::vector<int> &answers, int &calls)
{
    Starving starving;
    auto first = answerOf(workers, starving);
    answers.push_back(co_await std::move(first));
    std::function<int()> work = [&calls] { return ++calls; };
    auto second = workers.run(std::move(work));
    const std::optional<int> answer = co_await std::move(second);
    answers.push_back(answer.value_or(0));
    starving.letGo();
    workers.stop(); // what the quiet thread still has, it has had now
}

/// What becomes of work that waits behind a piece that a thread has.
class Queue {
public:
    explicit Queue(HedgedWorkers &workers)
        : m_workers(workers)
    {
    }

    boost::asio::awaitable<void> push(HedgedWorkers::Wanted isWanted = {})
    {
        const auto executor = co_await boost::asio::this_coro::executor;
        auto answering = answerOf(m_workers, m_held, std::move(isWanted));
        ++m_pushed;
        boost::asio::co_spawn(executor, std::move(answering), [this](const std::exception_ptr &, int answer) {
            ++(answer == 0 ? m_refused : m_answered);
        });
    }
    boost::asio::awaitable<void> until(std::function<bool()> isSo)
    {
        boost::asio::steady_timer pause(co_await boost::asio::this_coro::executor);
        while (!isSo()) {
            pause.expires_after(1ms);
            co_await pause.async_wait(boost::asio::use_awaitable);
        }
    }
    boost::asio::awaitable<void> begun()
    {
        auto pushing = push();
        co_await std::move(pushing);
        auto beginning = until([this] { return calls() == 1; });
        co_await std::move(beginning);
    }
    boost::asio::awaitable<void> over()
    {
        auto ending = until([this] { return m_refused + m_answered == m_pushed; });
        co_await std::move(ending);
    }

    void letGo() { m_held.letGo(); }
    [[nodiscard]] int calls() const { return m_held.calls(); }
    [[nodiscard]] int refused() const { return m_refused; }
    [[nodiscard]] int answered() const { return m_answered; }

private:
    HedgedWorkers &m_workers;
    Starving m_held;
    int m_pushed = 0;
    int m_refused = 0;
    int m_answered = 0;
};

/// Five that nobody wants any more when their turn comes, and a sixth behind them.
boost::asio::awaitable<void> wantedNoMore(Queue &queue)
{
    auto beginning = queue.begun();
    co_await std::move(beginning);
    bool wanted = true;
    for (int i = 0; i < 5; ++i) {
        auto pushing = queue.push([&wanted] { return wanted; });
        co_await std::move(pushing);
    }
    auto last = queue.push();
    co_await std::move(last);
    wanted = false;
    queue.letGo();
    auto ending = queue.over();
    co_await std::move(ending);
}

/// The end comes while some wait.
boost::asio::awaitable<void> endedMeanwhile(HedgedWorkers &workers, Queue &queue)
{
    auto beginning = queue.begun();
    co_await std::move(beginning);
    std::thread end([&workers] { workers.stop(); }); // waits for the one that was begun
    while (queue.refused() == 0) { // the thread is held, so nothing but the end refuses
        auto pushing = queue.push();
        co_await std::move(pushing);
        boost::asio::steady_timer pause(co_await boost::asio::this_coro::executor, 1ms);
        co_await pause.async_wait(boost::asio::use_awaitable);
    }
    queue.letGo();
    end.join();
    auto ending = queue.over();
    co_await std::move(ending);
}

} // namespace

class HedgedWorkersTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsDoneTwiceWithoutNeed();
    void promptThreadAnswersForOneThatStarves();
    void problemsAreAnswers();
    void fullQueueRefuses();
    void whatNobodyWaitsForIsNotBegun();
    void endDropsWhatWaits();
};

void HedgedWorkersTest::nothingIsDoneTwiceWithoutNeed()
{
    HedgedWorkers workers({.quiet = {}, .prompt = {}, .patience = 1h});
    int calls = 0;
    std::function<int()> work = [&calls] { return ++calls; };
    QCOMPARE(*awaited(workers.run(work)), 1);
    QCOMPARE(*awaited(workers.run(work)), 2);
    QCOMPARE(calls, 2);
}

void HedgedWorkersTest::promptThreadAnswersForOneThatStarves()
{
    HedgedWorkers workers({.quiet = {}, .prompt = {}, .patience = 1ms});
    std::vector<int> answers;
    int calls = 0;
    awaited(behindOneThatStarves(workers, answers, calls));
    QCOMPARE(answers, std::vector<int>({2, 1})); // the held thread's own answer, 1, came too late
    QCOMPARE(calls, 1); // and it did not begin what had been answered meanwhile
}

void HedgedWorkersTest::problemsAreAnswers()
{
    HedgedWorkers workers({.quiet = {}, .prompt = {}, .patience = 1h});
    std::function<int()> work = []() -> int { throw std::runtime_error("no memory"); };
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, awaited(workers.run(work)));
}

void HedgedWorkersTest::fullQueueRefuses()
{
    HedgedWorkers workers({.quiet = {.maxQueued = 0}, .prompt = {}, .patience = 1ms});
    std::function<int()> work = [] { return 1; };
    QVERIFY(!awaited(workers.run(work)));
}

void HedgedWorkersTest::whatNobodyWaitsForIsNotBegun()
{
    HedgedWorkers workers({.quiet = {}, .prompt = {}, .patience = 1h});
    Queue queue(workers);
    awaited(wantedNoMore(queue));
    QCOMPARE(queue.refused(), 5);
    QCOMPARE(queue.answered(), 2);
    QCOMPARE(queue.calls(), 2);
}

void HedgedWorkersTest::endDropsWhatWaits()
{
    HedgedWorkers workers({.quiet = {}, .prompt = {}, .patience = 1h});
    Queue queue(workers);
    awaited(endedMeanwhile(workers, queue));
    QVERIFY(queue.refused() > 0);
    QCOMPARE(queue.answered(), 1);
    QCOMPARE(queue.calls(), 1);
}

} // namespace passport

QTEST_GUILESS_MAIN(passport::HedgedWorkersTest)

#include "hedgedworkers_test.moc"
