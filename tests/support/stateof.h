// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <variant>

namespace passport {

/// What a machine's state holds; null while it is in another one.
template <typename S, typename State> [[nodiscard]] const S *as(const State &state)
{
    return std::get_if<S>(&state);
}

} // namespace passport
