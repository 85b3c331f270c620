// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include <QByteArray>
#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <optional>
#include <spawn.h>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include <X11/Xlib.h>
#include <X11/Xutil.h>

namespace {

using Clock = std::chrono::steady_clock;
using Milliseconds = std::chrono::duration<double, std::milli>;

/// One row of the screen, through its middle: every window that the window manager places crosses it.
class MiddleRow {
public:
    explicit MiddleRow(Display *display)
        : m_display(display)
        , m_width(static_cast<unsigned>(DisplayWidth(display, 0)))
        , m_y(DisplayHeight(display, 0) / 2)
        , m_empty(read())
    {
    }

    /// True once more pixels have changed than the frame of a window has: its content is there.
    [[nodiscard]] bool isPainted() const
    {
        constexpr int moreThanFrames = 200;
        const auto now = read();
        int changed = 0;
        for (qsizetype i = 0; i + 4 <= now.size(); i += 4)
            changed += std::equal(now.begin() + i, now.begin() + i + 4, m_empty.begin() + i) ? 0 : 1;
        return changed > moreThanFrames;
    }
    [[nodiscard]] bool isEmpty() const { return read() == m_empty; }

private:
    [[nodiscard]] QByteArray read() const
    {
        XImage *image = XGetImage(m_display, DefaultRootWindow(m_display), 0, m_y, m_width, 1, AllPlanes, ZPixmap);
        const QByteArray pixels(image->data, image->bytes_per_line);
        XDestroyImage(image);
        return pixels;
    }

    Display *m_display;
    unsigned m_width;
    int m_y;
    QByteArray m_empty;
};

template <typename Condition> bool waitUntil(Condition condition, std::chrono::seconds longest)
{
    // 200 µs: below the difference that matters here, and the poll costs less than 2 % of a core.
    for (const auto end = Clock::now() + longest; Clock::now() < end;
         std::this_thread::sleep_for(std::chrono::microseconds(200)))
        if (condition())
            return true;
    return false;
}

/// Starts the program, waits for its first painted window, ends it.
std::optional<double> startOnce(const MiddleRow &row, const std::string &command)
{
    if (!waitUntil([&] { return row.isEmpty(); }, std::chrono::seconds(10)))
        return std::nullopt;
    const std::string line = "exec " + command;
    std::string shell = "sh";
    std::string flag = "-c";
    std::string text = line;
    char *arguments[] = {shell.data(), flag.data(), text.data(), nullptr};
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    posix_spawn_file_actions_addopen(&quiet, 2, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&quiet, 1, "/dev/null", O_WRONLY, 0);
    const auto start = Clock::now();
    pid_t pid = 0;
    if (posix_spawnp(&pid, "sh", &quiet, nullptr, arguments, environ) != 0)
        return std::nullopt;
    const bool painted = waitUntil([&] { return row.isPainted(); }, std::chrono::seconds(10));
    const Milliseconds took = Clock::now() - start;
    kill(pid, SIGTERM);
    waitpid(pid, nullptr, 0);
    return painted ? std::optional(took.count()) : std::nullopt;
}

double percentile(std::vector<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values.at(static_cast<size_t>(share * static_cast<double>(values.size() - 1)));
}

} // namespace

/// firstpaint RUNS COMMAND…: the milliseconds from the start of each command to its first painted window. The commands
/// take turns, so that a busy moment of the machine strikes all alike. Prints "median p95" a command.
int main(int argc, char *argv[])
{
    Display *display = argc > 2 ? XOpenDisplay(nullptr) : nullptr;
    if (!display) {
        std::fputs("usage (with an X display): firstpaint RUNS COMMAND…\n", stderr);
        return 2;
    }
    const MiddleRow row(display);
    const int runs = std::atoi(argv[1]);
    std::vector<std::vector<double>> times(static_cast<size_t>(argc - 2));
    for (int run = -1; run < runs; ++run) { // the first, uncounted, fills the caches
        for (int i = 2; i < argc; ++i) {
            const auto took = startOnce(row, argv[i]);
            if (!took) {
                std::fprintf(stderr, "firstpaint: no window in time: %s\n", argv[i]);
                return 1;
            }
            if (run >= 0)
                times[static_cast<size_t>(i - 2)].push_back(*took);
        }
    }
    for (const auto &list : times)
        std::printf("%.1f %.1f\n", percentile(list, 0.5), percentile(list, 0.95));
    return 0;
}
