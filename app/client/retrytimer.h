// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/backoff.h"
#include "protocol/error.h"

#include <QDeadlineTimer>
#include <QObject>
#include <QTimer>
#include <optional>

namespace passport {

/// Waits between the attempts at something, longer with each failure, and remembers why.
class RetryTimer : public QObject {
    Q_OBJECT
public:
    /// `factor` scales every wait; tests shorten them with it.
    RetryTimer(BackoffPlan plan, double factor);

    /// An attempt failed: due() comes after the plan's wait or what the server asked for, but not later than `longest`.
    void failed(const Error &why, std::chrono::milliseconds longest);
    /// An attempt succeeded; the next failure is a first one again.
    void succeeded();
    /// Nobody wants to wait: due() comes now, if it was to come at all.
    void hurry();
    void stop() { m_timer.stop(); }

    [[nodiscard]] bool isWaiting() const { return m_timer.isActive(); }
    [[nodiscard]] int failures() const { return m_failures; } ///< In a row.
    [[nodiscard]] const std::optional<Error> &why() const { return m_why; } ///< Of the last failure in the row.
    [[nodiscard]] QDeadlineTimer next() const; ///< Expired while an attempt is being made.

Q_SIGNALS:
    void due();

private:
    BackoffPlan m_plan;
    double m_factor;
    QTimer m_timer;
    std::optional<Error> m_why;
    int m_failures = 0;
};

} // namespace passport
