// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/twostepmethods.h"

#include "backend/account/contactbook.h"
#include "backend/account/hasher.h"
#include "backend/account/recoverycodes.h"
#include "backend/account/totp.h"
#include "backend/account/users.h"
#include "backend/http/message.h"
#include "backend/identity/stepups.h"
#include "backend/mail/postoffice.h"
#include "backend/rest/firstanswer.h"
#include "backend/store/store.h"
#include "protocol/errorcodes.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

constexpr std::chrono::milliseconds setUpLife = 30min; // time to find, install and open an authenticator
constexpr int setUpTries = 5;
constexpr auto issuer = "Passport"_L1;

bool isOn(Db &db, UserId user)
{
    const std::optional<UserRow> row = userById(db, user);
    return row && !row->totpSecret.isEmpty();
}

} // namespace

struct TwoStepMethods::FreshCodes {
    QStringList shown;
    recovery::Set set;
    std::vector<QByteArray> hashes;
};

struct TwoStepMethods::Confirmed {
    QByteArray secret;
    qint64 step = 0; // of the code, which is good once
};

void TwoStepMethods::addTo(MethodTable &methods)
{
    // Their answers are secrets: never remembered on disk (SR-39).
    methods.add<SetUpOtp>(
        [this](const SetUpOtp &request, const Call &call) { return setUp(request, call); }, Repeats::InMemory);
    methods.add<EnableOtp>(
        [this](const EnableOtp &request, const Call &call) { return enable(request, call); }, Repeats::InMemory);
    methods.add<DisableOtp>([this](const DisableOtp &request, const Call &call) { return disable(request, call); });
    methods.add<CreateRecoveryCodes>(
        [this](const CreateRecoveryCodes &request, const Call &call) { return createCodes(request, call); },
        Repeats::InMemory);
}

boost::asio::awaitable<Result<OtpSecret>> TwoStepMethods::setUp(const SetUpOtp &, const Call &call)
{
    const UserId id = call.caller.user;
    const auto job = [&](Db &db) -> Result<OtpSecret> {
        if (const Result<Done> proven = m_.stepUps.require(db, id, call.caller.session); !proven)
            return proven.error();
        if (isOn(db, id))
            return Error::ofCode(code::notAllowed, u"two-step is on"_s);
        const QByteArray secret = totp::freshSecret();
        db.run(
            "INSERT OR REPLACE INTO otp_setup VALUES (?, ?, ?, ?)"_L1,
            {id, secret, setUpTries, m_.clock.nowMs() + qint64(setUpLife.count())});
        return OtpSecret{
            .secret = totp::base32OfSecret(secret), .uri = totp::uriOf(secret, issuer, loginsOf(db, id).value(0))};
    };
    co_return co_await m_.store.write(job);
}

boost::asio::awaitable<Result<TwoStepMethods::FreshCodes>> TwoStepMethods::freshCodes()
{
    FreshCodes codes{
        .shown = recovery::freshCodes(),
        .set = {.salt = Hasher::freshSalt(), .cost = m_.hasher.codeCost()},
        .hashes = {}};
    std::vector<QByteArray> plain;
    for (const QString &code : std::as_const(codes.shown))
        plain.push_back(recovery::normalised(code));
    auto deriving = m_.hasher.derive(std::move(plain), codes.set.salt, codes.set.cost);
    Result<std::vector<QByteArray>> hashes = co_await std::move(deriving);
    if (!hashes)
        co_return hashes.error();
    codes.hashes = std::move(*hashes);
    co_return codes;
}

Result<TwoStepMethods::Confirmed> TwoStepMethods::confirmed(Db &db, const Call &call, const QString &code) const
{
    const UserId id = call.caller.user;
    if (const Result<Done> proven = m_.stepUps.require(db, id, call.caller.session); !proven)
        return proven.error();
    const qint64 now = m_.clock.nowMs();
    Rows rows = db.select(
        "SELECT secret, tries_left FROM otp_setup WHERE user_id = ? AND expires_at > ? AND tries_left > 0"_L1,
        {id, now});
    if (!rows.next() || isOn(db, id))
        return Error::ofCode(code::ticketGone);
    QByteArray secret = rows.bytes(0);
    if (const auto step = totp::stepOf(secret, code.trimmed(), now, 0))
        return Confirmed{.secret = std::move(secret), .step = *step};
    const int left = rows.smallInteger(1) - 1;
    db.run("UPDATE otp_setup SET tries_left = ? WHERE user_id = ?"_L1, {left, id});
    m_.audit.record(db, auditEntry(audit::stepUpFailed, call, {{"method"_L1, u"otp.enable"_s}}));
    return Error::ofCode(code::wrongCode, {}, {{"triesLeft"_L1, left}});
}

