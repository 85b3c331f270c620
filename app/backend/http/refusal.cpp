// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/refusal.h"

#include "backend/http/responsehead.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace passport {

HttpResponse refusal(int status, QLatin1StringView code, const QByteArray &requestId)
{
    const QJsonObject body{
        {"error"_L1, code},
        {"error_description"_L1, QString::fromLatin1(reasonPhrase(status))},
        {"details"_L1, QJsonObject{{"requestId"_L1, QString::fromLatin1(requestId)}}},
    };
    return {
        .status = status,
        .contentType = "application/json",
        .body = QJsonDocument(body).toJson(QJsonDocument::Compact),
        .headers = {}};
}

} // namespace passport
