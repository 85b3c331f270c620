// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/person.h"

namespace passport {

/// A person as a window may know him that is not signed in yet: «Анна Иванова» → «А. И…а», «АИ» (api.md 5). A part of
/// the name that is too short to hide anything in shows its first letter only.
[[nodiscard]] MaskedPerson masked(const QString &firstName, const QString &lastName);

} // namespace passport
