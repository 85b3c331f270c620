// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "bench/loadconnection.h"
#include "bench/signinrequest.h"
#include "client/devicekey.h"
#include "client/dpopsigner.h"

#include <QUrl>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <chrono>
#include <cstdio>
#include <deque>
#include <string>

using namespace passport;
using namespace passport::bench;
namespace asio = boost::asio;

namespace {

using Clock = std::chrono::steady_clock;
constexpr auto path = "/rest/passport.portals.list";
constexpr auto warmUp = std::chrono::milliseconds(500);

struct Run {
    Clock::time_point countFrom;
    Clock::time_point end;
    std::vector<double> milliseconds;
    int failures = 0;
};

/// Requests with a proof cannot be repeated: they are signed before the clock starts.
std::deque<std::string>
signedRequests(const std::string &url, const DeviceKey &key, const QString &token, const QByteArray &nonce, int count)
{
    std::deque<std::string> requests;
    const QUrl target(QString::fromStdString(url) + QString::fromLatin1(path));
    for (int i = 0; i < count; ++i) {
        const auto proof = dpopProof(key, "POST", target, token, nonce).toStdString();
        requests.push_back(postBytes(path, "{}", {"Authorization: DPoP " + token.toStdString(), "DPoP: " + proof}));
    }
    return requests;
}

asio::awaitable<void> read(LoadConnection &connection, std::deque<std::string> &requests, bool again, Run &run)
{
    while (Clock::now() < run.end && !requests.empty()) {
        const std::string request = again ? requests.front() : std::move(requests.front());
        if (!again)
            requests.pop_front();
        const auto start = Clock::now();
        const int status = co_await connection.exchange(request);
        const auto now = Clock::now();
        if (status != 200)
            ++run.failures;
        else if (start >= run.countFrom && now < run.end)
            run.milliseconds.push_back(std::chrono::duration<double, std::milli>(now - start).count());
    }
}

} // namespace

/// bench-reads URL LOGIN PASSWORD SECONDS CONNECTIONS bearer|dpop: passport.portals.list as fast as it goes. Prints
/// "reads-a-second p50-ms p99-ms failures".
int main(int argc, char *argv[])
{
    if (argc != 7) {
        std::fputs("usage: bench-reads URL LOGIN PASSWORD SECONDS CONNECTIONS bearer|dpop\n", stderr);
        return 2;
    }
    const std::string url = argv[1];
    const bool dpop = std::string(argv[6]) == "dpop";
    const auto seconds = std::chrono::seconds(std::stoi(argv[4]));
    asio::io_context context(1);
    std::deque<LoadConnection> connections;
    for (int i = 0; i < std::stoi(argv[5]); ++i)
        connections.emplace_back(context, endpointOf(url));

    const auto key = DeviceKey::generate();
    const auto token = signIn(context, connections.front(), argv[2], argv[3], dpop ? key.publicKey() : QByteArray());
    std::deque<std::string> requests;
    if (dpop) {
        const auto nonce = freshNonce(context, connections.front(), path, token);
        requests = signedRequests(url, key, token, nonce, static_cast<int>(seconds.count()) * 20000);
    } else {
        requests.push_back(postBytes(path, "{}", {"Authorization: Bearer " + token.toStdString()}));
    }

    Run run;
    run.countFrom = Clock::now() + warmUp;
    run.end = run.countFrom + seconds;
    for (auto &connection : connections)
        co_spawn(context, read(connection, requests, !dpop, run), asio::detached);
    context.restart();
    context.run();
    const double rate = static_cast<double>(run.milliseconds.size()) / static_cast<double>(seconds.count());
    const double median = percentile(run.milliseconds, 0.5);
    std::printf("%.0f %.2f %.2f %d\n", rate, median, percentile(run.milliseconds, 0.99), run.failures);
    return run.failures == 0 && !run.milliseconds.empty() ? 0 : 1;
}
