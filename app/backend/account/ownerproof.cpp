// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/ownerproof.h"

#include "backend/account/accountparts.h"
#include "backend/account/failures.h"
#include "backend/account/hasher.h"
#include "backend/core/crypto.h"
#include "backend/store/serversettings.h"
#include "backend/store/store.h"
#include "protocol/errorcodes.h"

using namespace Qt::StringLiterals;

namespace passport {

boost::asio::awaitable<Result<OwnerProof::Verdict>> OwnerProof::weigh(UserId user, QString password) const
{
    const auto job = [user](Db &db) { return userById(db, user); };
    const std::optional<UserRow> row = co_await m_store.read(job);
    if (!row)
        co_return Error::ofCode(code::invalidToken);
    QByteArray text = password.normalized(QString::NormalizationForm_C).toUtf8(); // SR-35
    password.fill(u'\0');
    auto verifying = m_hasher.verify(row->passwordHash, text);
    const Result<bool> right = co_await std::move(verifying);
    crypto::wipe(text);
    if (!right)
        co_return right.error();
    co_return Verdict{.user = *row, .right = *right};
}

Result<UserRow> OwnerProof::settle(Db &db, const Verdict &verdict, const Call &call) const
{
    const qint64 now = m_clock.nowMs();
    const FailureScope scope{
        .name = u"owner:%1"_s.arg(verdict.user.id),
        .free = m_settings.integer(setting::failuresPerLogin),
        .memory = {}};
    if (const auto wait = waitOf(db, scope, now)) {
        Error busy = Error::ofCode(code::tooMany);
        busy.retryAfter = wait;
        return busy;
    }
    // The password may have been changed while we hashed.
    const std::optional<UserRow> user = userById(db, verdict.user.id);
    if (!user || !verdict.right || user->passwordHash != verdict.user.passwordHash) {
        countFailure(db, scope, now);
        m_audit.record(db, auditEntry(audit::stepUpFailed, call, {{"method"_L1, u"password"_s}}));
        return Error::ofCode(code::wrongCredentials);
    }
    forgetFailures(db, scope);
    return *user;
}

} // namespace passport
