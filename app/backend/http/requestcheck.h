// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/transport.h"

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>
#include <optional>
#include <variant>

namespace passport {

using BeastRequest = boost::beast::http::request<boost::beast::http::string_body>;

/// Turns what the library has read into our request, or into the answer that refuses it: Host missing or doubled,
/// Authorization doubled, an unknown method, a broken escape, a transfer coding other than chunked (smuggling). The
/// body is taken out of `message`.
[[nodiscard]] std::variant<HttpRequest, HttpResponse>
checkedRequest(BeastRequest &message, const Peer &peer, Transport &transport);

/// What refuses an upgrade that is no websocket's (RFC 6455 4.2.1): 426 for another version than 13, 400 for a key that
/// is not 16 bytes in base64. Nothing if the handshake can be made.
[[nodiscard]] std::optional<HttpResponse> refusedUpgrade(const HttpRequest &request);

} // namespace passport
