// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QImage>
#include <QRect>
#include <chrono>
#include <memory>
#include <optional>
#include <string_view>

using Display = struct _XDisplay;

namespace passport::bench {

using Clock = std::chrono::steady_clock;

/// What a person sees and types, from outside of the program: the pixels of an X display and its keyboard.
class Screen {
public:
    /// Of $DISPLAY. Throws std::runtime_error without one.
    Screen();

    [[nodiscard]] QRect geometry() const { return m_geometry; }
    /// Rows of 32-bit pixels.
    [[nodiscard]] QByteArray pixels(const QRect &area) const;
    [[nodiscard]] QImage picture() const;
    /// Presses and releases the keys of ASCII letters, digits and '\b' in the window that has the focus.
    void type(std::string_view keys) const;

    /// Puts the pointer there, with whatever buttons are down.
    void movePointer(const QPoint &at) const;

    /// When the area changed last before it stayed the same for that long; nothing if it did not change at all.
    [[nodiscard]] std::optional<Clock::time_point>
    lastChange(const QRect &area, const QByteArray &before, std::chrono::milliseconds quiet) const;

private:
    struct Closer {
        void operator()(Display *display) const;
    };
    std::unique_ptr<Display, Closer> m_display;
    QRect m_geometry;
};

/// A program that is started for a measurement and ended with it.
class Child {
public:
    /// A command line for sh; its output is dropped. Throws std::runtime_error.
    explicit Child(std::string_view command);
    ~Child();
    Child(const Child &) = delete;
    Child &operator=(const Child &) = delete;

private:
    int m_pid = 0;
};

/// 200 µs: finer than what matters here, and polling costs less than 2 % of a core.
void pollPause();

/// Polls the condition; false when the time is over.
template <typename Condition> bool waitUntil(Condition condition, std::chrono::seconds longest)
{
    for (const auto end = Clock::now() + longest; Clock::now() < end; pollPause())
        if (condition())
            return true;
    return false;
}

} // namespace passport::bench
