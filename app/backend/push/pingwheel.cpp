// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/push/pingwheel.h"

#include <algorithm>

namespace passport {
namespace {

/// 1 ms: ten thousand sockets make one ping a tick. A tick of 10 ms made ten at once, and a message that came then
/// waited for ten writes here and ten answers over there, half a millisecond.
constexpr std::chrono::milliseconds tick{1};
/// Coprime to the number of slots and about the golden section of 10,000: however many sockets there are, neighbours
/// in time of connecting lie far apart.
constexpr std::size_t stride = 6181;

std::size_t slotCount(std::chrono::milliseconds interval)
{
    return static_cast<std::size_t>(std::max<std::chrono::milliseconds::rep>(1, interval / tick));
}

} // namespace

PingWheel::PingWheel(boost::asio::io_context &io, std::chrono::milliseconds interval)
    : m_tick(tick)
    , m_slots(slotCount(interval))
    , m_timer(io)
{
}

PingWheel::Ticks PingWheel::ticksNow() const
{
    return (std::chrono::steady_clock::now() - m_start) / m_tick;
}

std::chrono::milliseconds PingWheel::add(Member &member)
{
    const auto size = static_cast<Ticks>(m_slots.size());
    const auto slot = static_cast<Ticks>(m_added++ * stride % m_slots.size());
    m_slots.at(static_cast<std::size_t>(slot)).push_back(member);
    const Ticks from = std::max(ticksNow(), m_done) + 1;
    const Ticks at = from + ((slot - from) % size + size) % size;
    if (m_armed < 0 || at < m_armed)
        arm(at);
    return slot * m_tick;
}

void PingWheel::arm(Ticks at)
{
    m_armed = at;
    m_timer.expires_at(m_start + at * m_tick);
    m_timer.async_wait([this, at](boost::system::error_code ec) {
        if (!ec && at == m_armed)
            due(at);
    });
}

void PingWheel::due(Ticks at)
{
    const auto size = static_cast<Ticks>(m_slots.size());
    const Ticks now = std::max(at, ticksNow());
    // A delay never gives anybody two turns.
    for (Ticks turn = std::max(at, now - size + 1); turn <= now; ++turn) {
        for (Member &member : m_slots.at(static_cast<std::size_t>(turn % size)))
            member.turn();
    }
    m_done = now;
    armNext(now);
}

void PingWheel::armNext(Ticks after)
{
    const auto size = static_cast<Ticks>(m_slots.size());
    m_armed = -1;
    for (Ticks at = after + 1; at <= after + size; ++at) {
        if (!m_slots.at(static_cast<std::size_t>(at % size)).empty()) {
            arm(at);
            return;
        }
    }
}

} // namespace passport
