// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace passport {

/// One line of standard input; on a terminal asked for with `prompt` and not shown while it is typed.
[[nodiscard]] QString readPassword(const char *prompt);

} // namespace passport
