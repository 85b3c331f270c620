// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/options.h"

#include "client/serveraddress.h"

#include <QCommandLineParser>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

const QString sharedComputer
    = u"passport: this version does not have --workstation, the mode for shared computers, yet. "
      "Until it does, let the computer's policy turn \"remember me\" off and lock it."_s;

Goodbye badUsage(const QString &why)
{
    return {2, u"passport: %1. See passport --help."_s.arg(why)};
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(u"Sign in to Bitrix24 Passport and move between your portals."_s);
    parser.addOptions({
        {u"server"_s, u"The Passport server; by default the one used last."_s, u"URL"_s},
        {u"profile"_s, u"Keep settings and the sign-in apart under this name."_s, u"NAME"_s, u"default"_s},
        {u"background"_s, u"Start in the tray without a window, if there is a tray."_s},
        {u"qr"_s, u"Open the QR sign-in at once."_s},
        {u"workstation"_s, u"The mode for shared computers; not in this version yet."_s},
        {u"policy-report"_s, u"Say which settings are set by the administrator."_s},
        {u"log-file"_s, u"Write the log to this file instead of standard error."_s, u"FILE"_s},
    });
    parser.addPositionalArgument(u"link"_s, u"A passport: link to open."_s, u"[passport:…]"_s);
}

/// The arguments up to and with the first link.
QStringList untilLink(const QStringList &arguments)
{
    const auto link = arguments.indexOf(QRegularExpression(u"\\Apassport:.*"_s));
    return link < 0 ? arguments : arguments.first(link + 1);
}

std::variant<Options, Goodbye> checked(const QCommandLineParser &parser)
{
    Options options;
    if (parser.isSet(u"server"_s)) {
        options.server = serverFromText(parser.value(u"server"_s));
        if (!options.server)
            return badUsage(u"--server wants an https address, or an http one of this computer"_s);
    }
    options.profile = parser.value(u"profile"_s);
    static const QRegularExpression name(u"\\A[A-Za-z0-9_-]{1,64}\\z"_s); // becomes a file name and a part of a key
    if (!name.match(options.profile).hasMatch())
        return badUsage(u"--profile wants 1 to 64 letters, digits, - or _"_s);
    if (parser.isSet(u"workstation"_s))
        return Goodbye{2, sharedComputer};
    options.policyReport = parser.isSet(u"policy-report"_s);
    options.background = parser.isSet(u"background"_s);
    options.qr = parser.isSet(u"qr"_s);
    options.logFile = parser.value(u"log-file"_s);
    const auto links = parser.positionalArguments();
    if (!links.isEmpty()) {
        options.link = DeepLink::parse(links.first());
        if (!options.link || links.size() > 1)
            return badUsage(u"the only argument it knows is a passport: link"_s);
    }
    return options;
}

} // namespace

std::variant<Options, Goodbye> parseOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    const auto help = parser.addHelpOption();
    const auto version = parser.addVersionOption();
    if (!parser.parse(untilLink(arguments)))
        return badUsage(parser.errorText().chopped(parser.errorText().endsWith(u'.') ? 1 : 0));
    if (parser.isSet(help))
        return Goodbye{0, parser.helpText()};
    if (parser.isSet(version))
        return Goodbye{0, u"passport %1\n"_s.arg(QLatin1StringView(PASSPORT_VERSION))};
    return checked(parser);
}

} // namespace passport
