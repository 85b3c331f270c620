// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/push/jwt.h"

#include "protocol/base64url.h"
#include "protocol/json.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <sodium/utils.h>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

QByteArray signatureOf(const QByteArray &signedPart, const QByteArray &key)
{
    return toBase64Url(QMessageAuthenticationCode::hash(signedPart, key, QCryptographicHash::Sha256));
}

QByteArray part(const QJsonObject &object)
{
    return toBase64Url(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<QJsonObject> objectOf(const QByteArray &part)
{
    const auto text = fromBase64Url(part);
    if (!text)
        return std::nullopt;
    const Result<QJsonObject> object = parseJsonObject(*text);
    return object ? std::optional(object.value()) : std::nullopt;
}

} // namespace

QByteArray makeJwt(const QJsonObject &claims, const QByteArray &key)
{
    const QByteArray signedPart = part({{"typ"_L1, "JWT"_L1}, {"alg"_L1, "HS256"_L1}}) + '.' + part(claims);
    return signedPart + '.' + signatureOf(signedPart, key);
}

std::optional<QJsonObject> readJwt(const QByteArray &token, const QByteArray &key)
{
    const qsizetype firstDot = token.indexOf('.');
    const qsizetype lastDot = token.lastIndexOf('.');
    if (firstDot <= 0 || lastDot <= firstDot + 1)
        return std::nullopt;
    if (!sameSecret(token.sliced(lastDot + 1), signatureOf(token.first(lastDot), key)))
        return std::nullopt;
    const auto header = objectOf(token.first(firstDot));
    if (!header || header->value("alg"_L1) != "HS256"_L1)
        return std::nullopt;
    return objectOf(token.sliced(firstDot + 1, lastDot - firstDot - 1));
}

bool sameSecret(const QByteArray &a, const QByteArray &b)
{
    return a.size() == b.size() && sodium_memcmp(a.constData(), b.constData(), static_cast<std::size_t>(a.size())) == 0;
}

} // namespace passport
