// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/contact.h"
#include "protocol/endpoint.h"
#include "protocol/person.h"
#include "protocol/tokens.h"

#include <chrono>
#include <optional>

namespace passport {

/// A code went to the login, if somebody has it: nobody learns whether (SR-33).
struct RecoveryStarted {
    ConfirmationId confirmationId;
    std::chrono::seconds resendAfter{};
    /// What takes codes to such logins (mail or SMS) can't be reached at the moment. It says nothing of this login: it
    /// is known from letters that go out whoever asks, never from those of recoveries, which only known logins have.
    bool delayed = false;

    static Result<RecoveryStarted> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const RecoveryStarted &) const = default;
};

/// "Forgot the password": sends a code to the phone or e-mail that is the login. Only the newest one counts.
/// Errors: too_many (also for up to a day after 15 wrong codes), alike for known and unknown logins.
struct StartRecovery {
    using Response = RecoveryStarted;
    static constexpr QLatin1StringView method{"passport.recovery.start"};
    static constexpr Auth auth = Auth::None;
    static constexpr bool changes = true;

    QString login;

    [[nodiscard]] QJsonObject toJson() const { return {{QLatin1StringView("login"), login}}; }
    static Result<StartRecovery> fromJson(const QJsonObject &json);
    bool operator==(const StartRecovery &) const = default;
};

/// A new password by that code; every other session ends. Where two-step is on it is asked for as ever.
/// After one by phone it takes no SMS. Errors: wrong_code {triesLeft}, ticket_gone, too_many (see StartRecovery),
/// weak_password {reasons[]}, otp_required (SecondStep).
struct FinishRecovery {
    using Response = SessionTokens;
    static constexpr QLatin1StringView method{"passport.recovery.finish"};
    static constexpr Auth auth = Auth::None;
    static constexpr bool changes = true;

    ConfirmationId confirmationId;
    QString code;
    QString password;
    Device device;
    std::optional<QString> key; ///< As of SignInByPassword.

    [[nodiscard]] QJsonObject toJson() const;
    static Result<FinishRecovery> fromJson(const QJsonObject &json);
    bool operator==(const FinishRecovery &) const = default;
};

} // namespace passport
