// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/endpoint.h"
#include "protocol/ids.h"

#include <QDateTime>
#include <QStringList>
#include <chrono>
#include <optional>
#include <vector>

namespace passport {

/// How the Passport is protected, as its owner sees it. Beside what api.md names.
struct SecuritySummary {
    bool twoStep = false; ///< One-time codes by an authenticator are on.
    int recoveryCodesLeft = 0; ///< Of ten; 0 while two-step is off.
    bool sms = false; ///< A phone is bound, so a code by SMS can stand in for the authenticator's.
    QStringList stepUpMethods; ///< What StepUp takes from this session: "password", "totp", "recovery".
    std::chrono::seconds stepUpLeft{}; ///< How long this session's last StepUp still counts.
    std::optional<QDateTime> passwordChangedAt; ///< None: never since it was made.

    static Result<SecuritySummary> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const SecuritySummary &) const = default;
};

struct GetSecurity {
    using Response = SecuritySummary;
    static constexpr QLatin1StringView method{"passport.security.get"};
    static constexpr Auth auth = Auth::Token;

    [[nodiscard]] QJsonObject toJson() const { return {}; }
    static Result<GetSecurity> fromJson(const QJsonObject &) { return GetSecurity{}; }
    bool operator==(const GetSecurity &) const = default;
};

/// Why a password is refused or weak; reasons are of these words.
namespace passwordreason {
inline constexpr QLatin1StringView tooShort("too_short"); ///< Fewer than 8 characters (SR-35), or what the server says.
inline constexpr QLatin1StringView tooLong("too_long"); ///< More than 128.
inline constexpr QLatin1StringView common("common"); ///< In every list of passwords, or a word with a trick.
inline constexpr QLatin1StringView context("context"); ///< Made of one's name, address, portal, or our own name.
inline constexpr QLatin1StringView keyboard("keyboard"); ///< Neighbouring keys.
inline constexpr QLatin1StringView repeated("repeated");
inline constexpr QLatin1StringView sequence("sequence"); ///< abcd, 4321
inline constexpr QLatin1StringView date("date");
inline constexpr QLatin1StringView guessable("guessable"); ///< None of these, and still too few guesses.
inline constexpr QLatin1StringView same("same"); ///< It is the present one.
} // namespace passwordreason

/// How strong a password is, by zxcvbn.
struct PasswordStrength {
    static constexpr int lowestAccepted = 2; ///< Weaker ones are refused with weak_password.

    int score = 0; ///< 0…4
    QStringList reasons; ///< What makes it weak; of a password good enough, nothing.

    static Result<PasswordStrength> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const PasswordStrength &) const = default;
};

/// Judges a password while it is typed. Nothing of it is kept. Errors: too_many.
struct CheckPassword {
    using Response = PasswordStrength;
    static constexpr QLatin1StringView method{"passport.password.check"};
    static constexpr Auth auth = Auth::Token;

    QString password;

    [[nodiscard]] QJsonObject toJson() const { return {{QLatin1StringView("password"), password}}; }
    static Result<CheckPassword> fromJson(const QJsonObject &json);
    bool operator==(const CheckPassword &) const = default;
};

/// Changes the password; it holds in every portal from then on. This session goes on.
/// Errors: wrong_credentials (the current one), too_many, weak_password {reasons[]}, stepup_required (SR-18).
struct ChangePassword {
    using Response = Done;
    static constexpr QLatin1StringView method{"passport.password.change"};
    static constexpr Auth auth = Auth::Token;
    static constexpr bool changes = true;

    QString current;
    QString newPassword; ///< "new" on the wire.
    bool signOutOthers = true;

    [[nodiscard]] QJsonObject toJson() const;
    static Result<ChangePassword> fromJson(const QJsonObject &json);
    bool operator==(const ChangePassword &) const = default;
};

/// A secret for an authenticator, not yet in force.
struct OtpSecret {
    QString secret; ///< base32, to be typed.
    QString uri; ///< otpauth://…, to be drawn as a QR code by the client itself.

    static Result<OtpSecret> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const OtpSecret &) const = default;
};

/// Makes a fresh secret; the one before that was never confirmed is void. Errors: stepup_required, not_allowed (it is
/// on).
struct SetUpOtp {
    using Response = OtpSecret;
    static constexpr QLatin1StringView method{"passport.otp.setup"};
    static constexpr Auth auth = Auth::Token;
    static constexpr bool changes = true;

    [[nodiscard]] QJsonObject toJson() const { return {}; }
    static Result<SetUpOtp> fromJson(const QJsonObject &) { return SetUpOtp{}; }
    bool operator==(const SetUpOtp &) const = default;
};

