// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/passwordmethods.h"

#include "backend/account/contactbook.h"
#include "backend/account/hasher.h"
#include "backend/account/newpassword.h"
#include "backend/account/ownerproof.h"
#include "backend/account/passwordrules.h"
#include "backend/account/users.h"
#include "backend/core/crypto.h"
#include "backend/guard/ratelimit.h"
#include "backend/http/message.h"
#include "backend/identity/sessions.h"
#include "backend/identity/stepups.h"
#include "backend/mail/postoffice.h"
#include "backend/portals/portalstore.h"
#include "backend/rest/firstanswer.h"
#include "backend/store/store.h"
#include "protocol/errorcodes.h"
#include "protocol/json.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

constexpr int mostChecks = 120; // in a minute: a fast typist, twice over
// Why a session ended, as its program is told.
const QString passwordChangedReason = u"password_changed"_s;
const QString deletedReason = DeletePassport::reason;

Error weak(const QStringList &reasons)
{
    return Error::ofCode(code::weakPassword, {}, {{"reasons"_L1, QJsonArray::fromStringList(reasons)}});
}

/// As passwords are hashed: it does not matter which keyboard wrote a letter (SR-35).
QString composed(const QString &password)
{
    return password.normalized(QString::NormalizationForm_C);
}

/// Everything but an invitation that was not answered.
std::vector<BindingPortal> bindingPortals(Db &db, UserId user)
{
    std::vector<BindingPortal> binding;
    for (const Portal &portal : portalsOf(db, user, {})) {
        if (portal.state != Portal::State::Invited)
            binding.push_back({.memberId = portal.memberId, .title = portal.title});
    }
    return binding;
}

} // namespace

void PasswordMethods::addTo(MethodTable &methods)
{
    methods.add<CheckPassword>([this](const CheckPassword &request, const Call &call) { return check(request, call); });
    methods.add<ChangePassword>(
        [this](const ChangePassword &request, const Call &call) { return change(request, call); });
    methods.add<DeletePassport>(
        [this](const DeletePassport &request, const Call &call) { return deletePassport(request, call); });
}

boost::asio::awaitable<PasswordStrength> PasswordMethods::strengthOf(UserId user, QString password)
{
    // On a reader: it is there that the person's words are, and the I/O thread does not compute.
    const auto job = [&](Db &db) {
        return passwordrules::strengthOf(
            password, passwordrules::contextOf(db, user), passwordrules::shortestOf(m_.settings));
    };
    co_return co_await m_.store.read(job);
}

boost::asio::awaitable<Result<PasswordStrength>> PasswordMethods::check(const CheckPassword &request, const Call &call)
{
    const QString key = u"password.check/%1"_s.arg(call.caller.user);
    if (const auto wait = m_.rateLimit.use(key, mostChecks, 1min)) {
        Error busy = Error::ofCode(code::tooMany);
        busy.retryAfter = wait;
        co_return busy;
    }
    auto judging = strengthOf(call.caller.user, request.password);
    co_return co_await std::move(judging);
}

struct PasswordMethods::Changed {
    qint64 revision = 0;
    bool contacts = false; ///< One waited, and does no more.
    std::vector<SessionId> ended;
};

