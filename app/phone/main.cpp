// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "phone/passwordprompt.h"
#include "phone/phone.h"

#include <QCoreApplication>
#include <QLoggingCategory>
#include <cstdio>

using namespace passport;

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    QLoggingCategory::setFilterRules(QStringLiteral("passport.*.info=false")); // stderr is for people
    Result<PhoneOptions> options = parsePhoneOptions(QCoreApplication::arguments());
    if (!options) {
        std::fprintf(stderr, "%s; see passport-phone --help\n", qUtf8Printable(options.error().detail));
        return 2;
    }
    if (options->answer) {
        std::fputs(qUtf8Printable(*options->answer), stdout);
        return 0;
    }
    Phone phone(*options, readPassword(options->passwordFromStdin ? "" : "Password: "));
    QObject::connect(&phone, &Phone::finished, &app, &QCoreApplication::exit, Qt::QueuedConnection);
    phone.start();
    return QCoreApplication::exec();
}
