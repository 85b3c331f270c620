// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/accounts.h"

#include "backend/core/crypto.h"
#include "backend/http/message.h"
#include "backend/identity/cookies.h"
#include "backend/identity/dpopcheck.h"
#include "backend/mail/readerlanguage.h"
#include "backend/rest/firstanswer.h"
#include "backend/store/store.h"
#include "protocol/base64url.h"
#include "protocol/errorcodes.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

const QString recoveryMethod = u"recovery"_s;
const QString passwordChangedReason = u"password_changed"_s;

PasswordAttempt attemptOf(const SignInByPassword &request, const Call &call)
{
    return {
        .login = request.login,
        .password = request.password,
        .device = request.device,
        .address = QString::fromLatin1(call.http.remoteAddress),
        .requestId = QString::fromLatin1(call.http.requestId),
        .line = call.http.line};
}

NewSession sessionOf(const SignInByPassword &request, UserId user, const QByteArray &key, const Call &call)
{
    return {
        .user = user,
        .key = key,
        .remember = request.remember,
        .device = request.device,
        .method = u"password"_s,
        .address = QString::fromLatin1(call.http.remoteAddress)};
}

SecondSteps::Submission submissionOf(const Call &call)
{
    return {
        .address = QString::fromLatin1(call.http.remoteAddress), .requestId = QString::fromLatin1(call.http.requestId)};
}

/// How that session was begun: "password", "qr", …
QString methodOf(Db &db, const SessionId &session)
{
    Rows rows = db.select("SELECT method FROM session WHERE id = ?"_L1, {session.toString()});
    return rows.next() ? rows.text(0) : QString();
}

} // namespace

Result<QByteArray> sessionKeyOf(const std::optional<QString> &text)
{
    if (!text)
        return QByteArray();
    const auto key = fromBase64Url(text->toLatin1(), 32);
    if (!key || !crypto::isUsableEd25519(*key))
        return Error::malformed(u"key: expected an Ed25519 public key"_s);
    return *key;
}

SessionId Accounts::beginSession(Db &db, const PendingSignIn &proven, const Call &call, Begun &begun) const
{
    const NewSession &session = proven.session;
    const SessionId id = m_.sessions.begin(db, session);
    rememberLanguage(db, session.user, call.http.header("accept-language"));
    m_.audit.record(
        db,
        {.event = audit::signedIn,
         .actor = session.user,
         .session = id.toString(),
         .address = session.address,
         .device = QStringList{session.device.name, session.device.os, session.device.app}.join(u", "_s),
         .requestId = QString::fromLatin1(call.http.requestId),
         .data = {{"method"_L1, session.method}}});
    begun = {.user = session.user, .session = id, .byQr = session.method == "qr"_L1};
    return id;
}

void Accounts::tell(const Begun &begun) const
{
    if (begun.byQr && m_qrSignedIn)
        m_qrSignedIn(begun.user, begun.session);
}

SessionTokens Accounts::begin(Db &db, const PendingSignIn &proven, const Call &call, Begun &begun) const
{
    // So that the first call with the bound token needs no second try.
    call.headers.push_back({"DPoP-Nonce", m_.dpop.freshNonce()});
    return m_.sessions.issue(db, beginSession(db, proven, call, begun), proven.portal);
}

QByteArray Accounts::beginCookie(Db &db, const PendingSignIn &proven, const Call &call, Begun &begun) const
{
    const QByteArray sid = m_.sessions.issueCookie(db, beginSession(db, proven, call, begun));
    call.headers.push_back({"Set-Cookie", Cookies::setCookie(sid, call.http, proven.session.remember)});
    return sid;
}

boost::asio::awaitable<Result<SessionTokens>> Accounts::signIn(const SignInByPassword &request, const Call &call)
{
    const Result<QByteArray> key = sessionKeyOf(request.key);
    if (!key)
        co_return key.error();
    auto weighing = m_.passwords.weigh(attemptOf(request, call));
    const Result<PasswordSignIn::Verdict> verdict = co_await std::move(weighing);
    if (!verdict)
        co_return verdict.error();
    const auto job = [&](Db &db) -> Result<SessionTokens> {
        const Result<UserRow> user = m_.passwords.settle(db, *verdict);
        if (!user)
            return user.error();
        return admit(db, *user, {.session = sessionOf(request, user->id, *key, call)}, call);
    };
    co_return co_await m_.store.write(job);
}

Result<SessionTokens> Accounts::admit(Db &db, const UserRow &user, const PendingSignIn &proven, const Call &call) const
{
    if (SecondSteps::isNeeded(user))
        return m_.secondSteps.begin(db, proven);
    Begun begun; // nobody is told: no QR code was in it
    return begin(db, proven, call, begun);
}

boost::asio::awaitable<Result<SmsSent>> Accounts::sendSms(const SendSignInSms &request, const Call &call)
{
    SecondSteps::Submission submission = submissionOf(call);
    submission.signInId = request.signInId;
    const PageLanguage language = languageOf(call.http.header("accept-language"));
    const auto job = [&](Db &db) { return m_.secondSteps.sendSms(db, submission, language); };
    co_return co_await m_.store.write(job);
}

