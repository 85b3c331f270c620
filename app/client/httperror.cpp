// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/httperror.h"

#include "client/clientcodes.h"
#include "protocol/errorcodes.h"
#include "protocol/json.h"

#include <QSslCertificate>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

using Kind = Error::Kind;

struct Row {
    QNetworkReply::NetworkError error;
    Kind kind;
    QLatin1StringView code;
};

/// What is not here is Offline without a code: try again later.
constexpr std::array table{
    Row{QNetworkReply::ConnectionRefusedError, Kind::Offline, code::connectionRefused},
    Row{QNetworkReply::HostNotFoundError, Kind::Offline, code::hostNotFound},
    Row{QNetworkReply::TimeoutError, Kind::Timeout, {}},
    Row{QNetworkReply::OperationCanceledError, Kind::Timeout, {}}, // Qt's transfer time-out ends so
    Row{QNetworkReply::SslHandshakeFailedError, Kind::Insecure, code::tlsRefused},
    Row{QNetworkReply::ProxyAuthenticationRequiredError, Kind::ProxyAuth, {}},
    Row{QNetworkReply::ProxyConnectionRefusedError, Kind::Offline, code::proxyUnreachable},
    Row{QNetworkReply::ProxyConnectionClosedError, Kind::Offline, code::proxyUnreachable},
    Row{QNetworkReply::ProxyNotFoundError, Kind::Offline, code::proxyUnreachable},
    Row{QNetworkReply::ProxyTimeoutError, Kind::Timeout, code::proxyUnreachable},
    Row{QNetworkReply::UnknownProxyError, Kind::Offline, code::proxyUnreachable},
    Row{QNetworkReply::ProtocolUnknownError, Kind::Malformed, code::notAPassportServer},
    Row{QNetworkReply::ProtocolInvalidOperationError, Kind::Malformed, code::notAPassportServer},
    Row{QNetworkReply::ProtocolFailure, Kind::Malformed, code::notAPassportServer},
};

/// Qt counts a status of 400 and above as an error, too, and calls it by many names; the answer is complete then.
/// Errors of the way itself are below 200.
bool isAnswered(const HttpAnswer &answer)
{
    return answer.error == QNetworkReply::NoError || (answer.status >= 400 && answer.error > 200);
}

QString tlsReason(QSslError::SslError error)
{
    switch (error) {
    case QSslError::CertificateExpired:
        return u"expired"_s;
    case QSslError::CertificateNotYetValid:
        return u"not_yet_valid"_s;
    case QSslError::HostNameMismatch:
        return u"wrong_host"_s;
    case QSslError::SelfSignedCertificate:
        return u"self_signed"_s;
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::CertificateUntrusted:
        return u"unknown_issuer"_s;
    case QSslError::CertificateRevoked:
        return u"revoked"_s;
    default:
        return u"other"_s;
    }
}

Error notOurs(const HttpAnswer &answer)
{
    const QString said = u"HTTP %1, %2"_s.arg(answer.status).arg(QString::fromLatin1(answer.contentType));
    // A gateway before the server that says it is away: that passes.
    if (answer.status == 502 || answer.status == 503 || answer.status == 504)
        return {
            .kind = Kind::Offline,
            .code = code::serverAway,
            .detail = said,
            .details = {},
            .retryAfter = answer.retryAfter};
    if (answer.status == 429)
        return {
            .kind = Kind::Busy, .code = code::tooMany, .detail = said, .details = {}, .retryAfter = answer.retryAfter};
    return {.kind = Kind::Malformed, .code = code::notAPassportServer, .detail = said, .details = {}};
}

Kind kindOfStatus(int status)
{
    if (status == 401)
        return Kind::SignInNeeded;
    if (status == 404)
        return Kind::NotFound;
    if (status == 429 || status == 503)
        return Kind::Busy;
    return status >= 500 ? Kind::Malformed : Kind::Refused;
}

Error namedError(const HttpAnswer &answer, const QJsonObject &json)
{
    const QString word = json.value("error"_L1).toString();
    const QString said = json.value("error_description"_L1).toString();
    Error error{
        .kind = kindOfCode(word).value_or(kindOfStatus(answer.status)),
        .code = word,
        .detail = u"HTTP %1: %2"_s.arg(answer.status).arg(said),
        .details = json.value("details"_L1).toObject()};
    const QJsonValue seconds = error.details.value("retryAfter"_L1);
    error.retryAfter = seconds.isDouble() ? std::optional(std::chrono::seconds(seconds.toInt())) : answer.retryAfter;
    return error;
}

/// The object in an answer of our server, whatever its status.
Result<QJsonObject> jsonOf(const HttpAnswer &answer)
{
    if (const auto error = transportError(answer))
        return *error;
    const bool redirected = answer.status >= 300 && answer.status < 400;
    if (redirected || !answer.contentType.startsWith("application/json"))
        return notOurs(answer);
    return parseJsonObject(answer.body);
}

} // namespace

Error tlsError(const QString &host, const std::optional<QSslError> &error, const QString &reason)
{
    QJsonObject details{{"host"_L1, host}, {"reason"_L1, error ? tlsReason(error->error()) : u"other"_s}};
    if (error && !error->certificate().isNull())
        details.insert("issuer"_L1, error->certificate().issuerDisplayName());
    return {
        .kind = Kind::Insecure,
        .code = code::tlsRefused,
        .detail = error ? error->errorString() : reason,
        .details = details};
}

std::optional<Error> transportError(const HttpAnswer &answer)
{
    if (answer.tooLarge)
        return Error{.kind = Kind::Malformed, .code = code::answerTooLarge, .detail = answer.host, .details = {}};
    if (isAnswered(answer))
        return std::nullopt;
    if (answer.tlsError || answer.error == QNetworkReply::SslHandshakeFailedError)
        return tlsError(answer.host, answer.tlsError, answer.reason);
    Error error{.kind = Kind::Offline, .code = {}, .detail = answer.reason, .details = {{"host"_L1, answer.host}}};
    for (const Row &row : table) {
        if (row.error == answer.error) {
            error.kind = row.kind;
            error.code = row.code;
        }
    }
    if (!answer.proxy.isEmpty())
        error.details.insert("proxy"_L1, answer.proxy);
    return error;
}

Result<QJsonObject> plainResult(const HttpAnswer &answer)
{
    Result<QJsonObject> json = jsonOf(answer);
    if (json && (answer.status >= 400 || json->contains("error"_L1)))
        return namedError(answer, *json);
    return json;
}

Result<QJsonObject> actionResult(const HttpAnswer &answer)
{
    const Result<QJsonObject> json = jsonOf(answer);
    if (!json)
        return json.error();
    if (json->value("status"_L1) == "success"_L1)
        return json->value("data"_L1).toObject(); // true and null say no more than "done"
    const QJsonObject first = json->value("errors"_L1).toArray().at(0).toObject();
    const QString word = first.value("code"_L1).toString();
    return Error{
        .kind = kindOfCode(word).value_or(kindOfStatus(std::max(answer.status, 400))),
        .code = word,
        .detail = first.value("message"_L1).toString(),
        .details = first.value("customData"_L1).toObject(),
        .retryAfter = answer.retryAfter};
}

Result<QJsonObject> restResult(const HttpAnswer &answer)
{
    const Result<QJsonObject> json = plainResult(answer);
    if (!json)
        return json.error();
    const QJsonValue result = json->value("result"_L1);
    if (result.isBool() || result.isNull())
        return QJsonObject{}; // "done" of the public wire
    if (!result.isObject())
        return Error::malformed(u"result: expected object"_s);
    return result.toObject();
}

} // namespace passport
