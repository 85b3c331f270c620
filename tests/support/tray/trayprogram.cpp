// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "support/tray/statusnotifierwatcher.h"
#include "support/tray/trayclient.h"

#include <QCoreApplication>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

void print(const QList<passport::TrayEntry> &entries, const QString &indent)
{
    for (const auto &entry : entries) {
        if (!entry.visible || entry.separator)
            continue;
        const QString line = indent + (entry.checked ? u"[x] "_s : u"[ ] "_s) + entry.label;
        std::puts(qUtf8Printable(line));
        print(entry.children, indent + u"    "_s);
    }
}

int refuse(const char *reason)
{
    std::fprintf(stderr, "passport-tray-host: %s\n", reason);
    return 1;
}

int serve()
{
    passport::StatusNotifierWatcher watcher;
    if (!watcher.registerOnBus())
        return refuse("no session bus, or another tray is on it");
    std::puts("ready");
    std::fflush(stdout);
    return QCoreApplication::exec();
}

} // namespace

/// passport-tray-host serve | menu | tooltip | trigger LABEL: a tray for a machine without a desktop, and a hand for
/// it.
int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const auto arguments = app.arguments().mid(1);
    const auto command = arguments.value(0);
    if (command == "serve"_L1)
        return serve();
    const auto icon = passport::TrayClient::first();
    if (!icon)
        return refuse("no icon on the tray");
    if (command == "menu"_L1) {
        print(icon->menu(), {});
        return 0;
    }
    if (command == "tooltip"_L1) {
        std::puts(qUtf8Printable(icon->toolTip()));
        return 0;
    }
    if (command == "trigger"_L1 && arguments.size() == 2)
        return icon->trigger(arguments.at(1)) ? 0 : refuse("no such entry, or it is disabled");
    std::fputs("usage: passport-tray-host serve | menu | tooltip | trigger LABEL\n", stderr);
    return 2;
}
