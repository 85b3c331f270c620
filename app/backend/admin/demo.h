// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/result.h"

namespace passport {

class Foundation;

/// `--demo`: fills an empty store with the people of resources/backend/demo.json, their portals and switches
/// (programs.md), and makes Anna an employee of `morePortals` more. A store with people in it stays as it is.
Result<Done> fillDemo(Foundation &foundation, int morePortals);

} // namespace passport
