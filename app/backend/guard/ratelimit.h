// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/clock.h"

#include <QHash>
#include <QString>
#include <chrono>
#include <deque>
#include <optional>

namespace passport {

/// Sliding windows in memory, keyed by text ("qr.open/203.0.113.7"). I/O thread only. Forgets what has left its window,
/// so its size is bounded by what the limits let through.
class RateLimit {
public:
    explicit RateLimit(const Clock &clock)
        : m_clock(clock)
    {
    }

    /// Counts one use of `key` and says nothing if at most `limit` fell into the last `window`; else counts nothing and
    /// says how long to wait (at least 1 s).
    [[nodiscard]] std::optional<std::chrono::seconds> use(const QString &key, int limit, std::chrono::seconds window);

    /// The same without counting: for limits on failures, which are counted when they happen.
    [[nodiscard]] std::optional<std::chrono::seconds> wait(const QString &key, int limit, std::chrono::seconds window);

    /// Forgets `key` (a success ends a row of failures).
    void clear(const QString &key);

private:
    struct Window {
        std::deque<Clock::TimePoint> uses;
        std::chrono::seconds length{};
    };
    void dropOld(Window &window, Clock::TimePoint now) const;
    void sweep(Clock::TimePoint now);

    const Clock &m_clock;
    QHash<QString, Window> m_windows;
    qsizetype m_sweepAt = 10000; // keys; then twice what is left
};

/// The part of an address that one customer owns: IPv4 whole, IPv6 its /64 (api.md 8).
[[nodiscard]] QString limitedAddress(const QString &address);

} // namespace passport
