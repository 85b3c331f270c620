// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "bench/loadconnection.h"
#include "bench/screen.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

using namespace passport::bench;

/// bench-dragging X Y WIDTH HEIGHT STEP MOVES: the button is down on a row in the middle of that part of the screen.
/// Moves the pointer up and down by `STEP` pixels at a time, a row or more, and measures how long the list takes to
/// show the row there. Prints "median longest moves", in milliseconds.
int main(int argc, char *argv[])
try {
    if (argc != 7)
        throw std::runtime_error("usage: bench-dragging X Y WIDTH HEIGHT STEP MOVES");
    const Screen screen;
    const auto list = QRect(std::stoi(argv[1]), std::stoi(argv[2]), std::stoi(argv[3]), std::stoi(argv[4]))
                          .intersected(screen.geometry());
    const int step = std::stoi(argv[5]);
    // Beginning and ending in the middle, so that the list's edges, which scroll, are not reached.
    constexpr std::array offsets{1, 2, 1, 0, -1, -2, -1, 0};
    std::vector<double> times;
    for (int move = 0; move < std::stoi(argv[6]); ++move) {
        const auto before = screen.pixels(list);
        const auto start = Clock::now();
        screen.movePointer(list.center() + QPoint(0, offsets[std::size_t(move) % offsets.size()] * step));
        if (const auto painted = screen.lastChange(list, before, std::chrono::milliseconds(60)))
            times.push_back(std::chrono::duration<double, std::milli>(*painted - start).count());
    }
    if (times.empty())
        throw std::runtime_error("nothing moves");
    const double median = percentile(times, 0.5);
    std::printf("%.1f %.1f %zu\n", median, std::ranges::max(times), times.size());
    return 0;
} catch (const std::exception &error) {
    std::fprintf(stderr, "bench-dragging: %s\n", error.what());
    return 1;
}
