// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/core/hedgedworkers.h"
#include "support/awaited.h"
#include "support/stricttest.h"

#include <future>
#include <stdexcept>

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

boost::asio::awaitable<int> answerOf(HedgedWorkers &workers, Starving &starving)
{
    std::function<int()> work = [&starving] { return starving.answer(); };
    auto done = workers.run(std::move(work));
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

} // namespace

class HedgedWorkersTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsDoneTwiceWithoutNeed();
    void promptThreadAnswersForOneThatStarves();
    void problemsAreAnswers();
    void fullQueueRefuses();
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

} // namespace passport

QTEST_GUILESS_MAIN(passport::HedgedWorkersTest)

#include "hedgedworkers_test.moc"
