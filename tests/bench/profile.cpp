// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "bench/loadcaller.h"
#include "bench/screen.h"

#include <QJsonObject>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;
using namespace passport::bench;

namespace {

constexpr std::chrono::milliseconds quiet(400); // after which nothing more comes; longer than what is allowed

/// From the request that saves the name to the last change of that part of the screen, in milliseconds.
double saveOnce(const Screen &screen, const QRect &account, LoadCaller &other, const QString &name)
{
    const QJsonValue revision = other.call("passport.profile.get", {}).value("revision"_L1);
    const auto before = screen.pixels(account);
    const auto start = Clock::now();
    other.call("passport.profile.update", {{u"firstName"_s, name}, {u"revision"_s, revision}});
    const auto painted = screen.lastChange(account, before, quiet);
    if (!painted)
        throw std::runtime_error("the name does not arrive");
    return std::chrono::duration<double, std::milli>(*painted - start).count();
}

} // namespace

/// bench-profile URL LOGIN PASSWORD X Y WIDTH HEIGHT ROUNDS: a program is signed in and shows the person's name in
/// that part of the screen. Another one saves one name after the other; measured until each is painted.
/// Prints "median p95".
int main(int argc, char *argv[])
try {
    if (argc != 9)
        throw std::runtime_error("usage: bench-profile URL LOGIN PASSWORD X Y WIDTH HEIGHT ROUNDS");
    const Screen screen;
    LoadCaller other(argv[1], argv[2], argv[3]);
    const QRect account(std::stoi(argv[4]), std::stoi(argv[5]), std::stoi(argv[6]), std::stoi(argv[7]));
    std::vector<double> times;
    for (int round = 0; round < std::stoi(argv[8]); ++round)
        times.push_back(saveOnce(screen, account, other, round % 2 == 0 ? u"Мария"_s : u"Анна"_s));
    const double median = percentile(times, 0.5);
    std::printf("%.1f %.1f\n", median, percentile(times, 0.95));
    return 0;
} catch (const std::exception &error) {
    std::fprintf(stderr, "bench-profile: %s\n", error.what());
    return 1;
}
