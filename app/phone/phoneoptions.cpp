// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "phone/phoneoptions.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

Error wrongUsage(const QString &what)
{
    return {.kind = Error::Kind::Refused, .code = {}, .detail = what, .details = {}};
}

std::optional<PhoneOptions::Action> actionFrom(const QString &word)
{
    if (word == "inspect"_L1)
        return PhoneOptions::Action::Inspect;
    if (word == "approve"_L1)
        return PhoneOptions::Action::Approve;
    if (word == "decline"_L1)
        return PhoneOptions::Action::Decline;
    return std::nullopt;
}

void declare(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        u"A phone for tests, demonstrations and people without the app: takes the code of a QR sign-in, shows who "
        "asks, and lets him in or not.\nOne JSON object a line on stdout; words for people on stderr."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions(
        {{u"server"_s, u"The Passport server."_s, u"URL"_s},
         {u"login"_s, u"Phone or e-mail of the person who holds the phone."_s, u"LOGIN"_s},
         {u"password-stdin"_s, u"Read the password from standard input instead of asking for it."_s},
         {u"totp"_s, u"The one-time code, where the account asks for one."_s, u"CODE"_s},
         {u"image"_s, u"Read the QR code from a picture, a screenshot for instance."_s, u"FILE"_s},
         {u"link"_s, u"What the QR code says."_s, u"URL"_s},
         {u"code"_s, u"The eight letters below the QR code."_s, u"TYPED"_s},
         {u"basic"_s, u"Speak only the public wire: a scan is an approval, and no number is checked."_s}});
    parser.addPositionalArgument(
        u"action"_s,
        u"inspect: show who asks. approve: let him in once the number has been typed there. decline: keep him out."_s,
        u"(inspect|approve|decline)"_s);
}

std::optional<QString> given(const QCommandLineParser &parser, const QString &option)
{
    return parser.isSet(option) ? std::optional(parser.value(option)) : std::nullopt;
}

/// What is wrong with them together; empty if nothing is.
QString contradiction(const PhoneOptions &options)
{
    const bool web = options.server.scheme() == "https"_L1 || options.server.scheme() == "http"_L1;
    if (!web || options.server.host().isEmpty())
        return u"--server wants the address of a Passport server, https://…"_s;
    if (options.login.isEmpty())
        return u"--login is missing"_s;
    if (int(options.image.has_value()) + int(options.link.has_value()) + int(options.code.has_value()) != 1)
        return u"exactly one of --image, --link and --code is wanted"_s;
    if (options.basic && options.action != PhoneOptions::Action::Approve)
        return u"the public wire knows only approve"_s;
    if (options.basic && options.code)
        return u"the public wire knows no typed code; give --link or --image"_s;
    return {};
}

} // namespace

Result<PhoneOptions> parsePhoneOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    declare(parser);
    if (!parser.parse(arguments))
        return wrongUsage(parser.errorText());
    PhoneOptions options;
    if (parser.isSet(u"help"_s))
        options.answer = parser.helpText();
    if (parser.isSet(u"version"_s))
        options.answer = u"passport-phone " PASSPORT_VERSION "\n"_s;
    if (options.answer)
        return options;

    const QStringList words = parser.positionalArguments();
    const auto action = words.size() == 1 ? actionFrom(words.first()) : std::nullopt;
    if (!action)
        return wrongUsage(u"one of inspect, approve and decline is wanted"_s);
    options.action = *action;
    options.server = QUrl(parser.value(u"server"_s), QUrl::StrictMode);
    options.login = parser.value(u"login"_s);
    options.passwordFromStdin = parser.isSet(u"password-stdin"_s);
    options.totp = given(parser, u"totp"_s);
    options.image = given(parser, u"image"_s);
    options.link = given(parser, u"link"_s);
    options.code = given(parser, u"code"_s);
    options.basic = parser.isSet(u"basic"_s);
    if (const QString wrong = contradiction(options); !wrong.isEmpty())
        return wrongUsage(wrong);
    return options;
}

} // namespace passport
