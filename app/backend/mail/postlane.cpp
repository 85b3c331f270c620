// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/mail/postlane.h"

#include "backend/store/store.h"

#include <algorithm>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

/// A code that somebody waits for leaves at once, for a person; an idle look is one read of an empty index.
constexpr std::chrono::milliseconds lookEvery{250};
constexpr int lettersOfARound = 20;
constexpr std::chrono::seconds shortestPause{2};
constexpr std::chrono::seconds longestPause = std::chrono::minutes(5);
constexpr std::chrono::seconds shortestPutOff = std::chrono::minutes(1);
constexpr std::chrono::seconds longestPutOff = std::chrono::hours(1);

std::chrono::seconds doubled(std::chrono::seconds first, int times, std::chrono::seconds most)
{
    return std::min(first * (1 << std::min(times, 16)), most);
}

} // namespace

PostLane::PostLane(Parts parts, Means means, std::unique_ptr<Carrier> carrier)
    : m_(std::move(parts))
    , m_means(means)
    , m_carrier(std::move(carrier))
{
}

boost::asio::awaitable<void> PostLane::watch()
{
    boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor);
    while (!m_finishing) {
        timer.expires_after(lookEvery);
        co_await timer.async_wait(boost::asio::use_awaitable);
        if (m_.clock.now() < m_pausedUntil)
            continue;
        try {
            auto going = round();
            co_await std::move(going);
        } catch (const std::exception &problem) { // the database; the letters are still there
            noteProblem(QString::fromUtf8(problem.what()));
            pause();
        }
        m_busy = false;
    }
}

boost::asio::awaitable<void> PostLane::round()
{
    const auto counting = [this](Db &db) { return m_.office.waiting(db, m_means); };
    m_health.waiting = co_await m_.store.read(counting);
    if (m_health.waiting == 0 || m_finishing)
        co_return;
    const auto taking = [this](Db &db) { return m_.office.due(db, m_means, lettersOfARound); };
    const std::vector<QueuedLetter> letters = co_await m_.store.write(taking);
    for (const QueuedLetter &letter : letters) {
        if (m_finishing || m_.clock.now() < m_pausedUntil)
            break;
        auto bringing = bring(letter);
        co_await std::move(bringing);
    }
    m_health.waiting = co_await m_.store.read(counting);
}

boost::asio::awaitable<void> PostLane::bring(const QueuedLetter &letter)
{
    Delivery delivery;
    m_busy = true;
    if (!m_delivered.contains(letter.id)) {
        auto working = m_thread.run([&](int) { delivery = m_carrier->deliver(letter); });
        const bool ran = co_await std::move(working);
        if (!ran)
            co_return; // the thread is ending
    }
    if (delivery.outcome == Delivery::Outcome::Done)
        m_delivered.insert(letter.id);
    auto noting = note(letter, delivery);
    co_await std::move(noting);
    m_delivered.remove(letter.id);
    m_busy = false;
}

boost::asio::awaitable<void> PostLane::note(const QueuedLetter &letter, const Delivery &delivery)
{
    using Outcome = Delivery::Outcome;
    const bool secret = isSecret(letter.letter);
    const auto job = [&](Db &db) {
        if (delivery.outcome == Outcome::Done || delivery.outcome == Outcome::Refused)
            PostOffice::remove(db, letter.id);
        else if (delivery.outcome == Outcome::Later)
            m_.office.putOff(db, letter.id, doubled(shortestPutOff, letter.tries, longestPutOff));
        else if (secret)
            m_.office.putOff(db, letter.id, doubled(shortestPause, letter.tries, longestPause));
        else
            m_.office.putBehind(db, letter.id); // if it was this letter's fault, another one gets through
    };
    co_await m_.store.write(job);
    if (letter.letter.kind == letter::passportDeleted)
        m_.store.wipeJournalSoon(); // the last that was kept of him
    if (delivery.outcome == Outcome::Down) {
        noteProblem(delivery.reason);
        if (!secret)
            pause();
        co_return;
    }
    clearProblem(secret); // the server has spoken
    if (delivery.outcome == Outcome::Done) {
        ++m_health.delivered;
    } else if (delivery.outcome == Outcome::Refused) {
        ++m_health.refused;
        say(u"a letter (%1) was refused for good: %2"_s.arg(letter.letter.kind, delivery.reason));
    } else {
        ++m_health.failures;
        say(u"a letter (%1) is put off: %2"_s.arg(letter.letter.kind, delivery.reason));
    }
}

void PostLane::noteProblem(const QString &reason)
{
    if (m_finishing)
        return;
    ++m_health.failures;
    m_health.problem = reason;
    say(u"%1 wait, because: %2"_s.arg(m_health.waiting).arg(reason));
}

void PostLane::pause()
{
    if (m_finishing)
        return;
    const std::chrono::seconds length = doubled(shortestPause, m_failuresInARow++, longestPause);
    m_pausedUntil = m_.clock.now() + length;
    m_.office.setHeldUp(m_means, true);
    say(u"the next try is in %1 s"_s.arg(length.count()));
}

void PostLane::clearProblem(bool secret)
{
    if (m_health.problem)
        say(u"goes out again"_s);
    m_health.problem.reset();
    if (secret)
        return;
    m_.office.setHeldUp(m_means, false);
    m_failuresInARow = 0;
}

void PostLane::say(const QString &sentence) const
{
    QString line = (m_means == Means::Mail ? u"mail: "_s : u"sms: "_s) + sentence;
    line.replace(u'\n', u' ').remove(u'\r'); // a server may say anything
    m_.log(line.toUtf8());
}

void PostLane::finish()
{
    m_finishing = true;
    m_carrier->stop();
}

void PostLane::stop()
{
    finish();
    m_thread.stop();
}

} // namespace passport
