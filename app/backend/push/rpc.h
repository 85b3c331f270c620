// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/push/hub.h"

namespace passport {

/// Answers one JSON-RPC request of a push client: `ping`, `listChannels`, `getUsersLastSeen`; everything else is
/// -32601 (wire.md 2.7). Always an answer, if only an error.
///
/// Presence is told inside a portal only; in the Passport's own scope, where strangers meet, only one's own.
[[nodiscard]] QByteArray rpcAnswer(const QByteArray &text, const ListenRight &right, const Hub &hub);

} // namespace passport
