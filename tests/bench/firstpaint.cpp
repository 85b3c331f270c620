// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "bench/loadconnection.h"
#include "bench/screen.h"

#include <algorithm>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

using namespace passport::bench;

namespace {

/// More pixels of the row have changed than the frame of a window has: its content is there.
bool isPainted(const QByteArray &empty, const QByteArray &now)
{
    constexpr int moreThanFrames = 200;
    int changed = 0;
    for (qsizetype i = 0; i + 4 <= now.size(); i += 4)
        changed += std::equal(now.begin() + i, now.begin() + i + 4, empty.begin() + i) ? 0 : 1;
    return changed > moreThanFrames;
}

/// Milliseconds from the start of the program to its first painted window; ends it.
double startOnce(const Screen &screen, const QRect &row, const QByteArray &empty, const std::string &command)
{
    constexpr std::chrono::seconds longest(10);
    if (!waitUntil([&] { return screen.pixels(row) == empty; }, longest))
        throw std::runtime_error("the screen does not become empty");
    const auto start = Clock::now();
    const Child child(command);
    if (!waitUntil([&] { return isPainted(empty, screen.pixels(row)); }, longest))
        throw std::runtime_error("no window in time: " + command);
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

} // namespace

/// bench-first-paint RUNS COMMAND…: the milliseconds from the start of each command to its first painted window. The
/// commands take turns, so that a busy moment of the machine strikes all alike. Prints "median p95" a command.
int main(int argc, char *argv[])
try {
    if (argc < 3)
        throw std::runtime_error("usage: bench-first-paint RUNS COMMAND…");
    const Screen screen;
    // One row through the middle: every window that the window manager places crosses it.
    const QRect row(0, screen.geometry().height() / 2, screen.geometry().width(), 1);
    const auto empty = screen.pixels(row);
    std::vector<std::vector<double>> times(static_cast<std::size_t>(argc - 2));
    for (int run = -1; run < std::stoi(argv[1]); ++run) { // the first, uncounted, fills the caches
        for (std::size_t i = 0; i < times.size(); ++i) {
            const double took = startOnce(screen, row, empty, argv[i + 2]);
            if (run >= 0)
                times[i].push_back(took);
        }
    }
    for (auto &list : times) {
        const double median = percentile(list, 0.5);
        std::printf("%.1f %.1f\n", median, percentile(list, 0.95));
    }
    return 0;
} catch (const std::exception &error) {
    std::fprintf(stderr, "bench-first-paint: %s\n", error.what());
    return 1;
}
