// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/retrytimer.h"

#include <QRandomGenerator>
#include <algorithm>

namespace passport {

RetryTimer::RetryTimer(BackoffPlan plan, double factor)
    : m_plan(plan)
    , m_factor(factor)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RetryTimer::due);
}

void RetryTimer::failed(const Error &why, std::chrono::milliseconds longest)
{
    m_why = why;
    ++m_failures;
    std::chrono::milliseconds wait = backoffDelay(m_plan, m_failures, QRandomGenerator::global()->generateDouble());
    if (why.retryAfter)
        wait = std::max<std::chrono::milliseconds>(wait, *why.retryAfter);
    wait = std::min(wait, longest);
    m_timer.start(std::chrono::milliseconds(static_cast<qint64>(static_cast<double>(wait.count()) * m_factor)));
}

void RetryTimer::succeeded()
{
    m_timer.stop();
    m_why.reset();
    m_failures = 0;
}

void RetryTimer::hurry()
{
    if (m_timer.isActive())
        m_timer.start(0);
}

QDeadlineTimer RetryTimer::next() const
{
    return m_timer.isActive() ? QDeadlineTimer(m_timer.remainingTimeAsDuration()) : QDeadlineTimer();
}

} // namespace passport
