// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/guard/ratelimit.h"

#include <QHostAddress>

namespace passport {

using std::chrono::seconds;

std::optional<seconds> RateLimit::wait(const QString &key, int limit, seconds window)
{
    const auto found = m_windows.find(key);
    if (found == m_windows.end())
        return limit > 0 ? std::nullopt : std::optional(window);
    found->length = window;
    const Clock::TimePoint now = m_clock.now();
    dropOld(*found, now);
    const auto size = static_cast<int>(found->uses.size());
    if (size < limit)
        return std::nullopt;
    if (limit <= 0)
        return window;
    // Room appears when the oldest of the last `limit` uses leaves the window.
    const Clock::TimePoint freed = found->uses[static_cast<std::size_t>(size - limit)] + window;
    return std::max(seconds(1), std::chrono::ceil<seconds>(freed - now));
}

std::optional<seconds> RateLimit::use(const QString &key, int limit, seconds window)
{
    if (const auto refused = wait(key, limit, window))
        return refused;
    const Clock::TimePoint now = m_clock.now();
    if (m_windows.size() >= m_sweepAt)
        sweep(now);
    Window &uses = m_windows[key];
    uses.length = window;
    uses.uses.push_back(now);
    return std::nullopt;
}

void RateLimit::clear(const QString &key)
{
    m_windows.remove(key);
}

void RateLimit::dropOld(Window &window, Clock::TimePoint now) const
{
    while (!window.uses.empty() && window.uses.front() + window.length <= now)
        window.uses.pop_front();
}

void RateLimit::sweep(Clock::TimePoint now)
{
    m_windows.removeIf([this, now](auto entry) {
        dropOld(entry.value(), now);
        return entry.value().uses.empty();
    });
    m_sweepAt = std::max<qsizetype>(10000, 2 * m_windows.size());
}

QString limitedAddress(const QString &address)
{
    const QHostAddress host(address);
    bool isV4 = false;
    const quint32 v4 = host.toIPv4Address(&isV4);
    if (isV4)
        return QHostAddress(v4).toString();
    if (host.protocol() != QAbstractSocket::IPv6Protocol)
        return address;
    Q_IPV6ADDR bytes = host.toIPv6Address();
    std::fill(std::begin(bytes.c) + 8, std::end(bytes.c), quint8(0));
    return QHostAddress(bytes).toString();
}

} // namespace passport
