// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/hardening.h"
#include "client/logging.h"
#include "ui/desktopprocess.h"
#include "ui/icons.h"

#include <QApplication>

using namespace Qt::StringLiterals;

int main(int argc, char *argv[])
{
    using namespace passport;
    hardenProcess();
    if (const auto exitCode = runWithoutDisplay(argc, argv))
        return *exitCode;
    explainMissingDisplay();
    QApplication app(argc, argv);
    // One identity (programs.md): Qt takes the class of X11 windows and the tray's Id from the application's name.
    QApplication::setApplicationName(QLatin1StringView(applicationId));
    QApplication::setApplicationVersion(QLatin1StringView(PASSPORT_VERSION));
    QApplication::setDesktopFileName(QLatin1StringView(applicationId));
    QApplication::setQuitOnLastWindowClosed(false); // the tray may hold it
    QApplication::setWindowIcon(programIcon());
    const auto parsed = parseOptions(QApplication::arguments());
    if (const auto *goodbye = std::get_if<Goodbye>(&parsed))
        return say(*goodbye);
    const auto &options = std::get<Options>(parsed);
    if (!installLogging(options.logFile))
        return say({1, u"passport: %1 cannot be written. Name another --log-file."_s.arg(options.logFile)});
    DesktopProcess process(options, QApplication::arguments());
    process.start();
    return QApplication::exec();
}
