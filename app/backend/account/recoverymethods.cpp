// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/recoverymethods.h"

#include "backend/account/accounts.h"
#include "backend/account/contactbook.h"
#include "backend/account/dailyguesses.h"
#include "backend/account/hasher.h"
#include "backend/account/newpassword.h"
#include "backend/account/passwordrules.h"
#include "backend/core/crypto.h"
#include "backend/guard/ratelimit.h"
#include "backend/http/message.h"
#include "backend/mail/postoffice.h"
#include "backend/mail/readerlanguage.h"
#include "backend/store/store.h"
#include "protocol/errorcodes.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

using Purpose = Confirmations::Purpose;

constexpr int mostPerLogin = 5; // in an hour
constexpr int mostPerAddress = 30; // in an hour: an office behind one address
constexpr qsizetype longestLogin = 254; // RFC 5321
const QString passwordChangedReason = u"password_changed"_s;

Error busyFor(std::chrono::seconds wait)
{
    Error busy = Error::ofCode(code::tooMany);
    busy.retryAfter = wait;
    return busy;
}

/// The audit's line about somebody who is not signed in.
AuditEntry
entryOf(QLatin1StringView event, const std::optional<UserId> &actor, const Call &call, const QJsonObject &data)
{
    AuditEntry entry = auditEntry(event, call, data);
    entry.actor = actor;
    return entry;
}

} // namespace

void RecoveryMethods::addTo(MethodTable &methods)
{
    methods.add<StartRecovery>(
        [this](const StartRecovery &request, const Call &call) { return start(request, call); }, Repeats::InMemory);
    methods.add<FinishRecovery>(
        [this](const FinishRecovery &request, const Call &call) { return finish(request, call); }, Repeats::InMemory);
}

Result<Done> RecoveryMethods::mayAsk(const QString &login, const Call &call) const
{
    const QString address = limitedAddress(QString::fromLatin1(call.http.remoteAddress));
    auto wait = m_.rateLimit.use(u"recovery-from/"_s + address, mostPerAddress, 1h);
    if (!wait)
        wait = m_.rateLimit.use(u"recovery-soon/"_s + login, 1, Confirmations::resendAfter);
    if (!wait)
        wait = m_.rateLimit.use(u"recovery/"_s + login, mostPerLogin, 1h);
    return wait ? Result<Done>(busyFor(*wait)) : Result<Done>(Done{});
}

boost::asio::awaitable<Result<RecoveryStarted>> RecoveryMethods::start(const StartRecovery &request, const Call &call)
{
    const QString login = normalisedLogin(request.login).left(longestLogin);
    if (const Result<Done> may = mayAsk(login, call); !may)
        co_return may.error();
    const auto job = [&](Db &db) -> Result<RecoveryStarted> {
        if (const Result<Done> may = mayGuess(db, login); !may)
            return may.error();
        const std::optional<UserRow> user = userByLogin(db, login);
        const bool known = user && !user->blocked;
        const Confirmations::Asked asked{
            .purpose = Purpose::Recovery,
            .user = known ? std::optional(user->id) : std::nullopt,
            .kind = isPhone(login) ? Contact::Kind::Phone : Contact::Kind::Email,
            .value = login.isEmpty() ? u"-"_s : login,
            .inVain = !known};
        const Confirmations::Fresh fresh = m_confirmations.begin(db, asked);
        // The same work for a login that nobody has (SR-33): a letter that is too old before anybody could take it.
        m_.post.post(
            db,
            {.kind = letter::recoveryCode,
             .to = asked.value,
             .language = languageOfReader(db, known ? user->id : 0, languageOf(call.http.header("accept-language"))),
             .values = {{u"code"_s, fresh.code}},
             .goodFor = known ? Confirmations::life : 0s});
        const QJsonObject data{{"login"_L1, m_.audit.mark(login)}, {"known"_L1, known}};
        m_.audit.record(db, entryOf(audit::recoveryAsked, asked.user, call, data));
        return RecoveryStarted{
            .confirmationId = fresh.sent.confirmationId,
            .resendAfter = fresh.sent.resendAfter,
            .delayed = m_.post.isHeldUp(asked.value)};
    };
    co_return co_await m_.store.write(job);
}

DailyGuesses RecoveryMethods::guessesOf(const QString &login) const
{
    return DailyGuesses::ofRecovery(m_.audit.mark(login));
}

