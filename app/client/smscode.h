// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/signinapi.h"

#include <QDeadlineTimer>
#include <optional>

namespace passport {

/// What has become of the code by SMS in one second step.
struct SmsCode {
    bool asking = false; ///< The server is being asked to send one.
    bool sent = false; ///< One has left that this second step takes.
    QDeadlineTimer resendAt = {}; ///< Before that no other one can be asked for.
};

/// After the server's answer to the wish for one.
[[nodiscard]] SmsCode afterAnswer(const SmsCode &before, const Result<SmsSent> &answer);

/// What to tell the person of that answer. Nothing if it was only too early for another one: the first is on its way,
/// and the time counts down. Without a first one it is a refusal: that of another sign-in is not taken here.
[[nodiscard]] std::optional<Error> smsTrouble(const SmsCode &before, const Result<SmsSent> &answer);

} // namespace passport
