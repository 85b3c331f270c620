// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/secondsteps.h"

#include "backend/account/recoverycodes.h"
#include "backend/account/users.h"
#include "backend/core/crypto.h"
#include "protocol/errorcodes.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

constexpr std::chrono::milliseconds pendingLife = 10min; // api.md 2
constexpr int tries = 5;

QVariant orNull(const QByteArray &bytes)
{
    return bytes.isEmpty() ? QVariant() : bytes;
}

QVariant hashOrNull(const QByteArray &secret)
{
    return secret.isEmpty() ? QVariant() : crypto::sha256(secret);
}

} // namespace

struct SecondSteps::Row {
    QByteArray hash;
    PendingSignIn pending;
    int triesLeft = 0;
};

bool SecondSteps::isNeeded(const UserRow &user)
{
    return !user.totpSecret.isEmpty();
}

Error SecondSteps::begin(Db &db, const PendingSignIn &pending) const
{
    const NewSession &session = pending.session;
    SecondStep step{.signInId = SignInId(crypto::randomId()), .methods = {factor::totp}};
    if (recovery::left(db, session.user) > 0)
        step.methods.append(factor::recovery);
    const qint64 now = m_clock.nowMs();
    db.run("DELETE FROM pending_sign_in WHERE expires_at <= ?"_L1, {now});
    db.run(
        "INSERT INTO pending_sign_in VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_L1,
        {crypto::sha256(step.signInId.toString().toLatin1()), session.user, orNull(session.key), session.remember,
         present(session.method), present(session.device.name), present(session.device.os), present(session.device.app),
         present(session.address), present(pending.portal.toString()), hashOrNull(pending.sid), tries,
         now + qint64(pendingLife.count())});
    return Error::ofCode(code::otpRequired, {}, step.toJson());
}

std::optional<SecondSteps::Row> SecondSteps::find(Db &db, const Submission &submission) const
{
    const QByteArray id = submission.signInId.toString().toLatin1();
    const QVariant byCookie = id.isEmpty() ? hashOrNull(submission.sid) : QVariant();
    Rows rows = db.select(
        "SELECT hash, user_id, key, remember, method, device_name, device_os, device_app, address,"
        " portal, tries_left FROM pending_sign_in WHERE (hash = ? OR cookie_hash = ?) AND expires_at > ?"
        " ORDER BY expires_at DESC"_L1,
        {crypto::sha256(id), byCookie, m_clock.nowMs()});
    if (!rows.next())
        return std::nullopt;
    const NewSession session{
        .user = rows.integer(1),
        .key = rows.bytes(2),
        .remember = rows.boolean(3),
        .device = {.name = rows.text(5), .os = rows.text(6), .app = rows.text(7)},
        .method = rows.text(4),
        .address = rows.text(8)};
    return Row{
        .hash = rows.bytes(0),
        .pending = {.session = session, .portal = PortalId(rows.text(9)), .sid = submission.sid},
        .triesLeft = rows.smallInteger(10)};
}

UserId SecondSteps::personOf(Db &db, const Submission &submission) const
{
    const std::optional<Row> row = find(db, submission);
    return row ? row->pending.session.user : 0;
}

Result<PendingSignIn> SecondSteps::submit(Db &db, const Submission &submission) const
{
    std::optional<Row> row = find(db, submission);
    const std::optional<UserRow> user = row ? userById(db, row->pending.session.user) : std::nullopt;
    if (!user || user->blocked || row->triesLeft <= 0)
        return Error::ofCode(code::ticketGone);
    const Result<Done> right = m_factors.settle(db, *user, submission.offered);
    if (!right)
        return right.error().code == code::wrongCode ? wrong(db, *row, submission) : right.error();
    db.run("DELETE FROM pending_sign_in WHERE hash = ?"_L1, {row->hash});
    return std::move(row->pending);
}

Error SecondSteps::wrong(Db &db, const Row &row, const Submission &submission) const
{
    m_audit.record(
        db,
        {.event = audit::signInFailed,
         .actor = row.pending.session.user,
         .address = submission.address,
         .requestId = submission.requestId,
         .data = {{"method"_L1, submission.offered.kind}, {"reason"_L1, u"code"_s}}});
    const int left = row.triesLeft - 1;
    if (left > 0)
        db.run("UPDATE pending_sign_in SET tries_left = ? WHERE hash = ?"_L1, {left, row.hash});
    else
        db.run("DELETE FROM pending_sign_in WHERE hash = ?"_L1, {row.hash});
    return Error::ofCode(code::wrongCode, {}, {{"triesLeft"_L1, left}});
}

} // namespace passport