boost::asio::awaitable<Result<Done>> Accounts::weigh(SecondSteps::Submission &submission, QString kind, QString code)
{
    const auto job = [&](Db &db) { return m_.secondSteps.personOf(db, submission); };
    const UserId person = co_await m_.store.read(job);
    auto weighing = m_.factors.weigh(person, kind, code);
    Result<Factors::Offered> offered = co_await std::move(weighing);
    if (!offered)
        co_return offered.error();
    submission.offered = std::move(*offered);
    co_return Done{};
}

boost::asio::awaitable<Result<SessionTokens>> Accounts::submitCode(const SubmitSignInCode &request, const Call &call)
{
    SecondSteps::Submission submission = submissionOf(call);
    submission.signInId = request.signInId;
    auto weighing = weigh(submission, request.kind, request.code);
    const Result<Done> weighed = co_await std::move(weighing);
    if (!weighed)
        co_return weighed.error();
    Begun begun;
    std::vector<SessionId> ended;
    const auto job = [&](Db &db) -> Result<SessionTokens> {
        const Result<PendingSignIn> proven = m_.secondSteps.submit(db, submission);
        if (!proven)
            return proven.error();
        if (proven->session.method == recoveryMethod) // its password holds from now on
            ended = m_.sessions.endAll(db, proven->session.user, passwordChangedReason);
        return begin(db, *proven, call, begun);
    };
    Result<SessionTokens> done = co_await m_.store.write(job);
    for (const SessionId &session : ended)
        m_.sessions.ended(session, passwordChangedReason);
    tell(begun);
    co_return done;
}

boost::asio::awaitable<Result<QByteArray>> Accounts::signInCookie(const SignInByPassword &request, const Call &call)
{
    auto weighing = m_.passwords.weigh(attemptOf(request, call));
    const Result<PasswordSignIn::Verdict> verdict = co_await std::move(weighing);
    if (!verdict)
        co_return verdict.error();
    Begun begun;
    const auto job = [&](Db &db) -> Result<QByteArray> {
        const Result<UserRow> user = m_.passwords.settle(db, *verdict);
        if (!user)
            return user.error();
        const PendingSignIn pending{.session = sessionOf(request, user->id, {}, call), .sid = call.caller.sid};
        if (SecondSteps::isNeeded(*user))
            return m_.secondSteps.begin(db, pending);
        return beginCookie(db, pending, call, begun);
    };
    co_return co_await m_.store.write(job);
}

boost::asio::awaitable<Result<QByteArray>> Accounts::signInCookieByCode(QString code, const Call &call)
{
    SecondSteps::Submission submission = submissionOf(call);
    submission.sid = call.caller.sid;
    auto weighing = weigh(submission, {}, code);
    const Result<Done> weighed = co_await std::move(weighing);
    if (!weighed)
        co_return weighed.error();
    Begun begun;
    const auto job = [&](Db &db) -> Result<QByteArray> {
        const Result<PendingSignIn> proven = m_.secondSteps.submit(db, submission);
        if (!proven)
            return proven.error();
        return beginCookie(db, *proven, call, begun);
    };
    Result<QByteArray> done = co_await m_.store.write(job);
    tell(begun);
    co_return done;
}

boost::asio::awaitable<Result<Done>> Accounts::signOut(const SignOut &, const Call &call)
{
    const SessionId session = call.caller.session;
    const auto job = [&](Db &db) {
        m_.audit.record(
            db,
            {.event = audit::signedOut,
             .actor = call.caller.user,
             .session = session.toString(),
             .address = QString::fromLatin1(call.http.remoteAddress),
             .requestId = QString::fromLatin1(call.http.requestId)});
        keepAnswer(db, call, Done{});
        return m_.sessions.end(db, session, u"signout"_s);
    };
    if (co_await m_.store.write(job))
        m_.sessions.ended(session, u"signout"_s);
    co_return Done{};
}

boost::asio::awaitable<Result<SessionTokens>> Accounts::issueTokens(const IssueTokens &request, const Call &call)
{
    if (!call.caller.isSignedIn())
        co_return Error::ofCode(code::noAuthFound);
    const Result<QByteArray> key = sessionKeyOf(request.key);
    if (!key)
        co_return key.error();
    NewSession session{
        .user = call.caller.user,
        .key = *key,
        .remember = request.remember,
        .device = request.device,
        .method = {},
        .address = QString::fromLatin1(call.http.remoteAddress)};
    Begun begun;
    const auto job = [&](Db &db) -> Result<SessionTokens> {
        session.method = methodOf(db, call.caller.session); // a session born from QR stays one (SR-18)
        if (!m_.sessions.end(db, call.caller.session, u"tokens_issued"_s))
            return Error::ofCode(code::noAuthFound); // a twin call was first
        return begin(db, {.session = session}, call, begun);
    };
    Result<SessionTokens> tokens = co_await m_.store.write(job);
    tell(begun);
    if (tokens) {
        m_.sessions.ended(call.caller.session, u"tokens_issued"_s);
        call.headers.push_back({"Set-Cookie", Cookies::clearCookie(call.http)});
    }
    co_return tokens;
}

} // namespace passport
