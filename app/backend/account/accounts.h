// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/account/passwordsignin.h"
#include "backend/account/secondsteps.h"
#include "backend/guard/audit.h"
#include "backend/rest/method.h"
#include "protocol/accountapi.h"
#include "protocol/signinapi.h"

#include <boost/asio/awaitable.hpp>
#include <functional>

namespace passport {

class DpopCheck;
class Store;

/// Signing in and out, and the person's own data (api.md 3): `passport.signin`, `.signin.code`, `.signout`,
/// `.tokens.issue`, `.profile.get`, and of the public wire `profile` and `main.authcode.loginByOtp`. I/O thread.
class Accounts {
public:
    /// Everything it works with; outlives it.
    struct Parts {
        Store &store;
        const Clock &clock;
        const Audit &audit;
        Sessions &sessions;
        DpopCheck &dpop;
        PasswordSignIn &passwords;
        SecondSteps &secondSteps;
        const Factors &factors;
        const ServerUrls &urls;
    };

    explicit Accounts(const Parts &parts)
        : m_(parts)
    {
    }

    void addTo(MethodTable &methods, ActionTable &actions);
    /// Called on the I/O thread when a sign-in that began with a QR code has ended here: behind a one-time code, or
    /// with a cookie session turned into tokens. The person's devices are to hear of it (SR-18).
    void onQrSignIn(std::function<void(UserId, const SessionId &)> listener) { m_qrSignedIn = std::move(listener); }

    boost::asio::awaitable<Result<SessionTokens>> signIn(const SignInByPassword &request, const Call &call);
    boost::asio::awaitable<Result<SessionTokens>> submitCode(const SubmitSignInCode &request, const Call &call);
    boost::asio::awaitable<Result<SmsSent>> sendSms(const SendSignInSms &request, const Call &call);
    boost::asio::awaitable<Result<Done>> signOut(const SignOut &request, const Call &call);
    boost::asio::awaitable<Result<SessionTokens>> issueTokens(const IssueTokens &request, const Call &call);
    boost::asio::awaitable<Result<Profile>> profile(const GetProfile &request, const Call &call);

    /// Signs the cookie session of a page in: by password, as the page at /auth/ does. The answer is the new sid,
    /// already in `call.headers`. Errors as passport.signin; after otp_required go on with signInCookieByCode().
    boost::asio::awaitable<Result<QByteArray>> signInCookie(const SignInByPassword &request, const Call &call);
    /// The code for the half signed-in cookie session of `call`. Errors as passport.signin.code.
    boost::asio::awaitable<Result<QByteArray>> signInCookieByCode(QString code, const Call &call);

    /// In the transaction that has proved who it is by other means than a password: tokens, or `otp_required`.
    Result<SessionTokens> admit(Db &db, const UserRow &user, const PendingSignIn &proven, const Call &call) const;

private:
    /// The session that a transaction has begun.
    struct Begun {
        UserId user = 0;
        SessionId session = {};
        bool byQr = false;
    };

    boost::asio::awaitable<Result<QJsonValue>> publicProfile(const QJsonObject &parameters, const Call &call);
    boost::asio::awaitable<Result<QJsonValue>> loginByOtp(const QJsonObject &parameters, const Call &call);
    /// The slow part of a code's check, before the transaction.
    boost::asio::awaitable<Result<Done>> weigh(SecondSteps::Submission &submission, QString kind, QString code);
    /// Tokens for a session whose every proof was right.
    SessionTokens begin(Db &db, const PendingSignIn &proven, const Call &call, Begun &begun) const;
    QByteArray beginCookie(Db &db, const PendingSignIn &proven, const Call &call, Begun &begun) const;
    SessionId beginSession(Db &db, const PendingSignIn &proven, const Call &call, Begun &begun) const;
    void tell(const Begun &begun) const;

    const Parts m_;
    std::function<void(UserId, const SessionId &)> m_qrSignedIn;
};

/// The 32 bytes of a `key` parameter; empty if none was given. Error: invalid_request for anything but a usable
/// Ed25519 key (api.md 1).
[[nodiscard]] Result<QByteArray> sessionKeyOf(const std::optional<QString> &text);

} // namespace passport
