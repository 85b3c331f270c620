// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/rest/method.h"

namespace passport {

/// Registers `batch {halt, cmd}` (wire.md 3.5): up to 50 documented methods in one request, by one caller, each able to
/// use what an earlier one answered (`$result[key][field]`). Parts that fail do not change the HTTP status.
void registerBatch(MethodTable &methods);

} // namespace passport
