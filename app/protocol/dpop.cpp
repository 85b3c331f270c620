// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/dpop.h"

#include "protocol/base64url.h"
#include "protocol/errorcodes.h"
#include "protocol/json.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

QByteArray encoded(const QJsonObject &json)
{
    return toBase64Url(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

Result<QJsonObject> decoded(QByteArrayView part)
{
    const auto text = fromBase64Url(part);
    return text ? parseJsonObject(*text) : Result<QJsonObject>(Error::ofCode(code::invalidProof, u"base64url"_s));
}

Error refused(const QString &why)
{
    return Error::ofCode(code::invalidProof, why);
}

} // namespace

QByteArray dpopSigningInput(const QByteArray &publicKey, const DpopClaims &claims)
{
    const QJsonObject jwk{
        {"kty"_L1, u"OKP"_s}, {"crv"_L1, u"Ed25519"_s}, {"x"_L1, QString::fromLatin1(toBase64Url(publicKey))}};
    const QJsonObject header{{"typ"_L1, u"dpop+jwt"_s}, {"alg"_L1, u"EdDSA"_s}, {"jwk"_L1, jwk}};
    QJsonObject body{
        {"htm"_L1, QString::fromLatin1(claims.method)},
        {"htu"_L1, claims.url},
        {"jti"_L1, claims.id},
        {"iat"_L1, claims.issuedAt}};
    if (!claims.accessTokenHash.isEmpty())
        body.insert("ath"_L1, claims.accessTokenHash);
    if (!claims.nonce.isEmpty())
        body.insert("nonce"_L1, claims.nonce);
    return encoded(header) + '.' + encoded(body);
}

Result<DpopProof> parseDpopProof(const QByteArray &proof)
{
    const QList<QByteArray> parts = proof.split('.');
    if (parts.size() != 3)
        return refused(u"three parts"_s);
    const Result<QJsonObject> header = decoded(parts[0]);
    const Result<QJsonObject> body = decoded(parts[1]);
    const auto signature = fromBase64Url(parts[2], 64);
    if (!header || !body || !signature)
        return refused(u"encoding"_s);
    JsonReader head(*header);
    const bool typed = head.string("typ"_L1) == "dpop+jwt"_L1 && head.string("alg"_L1) == "EdDSA"_L1;
    JsonReader jwk = head.inner("jwk"_L1);
    const bool curve = jwk.string("kty"_L1) == "OKP"_L1 && jwk.string("crv"_L1) == "Ed25519"_L1;
    const auto key = fromBase64Url(jwk.string("x"_L1).toLatin1(), 32);
    if (!typed || !curve || !key)
        return refused(u"header"_s);
    JsonReader in(*body);
    DpopProof taken{
        .signingInput = parts[0] + '.' + parts[1], .signature = *signature, .publicKey = *key, .claims = {}};
    taken.claims
        = {.method = in.string("htm"_L1).toLatin1(),
           .url = in.string("htu"_L1),
           .id = in.string("jti"_L1),
           .issuedAt = in.integer("iat"_L1),
           .accessTokenHash = in.maybeString("ath"_L1).value_or(QString()),
           .nonce = in.maybeString("nonce"_L1).value_or(QString())};
    if (in.error())
        return refused(in.error()->detail);
    return taken;
}

QString accessTokenHash(const QString &accessToken)
{
    return QString::fromLatin1(
        toBase64Url(QCryptographicHash::hash(accessToken.toLatin1(), QCryptographicHash::Sha256)));
}

QString dpopUrl(const QUrl &url)
{
    return url.adjusted(QUrl::RemoveQuery | QUrl::RemoveFragment).toString(QUrl::FullyEncoded);
}

} // namespace passport
