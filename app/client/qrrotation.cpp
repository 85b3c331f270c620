// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/qrrotation.h"

#include <algorithm>

namespace passport {

QrRotation::QrRotation(
    ApiClient &api, NetworkAccess &network, Reachability &reachability, const Timing &timing, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_network(network)
    , m_reachability(reachability)
    , m_timing(timing)
{
    m_renew.setSingleShot(true);
    connect(&m_renew, &QTimer::timeout, this, &QrRotation::renew);
}

void QrRotation::open(const QrTransaction::Wish &wish)
{
    drop();
    m_wish = wish;
    m_renewals = 0;
    openNext();
}

void QrRotation::drop()
{
    m_renew.stop();
    m_shown.reset();
    m_previous.reset();
    m_next.reset();
    m_taken = false;
    m_wrongPortal = false;
}

void QrRotation::openNext()
{
    m_next = QrTransaction::create(m_api, m_network, m_reachability, m_wish, m_timing.transaction);
    QrTransaction *next = m_next.get();
    connect(next, &QrTransaction::ready, this, &QrRotation::nextReady);
    connect(next, &QrTransaction::refused, this, &QrRotation::nextRefused);
    connect(next, &QrTransaction::lineChanged, this, &QrRotation::changed);
    connect(next, &QrTransaction::statusRead, this, [this, next](const QrStatus &status) {
        transactionSays(next, status);
    });
    next->open();
}

void QrRotation::nextReady()
{
    m_previous = std::move(m_shown);
    m_shown = std::move(m_next);
    m_wrongPortal = false;
    m_level = m_shown->ticket().level;
    const auto left = std::chrono::milliseconds(m_shown->expires().remainingTime());
    m_renew.start(std::max<std::chrono::milliseconds>(left - m_timing.renewBefore, std::chrono::milliseconds(0)));
    Q_EMIT changed();
}

void QrRotation::nextRefused(const Error &error)
{
    m_next.reset();
    if (m_shown) // it still works; when it ends, ended() asks again
        Q_EMIT changed();
    else
        Q_EMIT refused(error);
}

void QrRotation::renew()
{
    if (m_renewals >= m_timing.renewals) {
        Q_EMIT exhausted();
        return;
    }
    ++m_renewals;
    openNext();
    Q_EMIT changed();
}

void QrRotation::transactionSays(QrTransaction *from, const QrStatus &status)
{
    if (status.state == QrState::Waiting) {
        if (from == m_shown.get()) {
            m_wrongPortal = status.wrongPortal;
            m_level = status.level;
        }
        Q_EMIT changed();
        return;
    }
    if (status.state == QrState::Expired || status.state == QrState::Cancelled)
        return ended(from, status);
    if (status.state != QrState::Disabled)
        take(from);
    m_level = status.level;
    Q_EMIT statusRead(status);
}

void QrRotation::ended(QrTransaction *from, const QrStatus &status)
{
    if (m_taken) {
        Q_EMIT statusRead(status);
        return;
    }
    if (from == m_previous.get())
        m_previous.reset();
    else if (from == m_next.get())
        openNext(); // it ended before its channel was open
    else
        m_shown.reset();
    if (!m_shown && !m_next)
        openNext();
    Q_EMIT changed();
}

void QrRotation::take(QrTransaction *from)
{
    if (m_taken)
        return;
    if (from == m_previous.get())
        m_shown = std::move(m_previous);
    m_previous.reset();
    m_next.reset();
    m_renew.stop();
    m_taken = true;
    Q_EMIT taken();
}

void QrRotation::retryNow()
{
    for (QrTransaction *transaction : {m_shown.get(), m_previous.get(), m_next.get()}) {
        if (transaction)
            transaction->retryNow();
    }
}

} // namespace passport