Result<Done> RecoveryMethods::mayGuess(Db &db, const QString &login) const
{
    const auto wait = waitOf(db, guessesOf(login), m_.clock.nowMs());
    return wait ? Result<Done>(busyFor(*wait)) : Result<Done>(Done{});
}

Result<Confirmations::Row> RecoveryMethods::judged(Db &db, const FinishRecovery &request, const Call &call) const
{
    const auto row = m_confirmations.find(db, Purpose::Recovery, request.confirmationId);
    if (!row)
        return Error::ofCode(code::ticketGone);
    if (const Result<Done> may = mayGuess(db, row->asked.value); !may)
        return may.error();
    const Result<Done> right = m_confirmations.check(db, *row, request.code);
    if (right)
        return *row;
    countGuess(db, guessesOf(row->asked.value), m_.clock.nowMs());
    const QJsonObject data{{"login"_L1, m_.audit.mark(row->asked.value)}, {"method"_L1, u"recovery"_s}};
    m_.audit.record(db, entryOf(audit::signInFailed, row->asked.user, call, data));
    return right.error();
}

boost::asio::awaitable<Result<QByteArray>> RecoveryMethods::hashOf(UserId user, QString password)
{
    const auto judging = [&](Db &db) {
        return passwordrules::strengthOf(
            password, passwordrules::contextOf(db, user), passwordrules::shortestOf(m_.settings));
    };
    const PasswordStrength strength = co_await m_.store.read(judging);
    if (!passwordrules::isGood(strength))
        co_return Error::ofCode(code::weakPassword, {}, {{"reasons"_L1, QJsonArray::fromStringList(strength.reasons)}});
    QByteArray text = password.normalized(QString::NormalizationForm_C).toUtf8();
    password.fill(u'\0');
    auto hashing = m_.hasher.hash(text);
    const Result<QByteArray> hash = co_await std::move(hashing);
    crypto::wipe(text);
    co_return hash;
}

boost::asio::awaitable<Result<SessionTokens>> RecoveryMethods::finish(const FinishRecovery &request, const Call &call)
{
    // The code first: whoever has none learns nothing about passwords, and a weak one costs no try.
    const auto judging = [&](Db &db) { return judged(db, request, call); };
    const Result<Confirmations::Row> row = co_await m_.store.write(judging);
    if (!row)
        co_return row.error();
    auto making = hashOf(row->asked.user.value_or(0), request.password);
    const Result<QByteArray> hash = co_await std::move(making);
    if (!hash)
        co_return hash.error();
    std::vector<SessionId> ended;
    const auto changing = [&](Db &db) { return recovered(db, request, *hash, call, ended); };
    Result<SessionTokens> tokens = co_await m_.store.write(changing);
    for (const SessionId &session : ended)
        m_.sessions.ended(session, passwordChangedReason);
    co_return tokens;
}

Result<SessionTokens> RecoveryMethods::recovered(
    Db &db, const FinishRecovery &request, const QByteArray &hash, const Call &call,
    std::vector<SessionId> &ended) const
{
    const Result<Confirmations::Row> row = judged(db, request, call); // a twin may have been first
    if (!row)
        return row.error();
    const std::optional<UserRow> user = userById(db, row->asked.user.value_or(0));
    // The address may have changed hands while we hashed: what proves nothing now binds nobody.
    if (!user || user->blocked || ownerOf(db, row->asked.value) != user->id)
        return Error::ofCode(code::ticketGone);
    const Result<QByteArray> key = sessionKeyOf(request.key);
    if (!key)
        return key.error();
    m_confirmations.end(db, *row);
    const NewSession session{
        .user = user->id,
        .key = *key,
        .remember = false,
        .device = request.device,
        .method = u"recovery"_s,
        .address = QString::fromLatin1(call.http.remoteAddress)};
    const PendingSignIn proven{
        .session = session, .newPassword = hash, .byPhone = row->asked.kind == Contact::Kind::Phone};
    if (SecondSteps::isNeeded(*user))
        return m_accounts.admit(db, *user, proven, call);
    replacePassword(db, user->id, hash, m_.clock);
    PasswordSignIn::forgetWrongPasswords(
        db, m_.audit, user->id); // failures with the old password are no reason to wait with the new one
    ended = m_.sessions.endAll(db, user->id, passwordChangedReason);
    tellContacts(db, m_.post, user->id, call.http, {.kind = letter::passwordChanged});
    m_.audit.record(db, entryOf(audit::recovered, user->id, call, {}));
    return m_accounts.admit(db, *user, proven, call);
}

} // namespace passport
