// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/errortext.h"

#include "client/clientcodes.h"
#include "protocol/errorcodes.h"

#include <QCoreApplication>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

struct ErrorText {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

struct Row {
    QLatin1StringView code;
    const char *title;
    const char *sentence; ///< %1 is the host, the missing portal or the limit, as the details say.
};

#define WORDS(text) QT_TRANSLATE_NOOP("ErrorText", text)

/// By code, where a code says more than its kind.
constexpr std::array table{
    Row{code::wrongCredentials, WORDS("The login or the password is not right"),
        WORDS("Check the keyboard layout and Caps Lock.")},
    Row{code::wrongCode, WORDS("That code is not right"), ""},
    Row{code::ticketGone, WORDS("This sign-in has ended"), WORDS("Begin again.")},
    Row{code::tooMany, WORDS("Too many attempts"), ""},
    Row{code::overloaded, WORDS("The server is busy"), ""},
    Row{code::pushUnavailable, WORDS("The server's push service is not available"), ""},
    Row{code::qrDisabled, WORDS("QR sign-in is turned off by your administrator"),
        WORDS("Sign in with your password instead.")},
    Row{code::basicRefused, WORDS("Only basic protection is offered here"),
        WORDS("The administrator does not allow it for QR sign-in.")},
    Row{code::wrongPortal, WORDS("Your phone is signed in to a different portal"), WORDS("%1 is needed.")},
    Row{code::notAllowed, WORDS("You are not allowed to do this"), WORDS("Ask the administrator of the portal.")},
    Row{code::supportOnly, WORDS("Only the support can change this"), ""},
    Row{code::stepUpRequired, WORDS("Confirm that it is you"), WORDS("Sign in again to go on.")},
    Row{code::otpRequired, WORDS("A one-time code is needed"), ""},
    Row{code::limitReached, WORDS("The limit is reached"), WORDS("At most %1 are possible.")},
    Row{code::conflict, WORDS("It was changed somewhere else meanwhile"), WORDS("Look at it again and repeat.")},
    Row{code::used, WORDS("This code has already been used"), ""},
    Row{code::numberMismatch, WORDS("That number does not match"), ""},
    Row{code::tooLarge, WORDS("This is too large for the server"), ""},
    Row{code::keyringLocked, WORDS("Your keyring is locked"), WORDS("Unlock it and you will be signed in.")},
    Row{code::keyringMissing, WORDS("Nowhere to keep the sign-in safely"),
        WORDS("There is no secret service on this computer. It comes with GNOME Keyring, KWallet or KeePassXC.")},
    Row{code::keyringFailing, WORDS("The keyring does not work"), WORDS("Its service does not answer as it should.")},
    Row{code::notAPassportServer, WORDS("This is not a Passport server"),
        WORDS("It answers with something else. Check the address, and whether a network sign-in page is in the way.")},
    Row{code::answerTooLarge, WORDS("The server's answer is too large"), WORDS("Check the address of the server.")},
    Row{code::insecureAddress, WORDS("This address is not secure"), WORDS("Use an address that begins with https.")},
    Row{code::hostNotFound, WORDS("Cannot find %1"), WORDS("Check the address and the network.")},
    Row{code::connectionRefused, WORDS("Cannot reach %1"), WORDS("Nobody answers there. We keep trying.")},
    Row{code::proxyUnreachable, WORDS("The proxy cannot be reached"), WORDS("Check the proxy settings.")},
};

const Row *rowOf(const Error &error)
{
    const auto row = std::ranges::find_if(table, [&error](const Row &each) { return error.code == each.code; });
    return row == table.end() ? nullptr : &*row;
}

/// The one thing in the details that the words of this code name.
QString subject(const Error &error)
{
    for (const auto key : {"host"_L1, "needed"_L1, "limit"_L1}) {
        const QJsonValue value = error.details.value(key);
        if (!value.isUndefined())
            return value.toVariant().toString();
    }
    return ErrorText::tr("the server");
}

QString filled(QString text, const Error &error)
{
    return text.contains("%1"_L1) ? text.arg(subject(error)) : text;
}

QString tlsReason(const QString &reason)
{
    if (reason == "expired"_L1)
        return ErrorText::tr("its certificate has expired");
    if (reason == "not_yet_valid"_L1)
        return ErrorText::tr("its certificate is not valid yet, or this computer's clock is wrong");
    if (reason == "wrong_host"_L1)
        return ErrorText::tr("its certificate belongs to another host");
    if (reason == "self_signed"_L1)
        return ErrorText::tr("its certificate is signed by nobody but itself");
    if (reason == "unknown_issuer"_L1)
        return ErrorText::tr("nobody this computer trusts has signed its certificate");
    if (reason == "revoked"_L1)
        return ErrorText::tr("its certificate has been revoked");
    return ErrorText::tr("its certificate could not be checked");
}

ErrorWords insecure(const Error &error)
{
    return {
        ErrorText::tr("The connection to %1 is not secure").arg(subject(error)),
        ErrorText::tr("Reason: %1. Nothing has been sent.")
            .arg(tlsReason(error.details.value("reason"_L1).toString()))};
}

ErrorWords proxyAuth(const Error &error)
{
    const QString proxy = error.details.value("proxy"_L1).toString();
    return {
        proxy.isEmpty() ? ErrorText::tr("The proxy needs a name and a password")
                        : ErrorText::tr("The proxy %1 needs a name and a password").arg(proxy),
        {}};
}

/// By kind, for codes that need no words of their own.
ErrorWords wordsOfKind(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Offline:
        return {
            ErrorText::tr("Cannot reach %1").arg(subject(error)), ErrorText::tr("Check the network. We keep trying.")};
    case Error::Kind::Timeout:
        return {
            ErrorText::tr("%1 does not answer").arg(subject(error)),
            ErrorText::tr("Check the network. We keep trying.")};
    case Error::Kind::Busy:
        return {ErrorText::tr("The server is busy"), {}};
    case Error::Kind::SignInNeeded:
        return {ErrorText::tr("You were signed out"), ErrorText::tr("Sign in again.")};
    case Error::Kind::Refused:
        return {ErrorText::tr("The server refused this"), {}};
    case Error::Kind::NotFound:
        return {ErrorText::tr("This does not exist any more"), {}};
    case Error::Kind::Malformed:
        return {
            ErrorText::tr("The server and this program do not understand each other"),
            ErrorText::tr("One of them needs an update.")};
    case Error::Kind::Insecure:
        return insecure(error);
    case Error::Kind::ProxyAuth:
        return proxyAuth(error);
    case Error::Kind::KeychainUnavailable:
        return {ErrorText::tr("The keyring does not work"), {}};
    }
    return {};
}

} // namespace