/// Ten codes, "xxxx-xxxx", each good once. Shown this one time only (SR-39).
struct RecoveryCodes {
    QStringList recoveryCodes;

    static Result<RecoveryCodes> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const RecoveryCodes &) const = default;
};

/// Confirms the secret by a code of it and turns two-step on. Errors: wrong_code {triesLeft}, ticket_gone (no setup
/// waits, or too old), stepup_required.
struct EnableOtp {
    using Response = RecoveryCodes;
    static constexpr QLatin1StringView method{"passport.otp.enable"};
    static constexpr Auth auth = Auth::Token;
    static constexpr bool changes = true;

    QString code;

    [[nodiscard]] QJsonObject toJson() const { return {{QLatin1StringView("code"), code}}; }
    static Result<EnableOtp> fromJson(const QJsonObject &json);
    bool operator==(const EnableOtp &) const = default;
};

/// Turns two-step off; its recovery codes die. Errors: stepup_required (a factor, not the password), not_allowed (it
/// is off).
struct DisableOtp {
    using Response = Done;
    static constexpr QLatin1StringView method{"passport.otp.disable"};
    static constexpr Auth auth = Auth::Token;
    static constexpr bool changes = true;

    [[nodiscard]] QJsonObject toJson() const { return {}; }
    static Result<DisableOtp> fromJson(const QJsonObject &) { return DisableOtp{}; }
    bool operator==(const DisableOtp &) const = default;
};

/// Ten new codes; the old ones die. Errors: stepup_required, not_allowed (two-step is off).
struct CreateRecoveryCodes {
    using Response = RecoveryCodes;
    static constexpr QLatin1StringView method{"passport.recoverycodes.create"};
    static constexpr Auth auth = Auth::Token;
    static constexpr bool changes = true;

    [[nodiscard]] QJsonObject toJson() const { return {}; }
    static Result<CreateRecoveryCodes> fromJson(const QJsonObject &) { return CreateRecoveryCodes{}; }
    bool operator==(const CreateRecoveryCodes &) const = default;
};

/// How long a proof counts.
struct SteppedUp {
    std::chrono::seconds secondsLeft{}; ///< 300 at first.

    static Result<SteppedUp> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const SteppedUp &) const = default;
};

/// Proves once more, for this session and 5 minutes, that it is the owner who asks (SR-40): by the password, or by a
/// code of the authenticator or a recovery code. `stepup_required {methods[]}` says which of them will do.
/// Errors: wrong_credentials, wrong_code {triesLeft}, too_many, not_allowed (a proof that this person has not).
struct StepUp {
    using Response = SteppedUp;
    static constexpr QLatin1StringView method{"passport.stepup"};
    static constexpr Auth auth = Auth::Token;

    std::optional<QString> password; ///< One of the two.
    std::optional<QString> code;

    /// What `stepup_required` asks for: "password", "totp", "recovery". Empty if the error is none.
    [[nodiscard]] static QStringList methodsOf(const Error &error);
    [[nodiscard]] QJsonObject toJson() const;
    static Result<StepUp> fromJson(const QJsonObject &json);
    bool operator==(const StepUp &) const = default;
};

/// One portal that keeps a Passport from being deleted.
struct BindingPortal {
    PortalId memberId;
    QString title;

    static Result<BindingPortal> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const BindingPortal &) const = default;
};

/// Deletes the Passport, for ever: sessions, contacts, photo, codes. Its tokens are then refused as invalid_token
/// {reason: deleted}, for 30 days, so that a repeat whose first answer got lost, and every other device, hears of it.
/// Errors: portals_bound (any portal at all), wrong_credentials, too_many, stepup_required (SR-18).
struct DeletePassport {
    using Response = Done;
    static constexpr QLatin1StringView method{"passport.delete"};
    static constexpr Auth auth = Auth::Token;
    static constexpr bool changes = true;

    QString password;

    /// As which sessions end with it.
    static constexpr QLatin1StringView reason{"deleted"};
    /// Whether a call was refused because its Passport is deleted: whichever call it was, it is done.
    [[nodiscard]] static bool isDone(const Error &error);
    /// What portals_bound carries; empty if the error is none.
    [[nodiscard]] static std::vector<BindingPortal> portalsOf(const Error &error);
    [[nodiscard]] QJsonObject toJson() const { return {{QLatin1StringView("password"), password}}; }
    static Result<DeletePassport> fromJson(const QJsonObject &json);
    bool operator==(const DeletePassport &) const = default;
};

} // namespace passport
