// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "support/restcaller.h"

#include "protocol/base64url.h"
#include "protocol/dpop.h"
#include "support/rawclient.h"

#include <QDateTime>
#include <QJsonDocument>
#include <sodium.h>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

unsigned char *bytesOf(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

const unsigned char *bytesOf(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

} // namespace

QJsonObject RestAnswer::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QJsonObject RestAnswer::result() const
{
    return json().value("result"_L1).toObject();
}

QString RestAnswer::error() const
{
    return json().value("error"_L1).toString();
}

QJsonObject RestAnswer::details() const
{
    return json().value("details"_L1).toObject();
}

QByteArray RestAnswer::header(const QByteArray &name) const
{
    return headerOf(head, name);
}

TestKey TestKey::make()
{
    TestKey key{
        .publicKey = QByteArray(crypto_sign_PUBLICKEYBYTES, '\0'),
        .secretKey = QByteArray(crypto_sign_SECRETKEYBYTES, '\0')};
    crypto_sign_keypair(bytesOf(key.publicKey), bytesOf(key.secretKey));
    return key;
}

QString TestKey::text() const
{
    return QString::fromLatin1(toBase64Url(publicKey));
}

QByteArray TestKey::sign(const QByteArray &message) const
{
    QByteArray signature(crypto_sign_BYTES, '\0');
    crypto_sign_detached(
        bytesOf(signature), nullptr, bytesOf(message), static_cast<unsigned long long>(message.size()),
        bytesOf(secretKey));
    return signature;
}

QByteArray RestCaller::proof(const QByteArray &method, const QByteArray &target, const QByteArray &token) const
{
    const QByteArray origin = dialled.isEmpty() ? "http://127.0.0.1:" + QByteArray::number(m_port) : dialled;
    QByteArray id(16, '\0');
    randombytes_buf(id.data(), 16);
    const qsizetype query = target.indexOf('?');
    const DpopClaims claims{
        .method = method,
        .url = QString::fromLatin1(origin + (query < 0 ? target : target.left(query))),
        .id = QString::fromLatin1(fixedId.isEmpty() ? id.toHex() : fixedId),
        .issuedAt = QDateTime::currentSecsSinceEpoch() + secondsAhead,
        .accessTokenHash = token.isEmpty() ? QString() : accessTokenHash(QString::fromLatin1(token)),
        .nonce = QString::fromLatin1(nonce)};
    const QByteArray input = dpopSigningInput(key->publicKey, claims);
    return input + '.' + toBase64Url(key->sign(input));
}

void RestCaller::authorize(Headers &headers, const QByteArray &verb, const QByteArray &target) const
{
    if (accessToken.isEmpty())
        return;
    if (!key) {
        headers.emplace_back("Authorization", "Bearer " + accessToken);
        return;
    }
    headers.emplace_back("Authorization", "DPoP " + accessToken);
    headers.emplace_back("DPoP", proof(verb, target, accessToken));
}

RestAnswer RestCaller::send(const QByteArray &verb, const QByteArray &target, const QByteArray &body, Headers headers)
{
    QByteArray request = verb + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_port)
        + "\r\nConnection: close\r\n";
    for (const auto &[name, value] : headers)
        request += name + ": " + value + "\r\n";
    if (verb == "POST")
        request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    RawClient socket(m_port);
    socket.send(request + "\r\n" + body);
    const QByteArray response = socket.response();
    const qsizetype end = response.indexOf("\r\n\r\n");
    RestAnswer answer{.status = statusOf(response), .head = response.left(end + 4), .body = bodyOf(response)};
    if (const QByteArray fresh = answer.header("DPoP-Nonce"); !fresh.isEmpty())
        nonce = fresh;
    return answer;
}

RestAnswer RestCaller::call(const QByteArray &method, const QJsonObject &parameters)
{
    const QByteArray target = "/rest/" + method;
    Headers headers{{"Content-Type", "application/json"}};
    authorize(headers, "POST", target);
    return send("POST", target, QJsonDocument(parameters).toJson(QJsonDocument::Compact), headers);
}

RestAnswer RestCaller::post(const QByteArray &target, const QByteArray &body, const Headers &headers)
{
    return send("POST", target, body, headers);
}

RestAnswer RestCaller::get(const QByteArray &target, const Headers &headers)
{
    return send("GET", target, {}, headers);
}

RestAnswer RestCaller::refresh()
{
    const RestAnswer answer = refresh(refreshToken);
    if (answer.status == 200)
        take(answer.json());
    return answer;
}

RestAnswer RestCaller::refresh(const QByteArray &token)
{
    Headers headers{{"Content-Type", "application/x-www-form-urlencoded"}};
    if (key)
        headers.emplace_back("DPoP", proof("POST", "/oauth/token/", {}));
    const QByteArray form = "grant_type=refresh_token&client_id=passport&refresh_token=" + token;
    return send("POST", "/oauth/token/", form, headers);
}

RestAnswer RestCaller::signIn(const QString &login, const QString &password, bool withKey)
{
    key = withKey ? std::optional(TestKey::make()) : std::nullopt;
    accessToken.clear();
    QJsonObject parameters{
        {"login"_L1, login}, {"password"_L1, password}, {"remember"_L1, true}, {"device"_L1, testDevice()}};
    if (key)
        parameters.insert("key"_L1, key->text());
    RestAnswer answer = call("passport.signin", parameters);
    if (answer.status == 200)
        take(answer.result());
    return answer;
}

void RestCaller::take(const QJsonObject &tokens)
{
    accessToken = tokens.value("access_token"_L1).toString().toLatin1();
    refreshToken = tokens.value("refresh_token"_L1).toString().toLatin1();
}

QJsonObject testDevice(const QString &name)
{
    return {{"name"_L1, name}, {"os"_L1, u"Debian"_s}, {"app"_L1, u"tests"_s}};
}

} // namespace passport