boost::asio::awaitable<Result<Done>> PasswordMethods::change(const ChangePassword &request, const Call &call)
{
    const UserId id = call.caller.user;
    auto weighing = m_.owner.weigh(id, request.current);
    const Result<OwnerProof::Verdict> verdict = co_await std::move(weighing);
    if (!verdict)
        co_return verdict.error();
    auto judging = strengthOf(id, request.newPassword);
    PasswordStrength strength = co_await std::move(judging);
    if (composed(request.newPassword) == composed(request.current))
        strength = {.score = 0, .reasons = {passwordreason::same}};
    Result<QByteArray> hash = QByteArray();
    if (verdict->right && passwordrules::isGood(strength)) {
        QByteArray text = composed(request.newPassword).toUtf8();
        auto hashing = m_.hasher.hash(text);
        hash = co_await std::move(hashing);
        crypto::wipe(text);
        if (!hash)
            co_return hash.error();
    }
    const auto job = [&](Db &db) -> Result<Changed> {
        const Result<UserRow> user = m_.owner.settle(db, *verdict, call); // first: only the owner learns of the rest
        if (!user)
            return user.error();
        const Result<Done> proven = m_.stepUps.require(db, id, call.caller.session, StepUps::Need::Password); // SR-18
        if (!proven)
            return proven.error();
        if (!passwordrules::isGood(strength))
            return weak(strength.reasons);
        Changed changed{
            .revision = user->revision,
            .contacts = replacePassword(db, id, *hash, m_.clock),
            .ended = request.signOutOthers ? endOthers(db, call.caller) : std::vector<SessionId>()};
        StepUps::endOthers(db, id, call.caller.session);
        tellContacts(db, m_.post, id, call.http, {.kind = letter::passwordChanged});
        m_.audit.record(
            db, auditEntry(audit::passwordChanged, call, {{"others"_L1, static_cast<qint64>(changed.ended.size())}}));
        keepAnswer(db, call, Done{});
        return changed;
    };
    const Result<Changed> changed = co_await m_.store.write(job);
    if (!changed)
        co_return changed.error();
    for (const SessionId &session : changed->ended)
        m_.sessions.ended(session, passwordChangedReason);
    account::ringChanged(m_.hub, id, changed->revision, account::security);
    if (changed->contacts)
        account::ringChanged(m_.hub, id, changed->revision, account::contacts);
    co_return Done{};
}

std::vector<SessionId> PasswordMethods::endOthers(Db &db, const Caller &caller) const
{
    std::vector<SessionId> others;
    {
        Rows rows = db.select(
            "SELECT id FROM session WHERE user_id = ? AND id <> ? AND ended_at IS NULL"_L1,
            {caller.user, caller.session.toString()});
        while (rows.next())
            others.emplace_back(rows.text(0));
    }
    for (const SessionId &session : others)
        m_.sessions.end(db, session, passwordChangedReason);
    return others;
}

boost::asio::awaitable<Result<Done>> PasswordMethods::deletePassport(const DeletePassport &request, const Call &call)
{
    const UserId id = call.caller.user;
    auto weighing = m_.owner.weigh(id, request.password);
    const Result<OwnerProof::Verdict> verdict = co_await std::move(weighing);
    if (!verdict)
        co_return verdict.error();
    const auto job = [&](Db &db) -> Result<std::vector<SessionId>> {
        if (const Result<UserRow> user = m_.owner.settle(db, *verdict, call); !user)
            return user.error();
        const Result<Done> proven = m_.stepUps.require(db, id, call.caller.session, StepUps::Need::Password); // SR-18
        if (!proven)
            return proven.error();
        if (const auto binding = bindingPortals(db, id); !binding.empty()) // SR-44
            return Error::ofCode(code::portalsBound, {}, {{"portals"_L1, toJsonArray(binding)}});
        tellContacts(db, m_.post, id, call.http, {.kind = letter::passportDeleted});
        std::vector<SessionId> sessions = m_.sessions.endAll(db, id, deletedReason);
        m_.audit.record(db, auditEntry(audit::passportDeleted, call)); // the tombstone: a number, no name
        keepAnswer(db, call, Done{}); // and lost the next moment like all that he was answered: he is nobody then
        m_.sessions.bidFarewell(db, id);
        db.run("DELETE FROM user WHERE id = ?"_L1, {id}); // with everything that hangs on it
        return sessions;
    };
    const Result<std::vector<SessionId>> sessions = co_await m_.store.write(job);
    if (!sessions)
        co_return sessions.error();
    m_.store.wipeJournalSoon();
    for (const SessionId &session : *sessions)
        m_.sessions.ended(session, deletedReason);
    co_return Done{};
}

} // namespace passport
