// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/credentials.h"
#include "protocol/error.h"
#include "protocol/ids.h"

#include <QDeadlineTimer>
#include <QStringList>
#include <optional>
#include <variant>

/// What a sign-in by password can be in; see SignIn for the way between them.
namespace passport::signin {

struct Editing {
    std::optional<Error> error;
    std::optional<QDeadlineTimer> busyUntil; ///< With kind Busy: the button counts down to it.
};
struct Checking { };
struct CodeNeeded {
    SignInId signInId;
    QStringList methods; ///< "totp", "recovery", "sms".
    std::optional<Error> error; ///< wrong_code with triesLeft, or that the code could not be sent.
    std::optional<QDeadlineTimer> busyUntil;
};
struct CheckingCode {
    SignInId signInId;
    QStringList methods;
};
struct Finished {
    Credentials credentials;
};

using State = std::variant<Editing, Checking, CodeNeeded, CheckingCode, Finished>;

} // namespace passport::signin
