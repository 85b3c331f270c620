// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/errortext.h"

#include "client/clientcodes.h"
#include "protocol/busyreason.h"
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

/// By code, where a code says more than its kind.
constexpr std::array table{
    Row{code::wrongCredentials, QT_TRANSLATE_NOOP("ErrorText", "The login or the password is not right"),
        QT_TRANSLATE_NOOP("ErrorText", "Check the keyboard layout and Caps Lock.")},
    Row{code::wrongCode, QT_TRANSLATE_NOOP("ErrorText", "That code is not right"), ""},
    Row{code::ticketGone, QT_TRANSLATE_NOOP("ErrorText", "This sign-in has ended"),
        QT_TRANSLATE_NOOP("ErrorText", "Begin again.")},
    Row{code::tooMany, QT_TRANSLATE_NOOP("ErrorText", "Too many attempts"), ""},
    Row{code::overloaded, QT_TRANSLATE_NOOP("ErrorText", "The server is busy"), ""},
    Row{code::pushUnavailable, QT_TRANSLATE_NOOP("ErrorText", "The server's push service is not available"), ""},
    Row{code::qrDisabled, QT_TRANSLATE_NOOP("ErrorText", "QR sign-in is turned off by your administrator"),
        QT_TRANSLATE_NOOP("ErrorText", "Sign in with your password instead.")},
    Row{code::basicRefused, QT_TRANSLATE_NOOP("ErrorText", "Only basic protection is offered here"),
        QT_TRANSLATE_NOOP("ErrorText", "The administrator does not allow it for QR sign-in.")},
    Row{code::wrongPortal, QT_TRANSLATE_NOOP("ErrorText", "Your phone is signed in to a different portal"),
        QT_TRANSLATE_NOOP("ErrorText", "%1 is needed.")},
    Row{code::notAllowed, QT_TRANSLATE_NOOP("ErrorText", "You are not allowed to do this"),
        QT_TRANSLATE_NOOP("ErrorText", "Ask the administrator of the portal.")},
    Row{code::supportOnly, QT_TRANSLATE_NOOP("ErrorText", "Only the support can change this"), ""},
    Row{code::stepUpRequired, QT_TRANSLATE_NOOP("ErrorText", "Confirm that it is you"),
        QT_TRANSLATE_NOOP("ErrorText", "Sign in again to go on.")},
    Row{code::otpRequired, QT_TRANSLATE_NOOP("ErrorText", "A one-time code is needed"), ""},
    Row{code::limitReached, QT_TRANSLATE_NOOP("ErrorText", "The limit is reached"),
        QT_TRANSLATE_NOOP("ErrorText", "At most %1 are possible.")},
    Row{code::conflict, QT_TRANSLATE_NOOP("ErrorText", "It was changed somewhere else meanwhile"),
        QT_TRANSLATE_NOOP("ErrorText", "Look at it again and repeat.")},
    Row{code::used, QT_TRANSLATE_NOOP("ErrorText", "This code has already been used"), ""},
    Row{code::numberMismatch, QT_TRANSLATE_NOOP("ErrorText", "That number does not match"), ""},
    Row{code::portalsBound, QT_TRANSLATE_NOOP("ErrorText", "Portals are still bound to this Passport"),
        QT_TRANSLATE_NOOP("ErrorText", "Leave or delete each of them first.")},
    Row{code::lastMethod, QT_TRANSLATE_NOOP("ErrorText", "This is your last way to sign in"),
        QT_TRANSLATE_NOOP("ErrorText", "Add another one before you remove it.")},
    Row{code::weakPassword, QT_TRANSLATE_NOOP("ErrorText", "This password is too easy to guess"),
        QT_TRANSLATE_NOOP("ErrorText", "Choose a longer one, of words that do not belong together.")},
    Row{code::invalidAddress, QT_TRANSLATE_NOOP("ErrorText", "A portal cannot have this address"),
        QT_TRANSLATE_NOOP("ErrorText", "Use 3 to 60 Latin letters, digits and single hyphens inside.")},
    Row{code::addressTaken, QT_TRANSLATE_NOOP("ErrorText", "This address is taken"),
        QT_TRANSLATE_NOOP("ErrorText", "Choose another one.")},
    Row{code::unsupportedMedia, QT_TRANSLATE_NOOP("ErrorText", "This is not a picture that can be read"),
        QT_TRANSLATE_NOOP("ErrorText", "Choose a JPEG, PNG or WebP file.")},
    Row{code::tooLarge, QT_TRANSLATE_NOOP("ErrorText", "This is too large for the server"), ""},
    Row{code::keyringLocked, QT_TRANSLATE_NOOP("ErrorText", "Your keyring is locked"),
        QT_TRANSLATE_NOOP("ErrorText", "Unlock it and you will be signed in.")},
    Row{code::keyringMissing, QT_TRANSLATE_NOOP("ErrorText", "Nowhere to keep the sign-in safely"),
        QT_TRANSLATE_NOOP(
            "ErrorText",
            "There is no secret service on this computer. It comes with GNOME Keyring, KWallet or KeePassXC.")},
    Row{code::keyringFailing, QT_TRANSLATE_NOOP("ErrorText", "The keyring does not work"),
        QT_TRANSLATE_NOOP("ErrorText", "Its service does not answer as it should.")},
    Row{code::notAPassportServer, QT_TRANSLATE_NOOP("ErrorText", "This is not a Passport server"),
        QT_TRANSLATE_NOOP(
            "ErrorText",
            "It answers with something else. Check the address, and whether a network sign-in page is in the way.")},
    Row{code::serverAway, QT_TRANSLATE_NOOP("ErrorText", "The server is not available"),
        QT_TRANSLATE_NOOP("ErrorText", "Something else answers in its place.")},
    Row{code::answerTooLarge, QT_TRANSLATE_NOOP("ErrorText", "The server's answer is too large"),
        QT_TRANSLATE_NOOP("ErrorText", "Check the address of the server.")},
    Row{code::insecureAddress, QT_TRANSLATE_NOOP("ErrorText", "This address is not secure"),
        QT_TRANSLATE_NOOP("ErrorText", "Use an address that begins with https.")},
    Row{code::hostNotFound, QT_TRANSLATE_NOOP("ErrorText", "Cannot find %1"),
        QT_TRANSLATE_NOOP("ErrorText", "Check the address and the network.")},
    Row{code::connectionRefused, QT_TRANSLATE_NOOP("ErrorText", "Cannot reach %1"),
        QT_TRANSLATE_NOOP("ErrorText", "Nobody answers there. Check the address.")},
    Row{code::fileUnreadable, QT_TRANSLATE_NOOP("ErrorText", "This file cannot be opened"),
        QT_TRANSLATE_NOOP("ErrorText", "Check whether it is still there and you may read it.")},
    Row{code::proxyUnreachable, QT_TRANSLATE_NOOP("ErrorText", "The proxy cannot be reached"),
        QT_TRANSLATE_NOOP("ErrorText", "Check the proxy settings.")},
};

