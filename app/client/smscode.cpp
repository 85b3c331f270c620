// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/smscode.h"

#include "client/signinrefusal.h"
#include "protocol/errorcodes.h"

namespace passport {

SmsCode afterAnswer(const SmsCode &before, const Result<SmsSent> &answer)
{
    if (answer)
        return {.asking = false, .sent = true, .resendAt = QDeadlineTimer(answer->resendAfter)};
    return {.asking = false, .sent = before.sent, .resendAt = busyUntil(answer.error()).value_or(QDeadlineTimer())};
}

std::optional<Error> smsTrouble(const SmsCode &before, const Result<SmsSent> &answer)
{
    if (answer || (before.sent && answer.error().code == code::tooMany))
        return std::nullopt;
    return answer.error();
}

} // namespace passport
