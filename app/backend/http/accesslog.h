// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace passport {

/// Writes lines to a descriptor from a thread of its own, so that a full pipe never stops the I/O thread.
/// Above 1 MiB of unwritten text lines are dropped and counted.
class AccessLog {
public:
    static constexpr int nowhere = -1;
    /// `descriptor` stays the caller's; `nowhere` writes nothing.
    explicit AccessLog(int descriptor);
    ~AccessLog(); ///< Writes what is left.
    AccessLog(const AccessLog &) = delete;
    AccessLog &operator=(const AccessLog &) = delete;

    void write(const QByteArray &line);

private:
    void run();
    void drain(const QByteArray &text) const;

    const int m_descriptor;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    QByteArray m_waiting;
    qint64 m_dropped = 0;
    bool m_stopping = false;
    std::thread m_thread;
};

/// A request's target as it may be logged: of the query only harmless values, no confirmation path (SR-22).
[[nodiscard]] QByteArray maskedTarget(const QByteArray &target);

} // namespace passport
