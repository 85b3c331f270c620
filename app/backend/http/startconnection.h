// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/transport.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>

namespace passport {

/// Each in a .cpp of its own, because each instantiates Beast's parsers, websocket and streams (≈ 30 s of compiling).
void startPlainConnection(boost::asio::ip::tcp::socket socket, Peer peer, Transport &transport);
void startTlsConnection(
    boost::asio::ip::tcp::socket socket, boost::asio::ssl::context &context, Peer peer, Transport &transport);

} // namespace passport
