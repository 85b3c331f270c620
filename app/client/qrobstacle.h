// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/qrloginstate.h"

namespace passport {

/// Why a server of these capabilities has no QR sign-in for us; nothing if it has. `basicAllowed` is the policy of this
/// computer.
[[nodiscard]] std::optional<qrlogin::Unavailable> obstacleOf(const Capabilities &capabilities, bool basicAllowed);

/// What a refused call for a ticket means: Unavailable, TooMany or Stopped.
[[nodiscard]] qrlogin::State stateOfRefusal(const Error &error);

/// Whether the same call may well work a little later, without anybody doing anything. An odd answer may, too: a proxy
/// that has just lost its way heals, a server that speaks another language does not; so not after many `failures`.
[[nodiscard]] bool isWorthRepeating(const Error &error, int failures);

} // namespace passport
