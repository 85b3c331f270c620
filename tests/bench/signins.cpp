// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "bench/loadconnection.h"
#include "bench/signinrequest.h"

#include <atomic>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <chrono>
#include <cstdio>
#include <deque>
#include <sodium.h>
#include <string>
#include <thread>
#include <vector>

using namespace passport::bench;
namespace asio = boost::asio;

namespace {

using Clock = std::chrono::steady_clock;
using Seconds = std::chrono::duration<double>;

// What the backend hashes with by default (SR-34).
constexpr unsigned long long passes = 3;
constexpr std::size_t memory = 64UL * 1024 * 1024;

/// Hashes a second that this many threads can do when nothing else is asked of the machine.
double hashingAlone(int threads, std::chrono::seconds duration)
{
    std::atomic<int> done = 0;
    const auto start = Clock::now();
    const auto end = start + duration;
    std::vector<std::thread> workers;
    for (int i = 0; i < threads; ++i) {
        workers.emplace_back([&] {
            char hash[crypto_pwhash_STRBYTES];
            const std::string password = "a password of common length";
            while (Clock::now() < end && crypto_pwhash_str(hash, password.data(), password.size(), passes, memory) == 0)
                ++done;
        });
    }
    for (auto &worker : workers)
        worker.join();
    return done / Seconds(Clock::now() - start).count();
}

struct Run {
    Clock::time_point end;
    int done = 0;
    int failures = 0;
};

asio::awaitable<void> signInAgain(LoadConnection &connection, const std::string &request, Run &run)
{
    while (Clock::now() < run.end) {
        const int status = co_await connection.exchange(request);
        status == 200 ? ++run.done : ++run.failures;
    }
}

} // namespace

/// bench-signins URL LOGIN PASSWORD SECONDS THREADS: how many people a second can sign in, beside the hashes that the
/// same number of threads does alone, just before. Prints "hashes-a-second", and after the sign-ins
/// "sign-ins-a-second ratio failures".
int main(int argc, char *argv[])
{
    if (argc != 6 || sodium_init() < 0) {
        std::fputs("usage: bench-signins URL LOGIN PASSWORD SECONDS THREADS\n", stderr);
        return 2;
    }
    const auto duration = std::chrono::seconds(std::stoi(argv[4]));
    const int threads = std::stoi(argv[5]);
    const double alone = hashingAlone(threads, duration);
    std::printf("%.1f\n", alone);
    std::fflush(stdout); // now the sign-ins begin

    asio::io_context context(1);
    std::deque<LoadConnection> connections;
    const auto request = signInBytes(argv[2], argv[3]);
    const auto start = Clock::now();
    Run run{start + duration};
    for (int i = 0; i < 2 * threads; ++i) { // one being hashed and one waiting, a thread
        connections.emplace_back(context, endpointOf(argv[1]));
        co_spawn(context, signInAgain(connections.back(), request, run), asio::detached);
    }
    context.run();
    const double rate = run.done / Seconds(Clock::now() - start).count();
    std::printf("%.1f %.2f %d\n", rate, rate / alone, run.failures);
    return run.failures == 0 && run.done > 0 ? 0 : 1;
}
