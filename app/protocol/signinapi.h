// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/endpoint.h"
#include "protocol/person.h"
#include "protocol/tokens.h"

#include <QStringList>
#include <chrono>
#include <optional>

namespace passport {

/// What `otp_required` carries: go on with SubmitSignInCode (api.md 2, "second step").
struct SecondStep {
    SignInId signInId; ///< Lives 10 min, 5 tries.
    QStringList methods; ///< Of "totp", "recovery", "sms".

    /// Nothing if the error is no otp_required.
    static std::optional<SecondStep> fromError(const Error &error);
    [[nodiscard]] QJsonObject toJson() const; ///< The details of otp_required.
    bool operator==(const SecondStep &) const = default;
};

/// Signs in by login and password. One text and one path for an unknown login and a wrong password (SR-33).
/// Errors: wrong_credentials, otp_required (SecondStep), too_many (retryAfter).
struct SignInByPassword {
    using Response = SessionTokens;
    static constexpr QLatin1StringView method{"passport.signin"};
    static constexpr Auth auth = Auth::None;

    QString login; ///< Phone or e-mail.
    QString password;
    bool remember = false;
    Device device;
    std::optional<QString> key; ///< base64url Ed25519 key to bind the tokens to; our programs always send one.

    [[nodiscard]] QJsonObject toJson() const;
    static Result<SignInByPassword> fromJson(const QJsonObject &json);
    bool operator==(const SignInByPassword &) const = default;
};

/// A code by SMS is on its way.
struct SmsSent {
    std::chrono::seconds resendAfter{}; ///< Until another one may be asked for.
    std::chrono::seconds secondsLeft{}; ///< The code's life.

    static Result<SmsSent> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const SmsSent &) const = default;
};

/// Sends a code to the person's phone, for SubmitSignInCode of kind "sms". Beside what api.md names.
/// Errors: ticket_gone, not_allowed (no phone bound, or it was the first proof), too_many (retryAfter: 60 s since
/// the last one, up to an hour after five to one phone, in however many sign-ins).
struct SendSignInSms {
    using Response = SmsSent;
    static constexpr QLatin1StringView method{"passport.signin.sms"};
    static constexpr Auth auth = Auth::None;
    static constexpr bool changes = true;

    SignInId signInId;

    [[nodiscard]] QJsonObject toJson() const;
    static Result<SendSignInSms> fromJson(const QJsonObject &json);
    bool operator==(const SendSignInSms &) const = default;
};

/// The second step. The tokens are bound to the key of the first call. Errors: wrong_code (triesLeft), ticket_gone
/// (signInId too old or out of tries), too_many, not_allowed (a kind that this person has not).
struct SubmitSignInCode {
    using Response = SessionTokens;
    static constexpr QLatin1StringView method{"passport.signin.code"};
    static constexpr Auth auth = Auth::None;

    SignInId signInId;
    QString kind; ///< "totp", "recovery" or "sms".
    QString code;

    [[nodiscard]] QJsonObject toJson() const;
    static Result<SubmitSignInCode> fromJson(const QJsonObject &json);
    bool operator==(const SubmitSignInCode &) const = default;
};

/// Ends the session of the token it is called with; its tokens and sockets die at once.
struct SignOut {
    using Response = Done;
    static constexpr QLatin1StringView method{"passport.signout"};
    static constexpr Auth auth = Auth::Token;

    [[nodiscard]] QJsonObject toJson() const { return {}; }
    static Result<SignOut> fromJson(const QJsonObject &) { return SignOut{}; }
    bool operator==(const SignOut &) const = default;
};

/// Turns a signed-in cookie session into tokens and ends it.
struct IssueTokens {
    using Response = SessionTokens;
    static constexpr QLatin1StringView method{"passport.tokens.issue"};
    static constexpr Auth auth = Auth::Cookie;

    bool remember = false;
    Device device;
    std::optional<QString> key;

    [[nodiscard]] QJsonObject toJson() const;
    static Result<IssueTokens> fromJson(const QJsonObject &json);
    bool operator==(const IssueTokens &) const = default;
};

} // namespace passport
