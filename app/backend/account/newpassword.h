// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/clock.h"
#include "protocol/ids.h"

#include <QByteArray>

namespace passport {

class Db;

/// The one way in which a person's password is replaced. What somebody began with the old one ends with it, whether
/// other sessions go on or not: half sign-ins, and codes and links for a contact, a recovery or a sign-in (SR-38,
/// SR-40). Says whether a new contact was waiting. In a write transaction; throws StoreError.
bool replacePassword(Db &db, UserId user, const QByteArray &hash, const Clock &clock);

} // namespace passport
