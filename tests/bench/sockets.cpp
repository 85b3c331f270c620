// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "bench/pushsockets.h"
#include "bench/signinrequest.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrl>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <random>
#include <sys/resource.h>

using namespace passport::bench;
using namespace Qt::StringLiterals;
namespace asio = boost::asio;

namespace {

using Clock = std::chrono::steady_clock;
constexpr auto patience = std::chrono::seconds(5); // after which a message counts as lost

QJsonObject resultOf(const LoadConnection &connection)
{
    return QJsonDocument::fromJson(QByteArray::fromStdString(std::string(connection.body())))
        .object()["result"_L1]
        .toObject();
}

std::string json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact).toStdString();
}

/// Enters one portal after another: each gives a channel of its own to listen at and a token to publish to it.
asio::awaitable<void>
enterPortals(LoadConnection &connection, std::string token, int count, std::vector<PushTarget> &targets)
{
    const std::vector<std::string> headers{"Authorization: Bearer " + token};
    QJsonValue cursor;
    while (static_cast<int>(targets.size()) < count) {
        QJsonObject page{{"limit"_L1, 200}};
        if (cursor.isString())
            page.insert("cursor"_L1, cursor);
        co_await connection.exchange(postBytes("/rest/passport.portals.list", json(page), headers));
        const QJsonObject portals = resultOf(connection);
        for (const QJsonValue &portal : portals["items"_L1].toArray()) {
            if (portal["state"_L1] != "active"_L1 || static_cast<int>(targets.size()) == count)
                continue;
            const QJsonObject wanted{{"memberId"_L1, portal["memberId"_L1]}};
            co_await connection.exchange(postBytes("/rest/passport.portals.switch", json(wanted), headers));
            const QJsonObject entered = resultOf(connection);
            const QUrl endpoint(entered["tokens"_L1]["client_endpoint"_L1].toString());
            targets.push_back(
                {entered["pull"_L1]["jwt"_L1].toString().toStdString(), endpoint.path().toStdString(),
                 entered["tokens"_L1]["access_token"_L1].toString().toStdString()});
        }
        cursor = portals["cursor"_L1];
        if (!cursor.isString())
            co_return;
    }
}

/// Message after message to one socket or another, by HTTP, each timed from the request to its arrival.
asio::awaitable<void>
publish(LoadConnection &connection, std::vector<PushTarget> &targets, PushSockets &sockets, int rounds)
{
    std::mt19937 random(1); // the same choice in every run
    std::uniform_int_distribution<std::size_t> any(0, targets.size() - 1);
    asio::steady_timer pause(co_await asio::this_coro::executor);
    for (int i = 0; i < rounds; ++i) {
        const std::size_t which = any(random);
        const QJsonObject event{
            {"COMMAND"_L1, "bench"_L1},
            {"MODULE_ID"_L1, "bench"_L1},
            {"USER_ID"_L1, 1},
            {"PARAMS"_L1, QJsonObject{{"filler"_L1, QString(200, u'x')}}}};
        const PushTarget &target = targets.at(which);
        const std::string request = postBytes(
            target.path + "pull.application.event.add", json(event), {"Authorization: Bearer " + target.token});
        sockets.expect(which, Clock::now());
        const int status = co_await connection.exchange(request);
        const auto end = Clock::now() + patience;
        while (status == 200 && sockets.isExpecting() && Clock::now() < end) {
            pause.expires_after(std::chrono::microseconds(200));
            co_await pause.async_wait(asio::use_awaitable);
        }
        sockets.giveUp();
        pause.expires_after(std::chrono::milliseconds(5));
        co_await pause.async_wait(asio::use_awaitable);
    }
}

/// Proportional memory of a process, in bytes.
double memoryOf(const std::string &pid)
{
    std::ifstream file("/proc/" + pid + "/smaps_rollup");
    for (std::string word; file >> word;) {
        if (word == "Pss:") {
            double kilobytes = 0;
            file >> kilobytes;
            return kilobytes * 1024;
        }
    }
    return 0;
}

int prepare(const std::string &url, const char *login, const char *password, int count, const char *file)
{
    asio::io_context context(1);
    LoadConnection connection(context, endpointOf(url));
    const std::string token = signIn(context, connection, login, password).toStdString();
    std::vector<PushTarget> targets;
    co_spawn(context, enterPortals(connection, token, count, targets), asio::detached);
    context.restart();
    context.run();
    std::ofstream out(file);
    for (const PushTarget &target : targets)
        out << target.jwt << ' ' << target.path << ' ' << target.token << '\n';
    return static_cast<int>(targets.size()) == count ? 0 : 1;
}

int run(const std::string &url, const std::string &pid, const char *file, int rounds)
{
    std::vector<PushTarget> targets;
    std::ifstream in(file);
    for (PushTarget target; in >> target.jwt >> target.path >> target.token;)
        targets.push_back(target);
    asio::io_context context(1);
    PushSockets sockets(context, endpointOf(url));
    const double before = memoryOf(pid);
    sockets.open(targets);
    const double bytes = (memoryOf(pid) - before) / static_cast<double>(targets.size());
    LoadConnection connection(context, endpointOf(url));
    const auto pass = [&] {
        sockets.milliseconds().clear();
        co_spawn(context, publish(connection, targets, sockets, rounds), [&context](const std::exception_ptr &) {
            context.stop();
        });
        context.restart();
        context.run();
        return std::vector<double>(sockets.milliseconds());
    };
    std::vector<double> first = pass(); // nearly every token is new to the server: it must be looked up
    std::vector<double> again = pass();
    std::printf(
        "%zu %.0f %.3f %.3f %.3f %.3f %d\n", sockets.openCount(), bytes, percentile(again, 0.5),
        percentile(again, 0.99), percentile(first, 0.5), percentile(first, 0.99), sockets.lost());
    return sockets.lost() == 0 && sockets.openCount() == targets.size() ? 0 : 1;
}

} // namespace

/// bench-sockets prepare URL LOGIN PASSWORD COUNT FILE: enters that many portals; each line of FILE then is one
/// channel. bench-sockets run URL PID ROUNDS FILE: opens a websocket on each channel of a freshly started server whose
/// process is PID, lets them lie idle and sends ROUNDS messages, each to one of them, twice: with tokens that the
/// server has not seen since its start, and with the same again. Prints "open-sockets bytes-each p50-ms p99-ms
/// first-p50-ms first-p99-ms lost".
int main(int argc, char *argv[])
{
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
    const std::string what = argc > 1 ? argv[1] : "";
    if (what == "prepare" && argc == 7)
        return prepare(argv[2], argv[3], argv[4], std::stoi(argv[5]), argv[6]);
    if (what == "run" && argc == 6)
        return run(argv[2], argv[3], argv[5], std::stoi(argv[4]));
    std::fputs("usage: bench-sockets prepare URL LOGIN PASSWORD COUNT FILE | run URL PID ROUNDS FILE\n", stderr);
    return 2;
}
