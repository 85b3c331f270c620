// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/newpassword.h"

#include "backend/account/confirmations.h"
#include "backend/account/users.h"
#include "backend/core/crypto.h"
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

void keepForSecondStep(Db &db, const SignInId &signIn, const QByteArray &hash)
{
    db.run(
        "UPDATE pending_sign_in SET new_password = ? WHERE hash = ?"_L1,
        {hash, crypto::sha256(signIn.toString().toLatin1())});
}

QByteArray keptForSecondStep(Db &db, const QByteArray &rowHash)
{
    Rows rows = db.select("SELECT new_password FROM pending_sign_in WHERE hash = ?"_L1, {rowHash});
    return rows.next() ? rows.bytes(0) : QByteArray();
}

} // namespace passport
