// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/result.h"

namespace passport {

class Db;

/// Brings the schema up to this program's: applies each `schema/NNN-name.sql` that the database has not seen, in order
/// of number. Refuses a database that has seen one we do not have (a newer program wrote it). How many were applied.
Result<int> migrate(Db &db);

} // namespace passport
