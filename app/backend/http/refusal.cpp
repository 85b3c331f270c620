// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/refusal.h"

#include "backend/http/responsehead.h"
#include "protocol/errorcodes.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

HttpResponse refusalWith(int status, const QString &code, const QByteArray &requestId, QJsonObject details)
{
    details.insert("requestId"_L1, QString::fromLatin1(requestId));
    const QJsonObject body{
        {"error"_L1, code},
        {"error_description"_L1, QString::fromLatin1(reasonPhrase(status))},
        {"details"_L1, details},
    };
    return {
        .status = status,
        .contentType = "application/json",
        .body = QJsonDocument(body).toJson(QJsonDocument::Compact),
        .headers = {}};
}

} // namespace

HttpResponse refusal(int status, QLatin1StringView code, const QByteArray &requestId)
{
    return refusalWith(status, code, requestId, {});
}

HttpResponse refusal(const Error &error, const QByteArray &requestId)
{
    QJsonObject details = error.details;
    if (error.retryAfter)
        details.insert("retryAfter"_L1, qint64(error.retryAfter->count()));
    HttpResponse response = refusalWith(httpStatusOfCode(error.code), error.code, requestId, details);
    if (error.retryAfter)
        response.headers.push_back({"Retry-After", QByteArray::number(qlonglong(error.retryAfter->count()))});
    return response;
}

} // namespace passport
