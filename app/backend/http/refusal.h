// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/message.h"
#include "protocol/error.h"

#include <QLatin1StringView>

namespace passport {

/// The transport's own refusals, in the envelope of wire.md 3.5; generic, with the request id (SR-47).
[[nodiscard]] HttpResponse refusal(int status, QLatin1StringView code, const QByteArray &requestId);
/// The same of an error of errorcodes.h, with its details and when to ask again.
[[nodiscard]] HttpResponse refusal(const Error &error, const QByteArray &requestId);

} // namespace passport
