// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "bench/signinrequest.h"

#include "protocol/base64url.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace passport::bench {

namespace asio = boost::asio;

namespace {

int exchangeNow(asio::io_context &context, LoadConnection &connection, const std::string &bytes)
{
    auto status = co_spawn(context, connection.exchange(bytes), asio::use_future);
    context.restart();
    context.run();
    return status.get();
}

} // namespace

std::string signInBytes(const std::string &login, const std::string &password, const QByteArray &publicKey)
{
    const QJsonObject device{{u"name"_s, u"bench"_s}, {u"os"_s, u"Linux"_s}, {u"app"_s, u"bench"_s}};
    QJsonObject request{
        {u"login"_s, QString::fromStdString(login)},
        {u"password"_s, QString::fromStdString(password)},
        {u"remember"_s, false},
        {u"device"_s, device}};
    if (!publicKey.isEmpty())
        request.insert(u"key"_s, QString::fromLatin1(toBase64Url(publicKey)));
    return postBytes("/rest/passport.signin", QJsonDocument(request).toJson(QJsonDocument::Compact).toStdString());
}

QString signIn(
    asio::io_context &context, LoadConnection &connection, const std::string &login, const std::string &password,
    const QByteArray &publicKey)
{
    const int status = exchangeNow(context, connection, signInBytes(login, password, publicKey));
    const auto body = QByteArray::fromStdString(std::string(connection.body()));
    const auto token = QJsonDocument::fromJson(body).object()[u"result"_s][u"access_token"_s].toString();
    if (status != 200 || token.isEmpty())
        throw std::runtime_error("sign-in refused: " + body.toStdString());
    return token;
}

QByteArray
freshNonce(asio::io_context &context, LoadConnection &connection, const std::string &path, const QString &token)
{
    exchangeNow(context, connection, postBytes(path, "{}", {"Authorization: DPoP " + token.toStdString()}));
    const auto nonce = connection.header("dpop-nonce");
    if (nonce.empty())
        throw std::runtime_error("the server gave no DPoP-Nonce");
    return {nonce.data(), static_cast<qsizetype>(nonce.size())};
}

} // namespace passport::bench
