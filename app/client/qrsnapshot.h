// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/qrrotation.h"

/// What a window is to see of the tickets, as the states of a QR sign-in have it.
namespace passport::qrlogin {

/// Of the code that is shown; there must be one.
[[nodiscard]] Waiting waitingFor(const QrRotation &rotation, bool lonely);

/// Of the one that was scanned.
[[nodiscard]] Scan scanOf(const QrTransaction &taken, const QrStatus &status);

/// The same state with the way to the server as it is now; nothing if the state does not show it.
[[nodiscard]] std::optional<State> withLine(State state, const Line &line);

} // namespace passport::qrlogin
