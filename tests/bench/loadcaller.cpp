// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "bench/loadcaller.h"

#include "bench/signinrequest.h"

#include <QJsonDocument>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>
#include <stdexcept>

using namespace Qt::StringLiterals;

namespace passport::bench {

LoadCaller::LoadCaller(const std::string &url, const std::string &login, const std::string &password)
    : m_connection(m_context, endpointOf(url))
    , m_authorization("Authorization: Bearer " + signIn(m_context, m_connection, login, password).toStdString())
{
}

QJsonObject LoadCaller::call(const std::string &method, const QJsonObject &parameters)
{
    const auto json = QJsonDocument(parameters).toJson(QJsonDocument::Compact).toStdString();
    const auto request = postBytes("/rest/" + method, json, {m_authorization});
    auto status = co_spawn(m_context, m_connection.exchange(request), boost::asio::use_future);
    m_context.restart();
    m_context.run();
    const auto body = QByteArray::fromStdString(std::string(m_connection.body()));
    if (status.get() != 200)
        throw std::runtime_error(method + ": " + body.toStdString());
    return QJsonDocument::fromJson(body).object()[u"result"_s].toObject();
}

} // namespace passport::bench
