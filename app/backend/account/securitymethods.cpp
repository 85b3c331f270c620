// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/securitymethods.h"

#include "backend/account/factors.h"
#include "backend/account/ownerproof.h"
#include "backend/account/recoverycodes.h"
#include "backend/account/usedcode.h"
#include "backend/http/message.h"
#include "backend/identity/stepups.h"
#include "backend/store/store.h"
#include "protocol/errorcodes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr auto passwordMethod = "password"_L1;

std::optional<QDateTime> passwordChangedAt(Db &db, UserId user)
{
    Rows rows = db.select("SELECT at FROM password_change WHERE user_id = ?"_L1, {user});
    return rows.next() ? std::optional(QDateTime::fromMSecsSinceEpoch(rows.integer(0), Qt::UTC)) : std::nullopt;
}

} // namespace

void SecurityMethods::addTo(MethodTable &methods)
{
    methods.add<GetSecurity>([this](const GetSecurity &request, const Call &call) { return summary(request, call); });
    methods.add<StepUp>([this](const StepUp &request, const Call &call) { return stepUp(request, call); });
}

boost::asio::awaitable<Result<SecuritySummary>> SecurityMethods::summary(const GetSecurity &, const Call &call)
{
    const UserId id = call.caller.user;
    const auto job = [&](Db &db) -> Result<SecuritySummary> {
        const std::optional<UserRow> user = userById(db, id);
        if (!user)
            return Error::ofCode(code::invalidToken);
        const QStringList logins = loginsOf(db, id);
        return SecuritySummary{
            .twoStep = !user->totpSecret.isEmpty(),
            .recoveryCodesLeft = recovery::left(db, id),
            .sms = std::ranges::any_of(logins, isPhone),
            .stepUpMethods = m_.stepUps.methods(db, id, call.caller.session),
            .stepUpLeft = m_.stepUps.left(db, call.caller.session),
            .passwordChangedAt = passwordChangedAt(db, id)};
    };
    co_return co_await m_.store.read(job);
}

boost::asio::awaitable<Result<SteppedUp>> SecurityMethods::stepUp(const StepUp &request, const Call &call)
{
    auto proving = request.password ? byPassword(*request.password, call) : byCode(request.code.value_or(u""_s), call);
    co_return co_await std::move(proving);
}

SteppedUp SecurityMethods::proven(Db &db, const Call &call, QLatin1StringView method) const
{
    const auto proof = method == passwordMethod ? StepUps::Proof::Password : StepUps::Proof::Factor;
    m_.stepUps.record(db, call.caller.session, proof);
    m_.audit.record(db, auditEntry(audit::steppedUp, call, {{"method"_L1, method}}));
    return {.secondsLeft = StepUps::life};
}

boost::asio::awaitable<Result<SteppedUp>> SecurityMethods::byPassword(QString password, const Call &call)
{
    auto weighing = m_.owner.weigh(call.caller.user, std::move(password));
    const Result<OwnerProof::Verdict> verdict = co_await std::move(weighing);
    if (!verdict)
        co_return verdict.error();
    const auto job = [&](Db &db) -> Result<SteppedUp> {
        const Result<UserRow> user = m_.owner.settle(db, *verdict, call);
        if (!user)
            return user.error();
        return proven(db, call, passwordMethod);
    };
    co_return co_await m_.store.write(job);
}

boost::asio::awaitable<Result<SteppedUp>> SecurityMethods::byCode(QString code, const Call &call)
{
    auto weighing = m_.factors.weigh(call.caller.user, {}, std::move(code));
    const Result<Factors::Offered> offered = co_await std::move(weighing);
    if (!offered)
        co_return offered.error();
    const auto job = [&](Db &db) -> Result<SteppedUp> {
        const std::optional<UserRow> user = userById(db, call.caller.user);
        if (!user)
            return Error::ofCode(code::invalidToken);
        const Result<Done> right = m_.factors.settle(db, *user, *offered);
        if (right && offered->kind == factor::recovery)
            tellRecoveryCodeUsed(
                db, m_.audit, m_.post, user->id, auditEntry(audit::recoveryCodeUsed, call),
                languageOf(call.http.header("accept-language")));
        if (right)
            return proven(db, call, offered->kind == factor::recovery ? factor::recovery : factor::totp);
        if (right.error().code != code::wrongCode)
            return right.error();
        m_.audit.record(db, auditEntry(audit::stepUpFailed, call, {{"method"_L1, offered->kind}}));
        return Error::ofCode(code::wrongCode, {}, {{"triesLeft"_L1, m_.factors.triesLeft(db, user->id)}});
    };
    co_return co_await m_.store.write(job);
}

} // namespace passport
