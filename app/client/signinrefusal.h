// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/error.h"

#include <QDeadlineTimer>
#include <optional>

namespace passport {

/// Until when a Busy error wants to be left alone; nothing for other errors.
[[nodiscard]] std::optional<QDeadlineTimer> busyUntil(const Error &error);

/// Whether a second step is lost with this error, so that only a new sign-in leads on.
[[nodiscard]] bool endsSecondStep(const Error &error);

} // namespace passport
