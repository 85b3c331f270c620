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
        const auto real = std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now());
        return real + std::chrono::milliseconds(m_ahead.load(std::memory_order_relaxed));
    }

    /// Unix time in milliseconds, the form in which the database keeps every moment.
    [[nodiscard]] qint64 nowMs() const { return now().time_since_epoch().count(); }

    /// Moves the clock, forwards or (negative) backwards. Waiting timers do not notice: they re-read on their next
    /// turn.
    void advance(std::chrono::milliseconds by) { m_ahead.fetch_add(by.count(), std::memory_order_relaxed); }

private:
    std::atomic<std::chrono::milliseconds::rep> m_ahead = 0;
};

} // namespace passport
