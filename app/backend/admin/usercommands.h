// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/admin/subcommands.h"

#include <vector>

namespace passport {

using Lines = std::vector<QJsonObject>;
using Output = Result<Lines>;

/// `user add|list|block|unblock|signout`.
Output runUser(Foundation &foundation, const Subcommand &command);

/// The words make no command.
[[nodiscard]] Error usage();

} // namespace passport
