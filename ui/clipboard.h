// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <chrono>

namespace passport {

/// Copies something that must not lie about: programs that remember what was copied are asked not to, and after `kept`,
/// or at the end of the program, the clipboard is emptied, unless something else is in it by then (SR-31).
void copySecret(const QString &text, std::chrono::milliseconds kept = std::chrono::seconds(30));

} // namespace passport
