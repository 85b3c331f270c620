// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "bench/loadcaller.h"
#include "bench/screen.h"
#include "qr/qrreader.h"

#include <QJsonObject>
#include <cstdio>
#include <stdexcept>
#include <string>
#include <vector>

using namespace Qt::StringLiterals;
using namespace passport;
using namespace passport::bench;

namespace {

constexpr std::chrono::seconds longest(20);

QString linkOnScreen(const Screen &screen)
{
    QString link;
    if (!waitUntil(
            [&] {
                const auto text = readQr(screen.picture());
                link = text ? text.value() : QString();
                return !link.isEmpty();
            },
            longest))
        throw std::runtime_error("no code on the screen");
    return link;
}

/// From the approval to the last change of the screen, in milliseconds: the list is there and stays as it is.
double approveOnce(const Screen &screen, LoadCaller &phone, const std::string &command)
{
    const Child desktop(command);
    const auto scanned = phone.call("passport.qr.scan", {{u"link"_s, linkOnScreen(screen)}});
    const QJsonObject approval{{u"approvalId"_s, scanned[u"approvalId"_s]}};
    const auto state = [&] { return phone.call("passport.qr.approval", approval)[u"state"_s].toString(); };
    const auto number = scanned[u"number"_s].toString().toStdString();
    // The field takes the number once the window has heard of the scan; a second try is not wrong, only late.
    const auto heard = screen.pixels(screen.geometry());
    if (!screen.lastChange(screen.geometry(), heard, std::chrono::milliseconds(700)))
        throw std::runtime_error("the window does not react to the scan");
    screen.type(number + "\r");
    if (!waitUntil([&] { return state() == "numberOk"_L1; }, longest))
        throw std::runtime_error("the number does not arrive");

    const auto before = screen.pixels(screen.geometry());
    const auto start = Clock::now();
    phone.call("passport.qr.approve", approval);
    const auto painted = screen.lastChange(screen.geometry(), before, std::chrono::milliseconds(400));
    if (!painted)
        throw std::runtime_error("the screen does not change after the approval");
    return std::chrono::duration<double, std::milli>(*painted - start).count();
}

} // namespace

/// bench-approve URL LOGIN PASSWORD RUNS COMMAND: from "approve" on the phone to the painted portal list, on the real
/// screen of the real program. %d in the command becomes the number of the run. Prints "median p95".
int main(int argc, char *argv[])
try {
    if (argc != 6)
        throw std::runtime_error("usage: bench-approve URL LOGIN PASSWORD RUNS COMMAND");
    const Screen screen;
    LoadCaller phone(argv[1], argv[2], argv[3]);
    std::vector<double> times;
    for (int run = 0; run < std::stoi(argv[4]); ++run) {
        const auto command = QString::fromLocal8Bit(argv[5]).replace("%d"_L1, QString::number(run)).toStdString();
        times.push_back(approveOnce(screen, phone, command));
    }
    const double median = percentile(times, 0.5);
    std::printf("%.1f %.1f\n", median, percentile(times, 0.95));
    return 0;
} catch (const std::exception &error) {
    std::fprintf(stderr, "bench-approve: %s\n", error.what());
    return 1;
}
