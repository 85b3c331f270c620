// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/smscode.h"

#include <QDeadlineTimer>
#include <QStringList>
#include <optional>

namespace passport {

/// What the page of the second step shows; both ways of signing in lead to it.
struct SecondStepView {
    QStringList methods; ///< Of "totp", "sms", "recovery"; the first is offered first.
    std::optional<Error> error; ///< Of the last code.
    std::optional<QDeadlineTimer> busyUntil; ///< Nothing can be sent before.
    bool checking = false; ///< A code is on its way.
    SmsCode sms = {};
};

} // namespace passport
