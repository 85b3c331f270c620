// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/clock.h"

namespace passport {

class Db;

/// The portals of the demo people 1…4 (programs.md): romashka, sklad, test24 and Vera's seven, with their switches.
/// Into an empty store, after the people. Throws StoreError.
void addDemoPortals(Db &db, Clock::TimePoint now);

/// Makes Anna an employee of `count` more portals (`--demo-portals`). Those that exist already stay.
void addMoreDemoPortals(Db &db, int count, Clock::TimePoint now);

} // namespace passport