ErrorWords errorWords(const Error &error)
{
    ErrorWords words = wordsOfKind(error);
    if (const Row *row = rowOf(error)) {
        words.title = filled(ErrorText::tr(row->title), error);
        words.sentence = *row->sentence != '\0' ? filled(ErrorText::tr(row->sentence), error) : QString();
    }
    if (const auto left = error.triesLeft())
        words.sentence = ErrorText::tr("%n attempts left.", nullptr, *left);
    else if (error.retryAfter && error.kind == Error::Kind::Busy)
        words.sentence = ErrorText::tr("Wait %1.").arg(shownDuration(*error.retryAfter));
    return words;
}

QString errorText(const Error &error)
{
    const ErrorWords words = errorWords(error);
    return words.sentence.isEmpty() ? words.title + u'.' : words.title + u". "_s + words.sentence;
}

QString errorDetails(const Error &error)
{
    QStringList lines;
    if (!error.requestId().isEmpty())
        lines << ErrorText::tr("Number of the request: %1").arg(error.requestId());
    if (const QString issuer = error.details.value("issuer"_L1).toString(); !issuer.isEmpty())
        lines << ErrorText::tr("Certificate issued by: %1").arg(issuer);
    if (!error.code.isEmpty())
        lines << ErrorText::tr("Code: %1").arg(error.code);
    return lines.join(u'\n');
}

QString shownTime(std::chrono::seconds time)
{
    const auto seconds = std::max<qint64>(0, time.count());
    return u"%1:%2"_s.arg(seconds / 60).arg(seconds % 60, 2, 10, QLatin1Char('0'));
}

QString shownDuration(std::chrono::seconds time)
{
    const auto seconds = std::max<qint64>(1, time.count());
    constexpr qint64 minute = 60;
    constexpr qint64 hour = 60 * minute;
    if (seconds < 2 * minute)
        return ErrorText::tr("%1 s").arg(seconds);
    if (seconds < 2 * hour)
        return ErrorText::tr("%1 min").arg((seconds + minute - 1) / minute);
    return ErrorText::tr("%1 h").arg((seconds + hour - 1) / hour);
}

} // namespace passport
