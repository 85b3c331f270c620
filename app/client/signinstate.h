// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/credentials.h"
#include "client/smscode.h"
#include "protocol/error.h"
#include "protocol/ids.h"

#include <QDeadlineTimer>
#include <QStringList>
#include <optional>
#include <variant>

/// What a sign-in by password can be in; see SignIn for the way between them.
namespace passport::signin {

/// What a sign-in on its way keeps for its end.
struct Pending {
    std::shared_ptr<const DeviceKey> key; ///< Made for this sign-in; the tokens will be bound to it.
    bool remember = false;
};

struct Editing {
    std::optional<Error> error;
    std::optional<QDeadlineTimer> busyUntil; ///< With kind Busy: the button counts down to it.
};
struct Checking {
    Pending pending;
};
struct CodeNeeded {
    SignInId signInId;
    QStringList methods; ///< "totp", "recovery", "sms".
    std::optional<Error> error; ///< wrong_code with triesLeft, or that the code could not be sent.
    std::optional<QDeadlineTimer> busyUntil;
    Pending pending;
    SmsCode sms = {};
};
struct CheckingCode {
    SignInId signInId;
    QStringList methods;
    Pending pending;
    SmsCode sms = {};
};
struct Finished {
    Credentials credentials;
};

using State = std::variant<Editing, Checking, CodeNeeded, CheckingCode, Finished>;

} // namespace passport::signin
