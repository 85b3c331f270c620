// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bench/loadconnection.h"

#include <QJsonObject>
#include <boost/asio/io_context.hpp>
#include <string>

namespace passport::bench {

/// Somebody who is signed in and calls one method after the other.
class LoadCaller {
public:
    /// Signs in. Throws std::runtime_error.
    LoadCaller(const std::string &url, const std::string &login, const std::string &password);

    /// The `result` of the answer. Throws std::runtime_error with the answer if it is none.
    QJsonObject call(const std::string &method, const QJsonObject &parameters);

private:
    boost::asio::io_context m_context{1};
    LoadConnection m_connection;
    std::string m_authorization;
};

} // namespace passport::bench
