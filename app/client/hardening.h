// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace passport {

/// Keeps secrets in memory from leaving it: no core dumps, and no other program of the same user may look inside
/// (SR-31). The first thing a program does that holds tokens.
void hardenProcess();

} // namespace passport
