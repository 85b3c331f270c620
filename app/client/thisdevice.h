// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/person.h"

namespace passport {

/// What this program says of itself to the person's other devices: host name, system, program and version.
[[nodiscard]] Device thisDevice();

} // namespace passport
