// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "bench/screen.h"

#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <stdexcept>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include <X11/Xlib.h>
#include <X11/Xutil.h>
#include <X11/keysym.h>

namespace passport::bench {

namespace {

KeySym symbolOf(char key)
{
    switch (key) {
    case '\b':
        return XK_BackSpace;
    case '\r':
        return XK_Return;
    default:
        return static_cast<KeySym>(key); // the symbols of Latin-1 are its characters
    }
}

} // namespace

void pollPause()
{
    std::this_thread::sleep_for(std::chrono::microseconds(200));
}

void Screen::Closer::operator()(Display *display) const
{
    XCloseDisplay(display);
}

Screen::Screen()
    : m_display(XOpenDisplay(nullptr))
{
    if (!m_display)
        throw std::runtime_error("needs an X display");
    m_geometry = {0, 0, DisplayWidth(m_display.get(), 0), DisplayHeight(m_display.get(), 0)};
}

QByteArray Screen::pixels(const QRect &area) const
{
    XImage *image = XGetImage(
        m_display.get(), DefaultRootWindow(m_display.get()), area.x(), area.y(), static_cast<unsigned>(area.width()),
        static_cast<unsigned>(area.height()), AllPlanes, ZPixmap);
    const QByteArray bytes(image->data, static_cast<qsizetype>(image->bytes_per_line) * area.height());
    XDestroyImage(image);
    return bytes;
}

QImage Screen::picture() const
{
    const auto bytes = pixels(m_geometry);
    return QImage(
               reinterpret_cast<const uchar *>(bytes.constData()), m_geometry.width(), m_geometry.height(),
               QImage::Format_RGB32)
        .copy();
}

void Screen::type(std::string_view keys) const
{
    Window window = None;
    int revert = 0;
    XGetInputFocus(m_display.get(), &window, &revert);
    for (const char key : keys) {
        const KeySym symbol = symbolOf(key);
        XKeyEvent event{};
        event.display = m_display.get();
        event.window = window;
        event.root = DefaultRootWindow(m_display.get());
        event.keycode = XKeysymToKeycode(m_display.get(), symbol);
        event.same_screen = True;
        event.type = KeyPress;
        XSendEvent(m_display.get(), window, True, KeyPressMask, reinterpret_cast<XEvent *>(&event));
        event.type = KeyRelease;
        XSendEvent(m_display.get(), window, True, KeyReleaseMask, reinterpret_cast<XEvent *>(&event));
    }
    XFlush(m_display.get());
}

void Screen::movePointer(const QPoint &at) const
{
    XWarpPointer(m_display.get(), None, DefaultRootWindow(m_display.get()), 0, 0, 0, 0, at.x(), at.y());
    XFlush(m_display.get());
}

std::optional<Clock::time_point>
Screen::lastChange(const QRect &area, const QByteArray &before, std::chrono::milliseconds quiet) const
{
    std::optional<Clock::time_point> changed;
    QByteArray last = before;
    for (auto since = Clock::now(); Clock::now() - since < quiet; pollPause()) {
        auto now = pixels(area);
        if (now != last) {
            since = Clock::now();
            changed = since;
            last = std::move(now);
        }
    }
    return changed;
}

Child::Child(std::string_view command)
{
    std::string shell = "sh";
    std::string flag = "-c";
    std::string line = "exec " + std::string(command);
    char *arguments[] = {shell.data(), flag.data(), line.data(), nullptr};
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    posix_spawn_file_actions_addopen(&quiet, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&quiet, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    const int failed = posix_spawnp(&m_pid, "sh", &quiet, nullptr, arguments, environ);
    posix_spawn_file_actions_destroy(&quiet);
    if (failed)
        throw std::runtime_error("cannot start sh");
}

Child::~Child()
{
    kill(m_pid, SIGTERM);
    waitpid(m_pid, nullptr, 0);
}

} // namespace passport::bench
