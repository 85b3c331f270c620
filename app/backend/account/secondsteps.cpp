// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/secondsteps.h"

#include "backend/account/accountparts.h"
#include "backend/account/confirmations.h"
#include "backend/account/newpassword.h"
#include "backend/account/passwordsignin.h"
#include "backend/account/recoverycodes.h"
#include "backend/account/usedcode.h"
#include "backend/account/users.h"
#include "backend/core/crypto.h"
#include "backend/mail/postoffice.h"
#include "backend/mail/readerlanguage.h"
#include "protocol/errorcodes.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

constexpr std::chrono::milliseconds pendingLife = 10min; // api.md 2
constexpr int tries = 5;
constexpr int mostSmsAnHour = 5; // to one phone

QVariant orNull(const QByteArray &bytes)
{
    return bytes.isEmpty() ? QVariant() : bytes;
}

QVariant hashOrNull(const QByteArray &secret)
{
    return secret.isEmpty() ? QVariant() : crypto::sha256(secret);
}

/// Where an SMS would go; empty: nowhere.
QString phoneOf(Db &db, const PendingSignIn &pending)
{
    const QStringList logins = pending.byPhone ? QStringList() : loginsOf(db, pending.session.user);
    const auto phone = std::ranges::find_if(logins, isPhone);
    return phone == logins.end() ? QString() : *phone;
}

/// What ties a code to its half sign-in.
QString nameOf(const QByteArray &hash)
{
    return QString::fromLatin1(hash.toHex());
}

AuditEntry entryOf(const UserRow &user, const SecondSteps::Submission &submission)
{
    return {.event = {}, .actor = user.id, .address = submission.address, .requestId = submission.requestId};
}

/// The password of a recovery holds from now on (SR-40); whoever signs the person in ends the other sessions.
void finishRecovery(Db &db, const SecondSteps::Parts &parts, const QByteArray &password, AuditEntry entry)
{
    const UserId user = *entry.actor;
    replacePassword(db, user, password, parts.clock);
    PasswordSignIn::forgetWrongPasswords(db, parts.audit, user);
    const PageLanguage language = languageOfReader(db, user, PageLanguage::English);
    for (const QString &address : loginsOf(db, user))
        parts.post.post(db, {.kind = letter::passwordChanged, .to = address, .language = language});
    entry.event = audit::recovered;
    parts.audit.record(db, entry);
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
    if (!phoneOf(db, pending).isEmpty())
        step.methods.append(factor::sms);
    const qint64 now = m_.clock.nowMs();
    db.run("DELETE FROM pending_sign_in WHERE expires_at <= ?"_L1, {now});
    db.run(
        "INSERT INTO pending_sign_in VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_L1,
        {crypto::sha256(step.signInId.toString().toLatin1()), session.user, orNull(session.key), session.remember,
         present(session.method), present(session.device.name), present(session.device.os), present(session.device.app),
         present(session.address), present(pending.portal.toString()), hashOrNull(pending.sid), tries,
         now + qint64(pendingLife.count()), orNull(pending.newPassword), pending.byPhone});
    return Error::ofCode(code::otpRequired, {}, step.toJson());
}

std::optional<SecondSteps::Row> SecondSteps::find(Db &db, const Submission &submission) const
{
    const QByteArray id = submission.signInId.toString().toLatin1();
    const QVariant byCookie = id.isEmpty() ? hashOrNull(submission.sid) : QVariant();
    Rows rows = db.select(
        "SELECT hash, user_id, key, remember, method, device_name, device_os, device_app, address,"
        " portal, tries_left, new_password, by_phone FROM pending_sign_in WHERE (hash = ? OR cookie_hash = ?) AND "
        "expires_at > ?"
        " ORDER BY expires_at DESC"_L1,
        {crypto::sha256(id), byCookie, m_.clock.nowMs()});
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
        .pending
        = {.session = session,
           .portal = PortalId(rows.text(9)),
           .sid = submission.sid,
           .newPassword = rows.bytes(11),
           .byPhone = rows.boolean(12)},
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
    const Result<Done> right = submission.offered.kind == factor::sms
        ? checkSms(db, *row, submission.offered.code)
        : m_.factors.settle(db, *user, submission.offered);
    if (!right)
        return right.error().code == code::wrongCode ? wrong(db, *row, submission) : right.error();
    if (submission.offered.kind == factor::recovery)
        tellRecoveryCodeUsed(db, m_.audit, m_.post, user->id, entryOf(*user, submission), PageLanguage::English);
    if (const QByteArray &password = row->pending.newPassword; !password.isEmpty())
        finishRecovery(db, m_, password, entryOf(*user, submission));
    db.run("DELETE FROM pending_sign_in WHERE hash = ?"_L1, {row->hash});
    return std::move(row->pending);
}

Result<SmsSent> SecondSteps::sendSms(Db &db, const Submission &submission, PageLanguage language) const
{
    const std::optional<Row> row = find(db, submission);
    const UserId user = row ? row->pending.session.user : 0;
    const std::optional<UserRow> person = userById(db, user);
    if (!person || person->blocked || row->triesLeft <= 0)
        return Error::ofCode(code::ticketGone);
    const QString phone = phoneOf(db, row->pending);
    if (phone.isEmpty())
        return Error::ofCode(code::notAllowed, u"no phone, or it was the first proof"_s);
    const auto sms = Confirmations::Purpose::Sms;
    if (const Result<Done> may = m_.confirmations.maySend(db, sms, phone, mostSmsAnHour); !may)
        return may.error();
    // Always a row of its own: those of the last hour are what the limit counts.
    const Confirmations::Asked asked{
        .purpose = sms, .user = user, .kind = Contact::Kind::Phone, .value = phone, .about = nameOf(row->hash)};
    const Confirmations::Fresh fresh = m_.confirmations.begin(db, asked);
    m_.post.post(
        db,
        {.kind = letter::signInCode,
         .to = phone,
         .language = languageOfReader(db, user, language),
         .values = {{u"code"_s, fresh.code}},
         .goodFor = Confirmations::life});
    m_.audit.record(
        db,
        {.event = audit::signInSmsSent,
         .actor = user,
         .address = submission.address,
         .requestId = submission.requestId});
    return SmsSent{.resendAfter = fresh.sent.resendAfter, .secondsLeft = fresh.sent.secondsLeft};
}

Result<Done> SecondSteps::checkSms(Db &db, const Row &row, const QString &typed) const
{
    const UserId user = row.pending.session.user;
    if (const Result<Done> may = m_.factors.mayTry(db, user); !may)
        return may;
    const auto sent = m_.confirmations.findAbout(db, Confirmations::Purpose::Sms, nameOf(row.hash));
    if (!sent)
        return Error::ofCode(code::notAllowed, u"no SMS was asked for"_s);
    const Result<Done> right = m_.confirmations.check(db, *sent, typed);
    if (!right) {
        m_.factors.countWrong(db, user);
        return right;
    }
    m_.confirmations.end(db, *sent);
    m_.factors.forgetWrong(db, user);
    return right;
}

Error SecondSteps::wrong(Db &db, const Row &row, const Submission &submission) const
{
    m_.audit.record(
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
