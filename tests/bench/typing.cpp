// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "bench/loadconnection.h"
#include "bench/screen.h"

#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

using namespace passport::bench;

namespace {

/// From the key to the last change below the search field, in milliseconds; nothing if the list stays as it is.
std::optional<double> typeOnce(const Screen &screen, const QRect &list, char key)
{
    const auto before = screen.pixels(list);
    const auto start = Clock::now();
    screen.type({&key, 1});
    const auto painted = screen.lastChange(list, before, std::chrono::milliseconds(120));
    if (!painted)
        return std::nullopt;
    return std::chrono::duration<double, std::milli>(*painted - start).count();
}

} // namespace

/// bench-typing X Y WIDTH HEIGHT ROUNDS TEXT: types the text into the window with the focus and takes it back, key by
/// key, and measures how long that part of the screen takes to show it. Prints "median p95 keys".
int main(int argc, char *argv[])
try {
    if (argc != 7)
        throw std::runtime_error("usage: bench-typing X Y WIDTH HEIGHT ROUNDS TEXT");
    const Screen screen;
    const auto list = QRect(std::stoi(argv[1]), std::stoi(argv[2]), std::stoi(argv[3]), std::stoi(argv[4]))
                          .intersected(screen.geometry());
    const std::string text = argv[6];
    const auto keys = text + std::string(text.size(), '\b');
    std::vector<double> times;
    for (int round = 0; round < std::stoi(argv[5]); ++round)
        for (const char key : keys)
            if (const auto took = typeOnce(screen, list, key))
                times.push_back(*took);
    if (times.empty())
        throw std::runtime_error("no key changes the list");
    const double median = percentile(times, 0.5);
    const double p95 = percentile(times, 0.95);
    std::printf("%.1f %.1f %zu\n", median, p95, times.size());
    return 0;
} catch (const std::exception &error) {
    std::fprintf(stderr, "bench-typing: %s\n", error.what());
    return 1;
}
