// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "bench/loadconnection.h"
#include "bench/screen.h"

#include <algorithm>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

#include <X11/Xlib.h>

using namespace passport::bench;

namespace {

/// Asks a window whether it lives, as window managers do; the thread that paints it answers (EWMH _NET_WM_PING).
class Pulse {
public:
    explicit Pulse(Window window)
        : m_display(XOpenDisplay(nullptr))
        , m_window(window)
    {
        if (m_display == nullptr)
            throw std::runtime_error("needs an X display");
        m_protocols = XInternAtom(m_display, "WM_PROTOCOLS", False);
        m_ping = XInternAtom(m_display, "_NET_WM_PING", False);
        XSelectInput(m_display, DefaultRootWindow(m_display), StructureNotifyMask | SubstructureNotifyMask);
        XSync(m_display, False);
    }
    ~Pulse() { XCloseDisplay(m_display); }
    Pulse(const Pulse &) = delete;
    Pulse &operator=(const Pulse &) = delete;

    /// How long the answer took, in milliseconds. Throws if there is none.
    double askOnce()
    {
        XEvent event{};
        event.xclient.type = ClientMessage;
        event.xclient.window = m_window;
        event.xclient.message_type = m_protocols;
        event.xclient.format = 32;
        event.xclient.data.l[0] = static_cast<long>(m_ping);
        event.xclient.data.l[1] = ++m_number;
        event.xclient.data.l[2] = static_cast<long>(m_window);
        const auto start = Clock::now();
        XSendEvent(m_display, m_window, False, NoEventMask, &event);
        XFlush(m_display);
        if (!waitUntil([this] { return isAnswered(); }, std::chrono::seconds(10)))
            throw std::runtime_error("the window does not answer");
        return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
    }

private:
    bool isAnswered()
    {
        while (XPending(m_display) > 0) {
            XEvent event{};
            XNextEvent(m_display, &event);
            if (event.type == ClientMessage && event.xclient.message_type == m_protocols
                && event.xclient.data.l[1] == m_number)
                return true;
        }
        return false;
    }

    Display *m_display;
    Window m_window;
    Atom m_protocols = None;
    Atom m_ping = None;
    long m_number = 0;
};

} // namespace

/// bench-answers WINDOW SECONDS: asks the window again and again for that long. Whatever holds the program up, be it
/// one frame, holds an answer up. Prints "median longest answers", in milliseconds.
int main(int argc, char *argv[])
try {
    if (argc != 3)
        throw std::runtime_error("usage: bench-answers WINDOW SECONDS");
    Pulse pulse(std::stoul(argv[1]));
    std::vector<double> times;
    for (const auto end = Clock::now() + std::chrono::seconds(std::stoi(argv[2])); Clock::now() < end; pollPause())
        times.push_back(pulse.askOnce());
    const double median = percentile(times, 0.5);
    std::printf("%.1f %.1f %zu\n", median, std::ranges::max(times), times.size());
    return 0;
} catch (const std::exception &error) {
    std::fprintf(stderr, "bench-answers: %s\n", error.what());
    return 1;
}
