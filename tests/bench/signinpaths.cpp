// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "bench/loadconnection.h"
#include "bench/signinrequest.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <vector>

using namespace passport::bench;
namespace asio = boost::asio;

namespace {

using Clock = std::chrono::steady_clock;

struct Way {
    std::string request;
    std::vector<double> milliseconds = {};
};

/// One after the other, in turns, so that whatever changes on the machine meanwhile meets both.
asio::awaitable<void> refusedInTurns(LoadConnection &connection, Way &known, Way &unknown, int rounds, int &failures)
{
    for (int i = 0; i < 2 * rounds; ++i) {
        Way &way = i % 2 == 0 ? known : unknown;
        const auto start = Clock::now();
        const int status = co_await connection.exchange(way.request);
        way.milliseconds.push_back(std::chrono::duration<double, std::milli>(Clock::now() - start).count());
        failures += status == 401 || status == 403 ? 0 : 1;
    }
}

} // namespace

/// bench-signin-paths URL LOGIN ROUNDS: what refusing a sign-in takes, for a known login with a wrong password and for
/// an unknown login (SR-33). Prints "known-ms unknown-ms difference-percent failures", medians.
int main(int argc, char *argv[])
{
    if (argc != 4) {
        std::fputs("usage: bench-signin-paths URL LOGIN ROUNDS\n", stderr);
        return 2;
    }
    asio::io_context context(1);
    LoadConnection connection(context, endpointOf(argv[1]));
    Way known{signInBytes(argv[2], "not this person's password")};
    Way unknown{signInBytes("nobody-" + std::string(argv[2]), "not this person's password")};
    int failures = 0;
    co_spawn(
        context, refusedInTurns(connection, known, unknown, std::stoi(argv[3]), failures), [](std::exception_ptr) {});
    context.run();
    const double ofKnown = percentile(known.milliseconds, 0.5);
    const double ofUnknown = percentile(unknown.milliseconds, 0.5);
    std::printf("%.2f %.2f %.2f %d\n", ofKnown, ofUnknown, 100 * std::abs(ofKnown - ofUnknown) / ofKnown, failures);
    return failures == 0 && !unknown.milliseconds.empty() ? 0 : 1;
}
