// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace passport {

/// How long to wait before an attempt to connect again.
enum class BackoffPlan {
    Watched, ///< Somebody looks at a QR code: 0.5, 1, 2, 4, 8, 8 … s ± 20 % (SR-23).
    Background, ///< min(60 s, 1 s · 2^attempt) · (0.75 … 1.25): many clients must not come back at once.
};

/// The delay before attempt number `attempt` (first repeat: 1). `chance` is in [0, 1) and chooses within the spread.
[[nodiscard]] std::chrono::milliseconds backoffDelay(BackoffPlan plan, int attempt, double chance);

} // namespace passport
