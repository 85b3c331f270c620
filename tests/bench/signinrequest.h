// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bench/loadconnection.h"

#include <QByteArray>
#include <QString>
#include <boost/asio/io_context.hpp>
#include <string>

namespace passport::bench {

/// The bytes of passport.signin; with a public key (32 bytes) the session is bound to it.
[[nodiscard]] std::string
signInBytes(const std::string &login, const std::string &password, const QByteArray &publicKey = {});

/// Signs in once and waits for it; the access token. Throws std::runtime_error with the server's answer.
[[nodiscard]] QString signIn(
    boost::asio::io_context &context, LoadConnection &connection, const std::string &login, const std::string &password,
    const QByteArray &publicKey = {});

/// Calls the path with the token and no proof: the DPoP-Nonce of the refusal.
[[nodiscard]] QByteArray
freshNonce(boost::asio::io_context &context, LoadConnection &connection, const std::string &path, const QString &token);

} // namespace passport::bench
