// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "phone/phonewords.h"

#include "protocol/errorcodes.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <array>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

struct Sentence {
    QLatin1StringView code;
    QLatin1StringView text;
};

constexpr std::array sentences{
    Sentence{code::wrongCredentials, "Wrong login or password."_L1},
    Sentence{code::otpRequired, "This account asks for a one-time code; give it with --totp."_L1},
    Sentence{code::wrongCode, "Wrong one-time code; wait for the next one and try again."_L1},
    Sentence{code::badLink, "This is no sign-in code of this server; check --server and what was scanned."_L1},
    Sentence{code::ticketGone, "This code is no longer valid; show a new one and scan that."_L1},
    Sentence{code::wrongPortal, "The code is for a portal that this person is no member of."_L1},
    Sentence{code::qrDisabled, "QR sign-in is turned off there; the administrator can turn it on."_L1},
    Sentence{code::basicRefused, "The server does not take the public wire alone; leave --basic out."_L1},
    Sentence{"ERR_UNIQUE_ID"_L1, "The code is of another portal than this server's."_L1},
    Sentence{"ERR_OPTION"_L1, "The server does not take the public wire alone; leave --basic out."_L1},
    Sentence{"ERR_GET_TOKEN"_L1, "This code is no longer valid; show a new one and scan that."_L1},
    Sentence{code::notFound, "There is no QR code in this picture."_L1},
    Sentence{code::unsupportedMedia, "This is not a picture that can be read."_L1},
    Sentence{code::tooLarge, "This picture is too large."_L1},
};

QString sentenceOfKind(const Error &error, const QString &host)
{
    switch (error.kind) {
    case Error::Kind::Offline:
        return u"Cannot reach %1; check the address and that the server is running."_s.arg(host);
    case Error::Kind::Timeout:
        return u"%1 does not answer; try again later."_s.arg(host);
    case Error::Kind::Busy:
        return error.retryAfter ? u"Too many attempts; wait %1 s."_s.arg(error.retryAfter->count())
                                : u"The server is busy; try again later."_s;
    case Error::Kind::SignInNeeded:
        return u"The session was ended by the server; run this again."_s;
    case Error::Kind::Insecure:
        return u"The connection to %1 is not secure: %2."_s.arg(host, error.detail);
    case Error::Kind::ProxyAuth:
        return u"The proxy wants a name and a password; set them in http_proxy."_s;
    case Error::Kind::Refused:
    case Error::Kind::NotFound:
    case Error::Kind::Malformed:
    case Error::Kind::KeychainUnavailable:
        break;
    }
    return u"%1 answered what this program does not understand; update it. (%2 %3)"_s.arg(
        host, error.code, error.detail);
}

QByteArray written(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

} // namespace

QString phoneSentence(const Error &error, const QString &host)
{
    for (const Sentence &sentence : sentences) {
        if (sentence.code == error.code)
            return sentence.text;
    }
    return sentenceOfKind(error, host);
}

QByteArray signedInLine(const QString &name)
{
    return written({{"event"_L1, "signedIn"_L1}, {"name"_L1, name}});
}

QByteArray scannedLine(const QrApproval &approval)
{
    const QJsonValue nothing = QJsonValue::Null;
    return written(
        {{"event"_L1, "scanned"_L1},
         {"device"_L1, approval.device.name},
         {"os"_L1, approval.device.os},
         {"app"_L1, approval.device.app},
         {"address"_L1, approval.address},
         {"place"_L1, approval.place ? QJsonValue(*approval.place) : nothing},
         {"network"_L1, wordOf(approval.network)},
         {"portal"_L1, approval.portal ? QJsonValue(approval.portal->title) : nothing},
         {"remember"_L1, approval.remember},
         {"number"_L1, approval.number}});
}

QByteArray eventLine(QLatin1StringView event)
{
    return written({{"event"_L1, event}});
}

} // namespace passport
