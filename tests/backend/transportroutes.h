// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/routes.h"

namespace passport {

/// What the transport's tests ask for: /echo/* says the request back, /slow answers after 150 ms, /broken throws, /who
/// says who asks, /large is 8 MiB, and the websocket /socket/ echoes unless there is an Origin.
[[nodiscard]] Routes testRoutes();

/// A whole GET of the target, with more header lines ("Name: value\r\n") if wanted.
[[nodiscard]] QByteArray get(const QByteArray &target, const QByteArray &headers = {});

} // namespace passport
