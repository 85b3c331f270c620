// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>

/// Why a server is `overloaded`: details {reason}. Without one it simply has too much to do.
namespace passport::busyreason {

inline constexpr QLatin1StringView storage("storage"); ///< It can save nothing: the disk is full, or fails.

} // namespace passport::busyreason
