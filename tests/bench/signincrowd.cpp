// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "bench/loadconnection.h"
#include "bench/signinrequest.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <cstdio>
#include <deque>

using namespace passport::bench;
namespace asio = boost::asio;

/// bench-signin-crowd URL LOGIN PASSWORD COUNT: that many people sign in at the same moment. Prints how many could.
int main(int argc, char *argv[])
{
    if (argc != 5) {
        std::fputs("usage: bench-signin-crowd URL LOGIN PASSWORD COUNT\n", stderr);
        return 2;
    }
    asio::io_context context(1);
    std::deque<LoadConnection> connections;
    const auto request = signInBytes(argv[2], argv[3]);
    int done = 0;
    const auto signInOnce = [&](LoadConnection &connection) -> asio::awaitable<void> {
        const int status = co_await connection.exchange(request);
        done += status == 200 ? 1 : 0;
    };
    for (int i = 0; i < std::stoi(argv[4]); ++i)
        co_spawn(context, signInOnce(connections.emplace_back(context, endpointOf(argv[1]))), asio::detached);
    context.run();
    std::printf("%d\n", done);
    return done == std::stoi(argv[4]) ? 0 : 1;
}
