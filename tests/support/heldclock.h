// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/clock.h"

namespace passport {

/// A fixture's clock at a moment of the test's own: the seconds that a busy machine takes between two steps do not
/// count. For tests of delays as short as a second.
class HeldClock {
public:
    explicit HeldClock(Clock &clock)
        : m_clock(clock)
        , m_moment(clock.now())
    {
    }

    /// Turns the clock back to the moment; before each step that the delay matters to.
    void back() { m_clock.advance(m_moment - m_clock.now()); }
    /// Moves the moment, and the clock to it.
    void advance(std::chrono::milliseconds by)
    {
        m_moment += by;
        back();
    }

private:
    Clock &m_clock;
    Clock::TimePoint m_moment;
};

} // namespace passport