Result<qint64>
TwoStepMethods::turnOn(Db &db, const Call &call, const Confirmed &confirmed, const FreshCodes &codes) const
{
    const UserId id = call.caller.user;
    // The code was right; while the others were hashed, another program may have begun anew or been first.
    Rows rows = db.select("SELECT secret FROM otp_setup WHERE user_id = ?"_L1, {id});
    if (!rows.next() || rows.bytes(0) != confirmed.secret || isOn(db, id))
        return Error::ofCode(code::ticketGone);
    db.run(
        "UPDATE user SET totp_secret = ?, totp_last_step = ? WHERE id = ?"_L1, {confirmed.secret, confirmed.step, id});
    db.run("DELETE FROM otp_setup WHERE user_id = ?"_L1, {id});
    recovery::replace(db, id, codes.set, codes.hashes);
    m_.stepUps.record(db, call.caller.session, StepUps::Proof::Factor); // it was just shown
    m_.audit.record(db, auditEntry(audit::otpEnabled, call));
    tellContacts(db, m_.post, id, call.http, {.kind = letter::secondStepOn});
    return userById(db, id)->revision;
}

boost::asio::awaitable<Result<RecoveryCodes>> TwoStepMethods::enable(const EnableOtp &request, const Call &call)
{
    // The code first: a wrong one costs us no ten slow hashes.
    const auto judging = [&](Db &db) { return confirmed(db, call, request.code); };
    const Result<Confirmed> right = co_await m_.store.write(judging);
    if (!right)
        co_return right.error();
    auto making = freshCodes();
    const Result<FreshCodes> codes = co_await std::move(making);
    if (!codes)
        co_return codes.error();
    const auto job = [&](Db &db) { return turnOn(db, call, *right, *codes); };
    const Result<qint64> revision = co_await m_.store.write(job);
    if (!revision)
        co_return revision.error();
    account::ringChanged(m_.hub, call.caller.user, *revision, account::security);
    co_return RecoveryCodes{.recoveryCodes = codes->shown};
}

boost::asio::awaitable<Result<Done>> TwoStepMethods::disable(const DisableOtp &, const Call &call)
{
    const UserId id = call.caller.user;
    const auto job = [&](Db &db) -> Result<qint64> {
        const std::optional<UserRow> user = userById(db, id);
        if (!user || user->totpSecret.isEmpty())
            return Error::ofCode(code::notAllowed, u"two-step is off"_s);
        const Result<Done> proven = m_.stepUps.require(db, id, call.caller.session, StepUps::Need::Factor);
        if (!proven)
            return proven.error();
        removeSecondStep(db, id);
        m_.audit.record(db, auditEntry(audit::otpDisabled, call));
        tellContacts(db, m_.post, id, call.http, {.kind = letter::secondStepOff});
        keepAnswer(db, call, Done{});
        return user->revision;
    };
    const Result<qint64> revision = co_await m_.store.write(job);
    if (!revision)
        co_return revision.error();
    account::ringChanged(m_.hub, id, *revision, account::security);
    co_return Done{};
}

Result<qint64> TwoStepMethods::mayMakeCodes(Db &db, const Call &call) const
{
    const std::optional<UserRow> user = userById(db, call.caller.user);
    if (!user || user->totpSecret.isEmpty())
        return Error::ofCode(code::notAllowed, u"two-step is off"_s);
    if (const Result<Done> proven = m_.stepUps.require(db, user->id, call.caller.session); !proven)
        return proven.error();
    return user->revision;
}

boost::asio::awaitable<Result<RecoveryCodes>> TwoStepMethods::createCodes(const CreateRecoveryCodes &, const Call &call)
{
    const UserId id = call.caller.user;
    const auto judging = [&](Db &db) { return mayMakeCodes(db, call); };
    const Result<qint64> may = co_await m_.store.read(judging);
    if (!may)
        co_return may.error();
    auto making = freshCodes();
    const Result<FreshCodes> codes = co_await std::move(making);
    if (!codes)
        co_return codes.error();
    const auto job = [&](Db &db) {
        Result<qint64> revision = mayMakeCodes(db, call); // it may have been turned off meanwhile
        if (!revision)
            return revision;
        recovery::replace(db, id, codes->set, codes->hashes);
        m_.audit.record(db, auditEntry(audit::recoveryCodesMade, call));
        tellContacts(db, m_.post, id, call.http, {.kind = letter::recoveryCodesMade});
        return revision;
    };
    const Result<qint64> revision = co_await m_.store.write(job);
    if (!revision)
        co_return revision.error();
    account::ringChanged(m_.hub, id, *revision, account::security);
    co_return RecoveryCodes{.recoveryCodes = codes->shown};
}

} // namespace passport
