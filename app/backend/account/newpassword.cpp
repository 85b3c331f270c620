// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/newpassword.h"

#include "backend/account/confirmations.h"
#include "backend/account/users.h"
#include "backend/store/db.h"

using namespace Qt::StringLiterals;

namespace passport {

bool replacePassword(Db &db, UserId user, const QByteArray &hash, const Clock &clock)
{
    setPasswordHash(db, user, hash);
    db.run("INSERT OR REPLACE INTO password_change VALUES (?, ?)"_L1, {user, clock.nowMs()});
    db.run("DELETE FROM pending_sign_in WHERE user_id = ?"_L1, {user});
    return Confirmations::revokeAll(db, user);
}

} // namespace passport
