// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>
#include <atomic>
#include <chrono>

namespace passport {

/// "Now" for everything that expires on the server. Tests move it; any thread may ask.
class Clock {
public:
    using TimePoint = std::chrono::sys_time<std::chrono::milliseconds>;

    [[nodiscard]] TimePoint now() const
    {
        const auto standing = m_standing.load(std::memory_order_relaxed);
        const auto time = standing == 0 ? real() : TimePoint(std::chrono::milliseconds(standing));
        return time + std::chrono::milliseconds(m_ahead.load(std::memory_order_relaxed));
    }

    /// Unix time in milliseconds, the form in which the database keeps every moment.
    [[nodiscard]] qint64 nowMs() const { return now().time_since_epoch().count(); }

    /// Moves the clock, forwards or (negative) backwards. Waiting timers do not notice: they re-read on their next
    /// turn.
    void advance(std::chrono::milliseconds by) { m_ahead.fetch_add(by.count(), std::memory_order_relaxed); }

    /// From now on only advance() moves it: what a busy machine takes between two steps of a test does not count.
    void stop() { m_standing.store(real().time_since_epoch().count(), std::memory_order_relaxed); }

private:
    static TimePoint real() { return std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now()); }

    std::atomic<std::chrono::milliseconds::rep> m_standing = 0; // 0: it goes
    std::atomic<std::chrono::milliseconds::rep> m_ahead = 0;
};

} // namespace passport
