// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/policy.h"
#include "client/qrloginstate.h"

namespace passport {

/// Why a server of these capabilities has no QR sign-in for us; nothing if it has. `policy` is that of this computer.
[[nodiscard]] std::optional<qrlogin::Unavailable> obstacleOf(const Capabilities &capabilities, const Policy &policy);

/// The basic exchange is not allowed here: who has decided that.
[[nodiscard]] qrlogin::Unavailable basicRefusedBy(const Policy &policy);

/// What a refused call for a ticket means: Unavailable, TooMany or Stopped.
[[nodiscard]] qrlogin::State stateOfRefusal(const Error &error);

/// Whether the same call may well work a little later, without anybody doing anything. An odd answer may, too: a proxy
/// that has just lost its way heals, a server that speaks another language does not; so not after many `failures`.
[[nodiscard]] bool isWorthRepeating(const Error &error, int failures);

} // namespace passport
