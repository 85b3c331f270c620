// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>
#include <array>

/// Error::code of what goes wrong on this side of the wire; the words of the wire itself are in errorcodes.h.
namespace passport::code {

using namespace Qt::StringLiterals;

inline constexpr auto keyringLocked = "keyring_locked"_L1; ///< The service is there; the person must unlock it.
inline constexpr auto keyringMissing = "keyring_missing"_L1; ///< No session bus or nobody provides secrets.
inline constexpr auto keyringFailing = "keyring_failing"_L1; ///< The service answers with errors or not at all.
inline constexpr auto notAPassportServer
    = "not_a_passport_server"_L1; ///< It answers, but with a web page or a redirect.
inline constexpr auto serverAway = "server_away"_L1; ///< Offline: a gateway answers in its place (502, 503, 504).
inline constexpr auto answerTooLarge = "answer_too_large"_L1; ///< Cut off by us.
inline constexpr auto insecureAddress = "insecure_address"_L1; ///< Plain http to anywhere but this computer (SR-22).
inline constexpr auto tlsRefused = "tls_refused"_L1; ///< details {host, reason, issuer}, reasons in httperror.cpp
inline constexpr auto hostNotFound = "host_not_found"_L1; ///< Offline: the name is unknown.
inline constexpr auto connectionRefused = "connection_refused"_L1; ///< Offline: nobody listens there.
inline constexpr auto proxyUnreachable = "proxy_unreachable"_L1; ///< Offline: the proxy is the hop that fails.
inline constexpr auto fileUnreadable = "file_unreadable"_L1; ///< A file the person chose cannot be opened.

/// All of them, for the test that walks every word.
inline constexpr std::array clientCodes{keyringLocked, keyringMissing,    keyringFailing,   notAPassportServer,
                                        serverAway,    answerTooLarge,    insecureAddress,  tlsRefused,
                                        hostNotFound,  connectionRefused, proxyUnreachable, fileUnreadable};

} // namespace passport::code
