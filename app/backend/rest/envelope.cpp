// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/rest/envelope.h"

#include "backend/rest/errorsentences.h"
#include "protocol/errorcodes.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr auto json = "application/json; charset=utf-8";

/// ISO 8601 with offset, made once a second: formatting a date costs as much as a small call.
const QByteArray &isoSecond(qint64 unixSeconds)
{
    thread_local qint64 last = -1;
    thread_local QByteArray text;
    if (last != unixSeconds) {
        last = unixSeconds;
        text = QDateTime::fromSecsSinceEpoch(unixSeconds, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss"_s).toLatin1()
            + "+00:00";
    }
    return text;
}

QByteArray timeText(const CallTime &time)
{
    using std::chrono::duration;
    const double start = duration<double>(time.start.time_since_epoch()).count();
    const double finish = duration<double>(std::chrono::system_clock::now().time_since_epoch()).count();
    const QByteArray spent = QByteArray::number(finish - start, 'f', 6);
    return "{\"start\":" + QByteArray::number(start, 'f', 6) + ",\"finish\":" + QByteArray::number(finish, 'f', 6)
        + ",\"duration\":" + spent + ",\"processing\":" + spent + ",\"date_start\":\"" + isoSecond(qint64(start))
        + "\",\"date_finish\":\"" + isoSecond(qint64(finish)) + "\"}";
}

QString descriptionOf(const Error &error)
{
    if (error.code == code::invalidRequest && !error.detail.isEmpty())
        return error.detail;
    const QString sentence = sentenceOfCode(error.code);
    return sentence.isEmpty() ? u"The request was refused."_s : sentence;
}

QJsonObject detailsOf(const Error &error, const QByteArray &requestId)
{
    QJsonObject details = error.details;
    details.insert("requestId"_L1, QString::fromLatin1(requestId));
    if (error.retryAfter)
        details.insert("retryAfter"_L1, qint64(error.retryAfter->count()));
    return details;
}

} // namespace

QJsonObject timeObject(const CallTime &time)
{
    return QJsonDocument::fromJson(timeText(time)).object();
}

QByteArray toJsonText(const QJsonValue &value)
{
    if (value.isObject())
        return QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact);
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

HttpResponse restSuccess(const QJsonValue &result, const CallTime &time)
{
    HttpResponse response;
    response.contentType = json;
    response.body = "{\"result\":" + toJsonText(result) + ",\"time\":" + timeText(time) + '}';
    return response;
}

QJsonObject errorObject(const Error &error)
{
    const Error shown = asWireError(error);
    return {{"error"_L1, shown.code}, {"error_description"_L1, descriptionOf(shown)}};
}

HttpResponse restFailure(const Error &error, const QByteArray &requestId)
{
    const Error shown = asWireError(error);
    QJsonObject body = errorObject(shown);
    body.insert("details"_L1, detailsOf(shown, requestId));
    HttpResponse response;
    response.status = httpStatusOfCode(shown.code);
    response.contentType = json;
    response.body = toJsonText(body);
    if (response.status == 401) // RFC 9449 7.1 and 9
        response.headers.push_back(
            {"WWW-Authenticate", "DPoP error=\"" + shown.code.toLatin1() + "\", algs=\"EdDSA\""});
    if (shown.retryAfter)
        response.headers.push_back({"Retry-After", QByteArray::number(qlonglong(shown.retryAfter->count()))});
    return response;
}

HttpResponse ajaxSuccess(const QJsonValue &data)
{
    HttpResponse response;
    response.contentType = json;
    response.body
        = toJsonText(QJsonObject{{"status"_L1, u"success"_s}, {"data"_L1, data}, {"errors"_L1, QJsonArray()}});
    return response;
}

HttpResponse ajaxFailure(const Error &error, const QByteArray &requestId)
{
    const Error shown = asWireError(error);
    const QJsonObject item{
        {"message"_L1, descriptionOf(shown)}, {"code"_L1, shown.code}, {"customData"_L1, detailsOf(shown, requestId)}};
    HttpResponse response;
    response.status = shown.code == "invalid_authentication"_L1 || httpStatusOfCode(shown.code) == 401 ? 401 : 200;
    response.contentType = json;
    response.body = toJsonText(
        QJsonObject{{"status"_L1, u"error"_s}, {"data"_L1, QJsonValue()}, {"errors"_L1, QJsonArray{item}}});
    return response;
}

Error asWireError(const Error &error)
{
    if (error.kind != Error::Kind::Malformed || !error.code.isEmpty())
        return error;
    const qsizetype colon = error.detail.indexOf(u": "_s);
    const QString key = colon < 0 ? QString() : error.detail.left(colon);
    const QString reason = colon < 0 ? error.detail : error.detail.mid(colon + 2);
    return Error::ofCode(code::invalidRequest, error.detail, {{"key"_L1, key}, {"reason"_L1, reason}});
}

} // namespace passport
