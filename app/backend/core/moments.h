// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/clock.h"
#include "backend/core/templates.h"

namespace passport {

// Moments as letters and pages name them. Nobody has told the server his time zone: they are in UTC.

/// "22 November 2026"
[[nodiscard]] QString dayText(Clock::TimePoint moment, PageLanguage language);
/// "22 November 2026, 14:05 (UTC)"
[[nodiscard]] QString momentText(Clock::TimePoint moment, PageLanguage language);

} // namespace passport
