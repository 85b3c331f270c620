// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <boost/asio/io_context.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/intrusive/list.hpp>
#include <chrono>
#include <vector>

namespace passport {

/// One timer for all sockets: each has its turn once in an interval, the turns spread evenly over it, so that ten
/// thousand pings are a steady trickle and not a burst. Sleeps as long as nobody is due. I/O thread only.
class PingWheel {
public:
    /// Something that has turns; leaves the wheel when destroyed.
    class Member : public boost::intrusive::list_base_hook<boost::intrusive::link_mode<boost::intrusive::auto_unlink>> {
    public:
        virtual ~Member() = default;
        virtual void turn() = 0; ///< May end its object only later, never inside.
    };

    /// 10 s: half of what a client takes for dead (api.md 4).
    explicit PingWheel(boost::asio::io_context &io, std::chrono::milliseconds interval = std::chrono::seconds(10));

    /// When in each interval, counted from the wheel's making, its turn comes.
    std::chrono::milliseconds add(Member &member);

private:
    using Slot = boost::intrusive::list<Member, boost::intrusive::constant_time_size<false>>;
    using Ticks = std::int64_t; ///< Since the wheel was made.

    [[nodiscard]] Ticks ticksNow() const;
    void arm(Ticks at);
    void due(Ticks at);
    void armNext(Ticks after);

    const std::chrono::milliseconds m_tick;
    std::vector<Slot> m_slots;
    boost::asio::steady_timer m_timer;
    const std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    Ticks m_done = -1; ///< Turns up to here were given.
    Ticks m_armed = -1; ///< -1: asleep.
    std::size_t m_added = 0;
};

} // namespace passport
