// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/program.h"

#include "backend/backend.h"
#include "backend/commandline.h"
#include "backend/foundation.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <csignal>
#include <cstdio>
#include <pthread.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr int done = 0;
constexpr int failed = 1;
constexpr int misused = 2;
constexpr unsigned longestEnd = 4; // s; programs.md promises 5

void say(const QString &sentence)
{
    std::fprintf(stderr, "passport-backend: %s\n", qUtf8Printable(sentence));
}

void printJson(const QJsonObject &object)
{
    std::printf("%s\n", QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

/// Each connection is a descriptor; the hard limit is what the administrator meant.
void raiseDescriptorLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return;
    limit.rlim_cur = limit.rlim_max;
    (void)setrlimit(RLIMIT_NOFILE, &limit);
}

/// Taken by sigwait() in the main thread; blocked before any other thread is made, so that no other gets them.
sigset_t endSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    return signals;
}

int serve(BackendOptions options)
{
    const sigset_t signals = endSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN); // a client or a log's reader may go at any time
    raiseDescriptorLimit();
    options.log = STDERR_FILENO;
    const Clock clock;
    Faults noFaults;
    Backend backend(std::move(options), clock, noFaults);
    const Result<Backend::Urls> urls = backend.start();
    if (!urls) {
        say(urls.error().detail);
        return failed;
    }
    printJson({{"event"_L1, u"ready"_s}, {"url"_L1, urls->url}, {"adminUrl"_L1, urls->adminUrl}});
    int which = 0;
    sigwait(&signals, &which);
    // A hash that has begun may take long beside other programs. What was answered is in the database by then, and
    // nobody waits for the rest: the connections were cut before.
    std::signal(SIGALRM, [](int) { _exit(done); });
    ::alarm(longestEnd);
    backend.stop();
    return done;
}

int runOnce(const CommandLine &line)
{
    if (line.options.data.isEmpty()) {
        say(u"Say where the data lie: --data DIR."_s);
        return misused;
    }
    if (!line.subcommand->makesData() && !Store::exists(line.options.data)) {
        say(u"There is no Passport data in %1. Check --data."_s.arg(line.options.data));
        return failed;
    }
    const Clock clock;
    const auto foundation = Foundation::open({.store = {.folder = line.options.data}, .hasher = {}}, clock);
    if (!foundation) {
        say(foundation.error().detail);
        return failed;
    }
    const auto answer = runSubcommand(**foundation, *line.subcommand);
    (*foundation)->stop();
    if (!answer) {
        const Error &error = answer.error();
        say(error.detail.isEmpty() ? error.code : error.detail);
        return error.code == "usage"_L1 ? misused : failed;
    }
    for (const QJsonObject &object : *answer)
        printJson(object);
    return done;
}

} // namespace

int runBackend(int argc, char **argv)
{
    (void)prctl(PR_SET_DUMPABLE, 0); // no keys in core files (SR-31)
    const QCoreApplication application(argc, argv);
    const Result<CommandLine> line = parseCommandLine(QCoreApplication::arguments().sliced(1));
    if (!line) {
        say(line.error().detail);
        return misused;
    }
    if (!line->message.isEmpty()) {
        std::printf("%s\n", qUtf8Printable(line->message));
        return done;
    }
    return line->subcommand ? runOnce(*line) : serve(line->options);
}

} // namespace passport