const Row *rowOf(const Error &error)
{
    const auto row = std::ranges::find_if(table, [&error](const Row &each) { return error.code == each.code; });
    return row == table.end() ? nullptr : &*row;
}

/// The one thing in the details that the words of this code name.
QString subject(const Error &error, const QString &otherwise = ErrorText::tr("the server"))
{
    for (const auto key : {"host"_L1, "needed"_L1, "limit"_L1}) {
        const QJsonValue value = error.details.value(key);
        if (!value.isUndefined())
            return value.toVariant().toString();
    }
    return otherwise;
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
        return {ErrorText::tr("Cannot reach %1").arg(subject(error)), ErrorText::tr("Check the network.")};
    case Error::Kind::Timeout:
        return {
            ErrorText::tr("%1 does not answer").arg(subject(error, ErrorText::tr("The server"))),
            ErrorText::tr("Check the network.")};
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
    if (error.code == code::overloaded && error.details.value("reason"_L1) == busyreason::storage)
        words.title = ErrorText::tr("The server cannot save anything at the moment");
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

bool hasNoAnswer(const Error &error)
{
    const bool away = error.kind == Error::Kind::Offline || error.kind == Error::Kind::Timeout;
    return away && error.code != code::serverAway;
}

QString outageTitle(const Error &why, const QString &host)
{
    Error named = why;
    if (!named.details.contains("host"_L1))
        named.details.insert("host"_L1, host);
    return errorWords(named).title;
}

QString errorDetails(const Error &error)
{
    QStringList lines;
    if (!error.requestId().isEmpty())
        lines << ErrorText::tr("Number of the request: %1").arg(error.requestId());
    if (const QString issuer = error.details.value("issuer"_L1).toString(); !issuer.isEmpty())
        lines << ErrorText::tr("Certificate issued by: %1").arg(issuer);
    if (!lines.isEmpty() && !error.code.isEmpty())
        lines << ErrorText::tr("Code: %1").arg(error.code);
    return lines.join(u'\n');
}

QString shownTime(std::chrono::seconds time)
{
    constexpr QLatin1Char zero('0');
    const auto seconds = std::max<qint64>(0, time.count());
    const qint64 minutes = seconds / 60;
    if (minutes < 60)
        return u"%1:%2"_s.arg(minutes).arg(seconds % 60, 2, 10, zero);
    return u"%1:%2:%3"_s.arg(minutes / 60).arg(minutes % 60, 2, 10, zero).arg(seconds % 60, 2, 10, zero);
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
