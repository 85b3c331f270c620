// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/signinrefusal.h"

#include "protocol/errorcodes.h"

namespace passport {

std::optional<QDeadlineTimer> busyUntil(const Error &error)
{
    if (error.kind != Error::Kind::Busy || !error.retryAfter)
        return std::nullopt;
    return QDeadlineTimer(*error.retryAfter, Qt::CoarseTimer);
}

bool endsSecondStep(const Error &error)
{
    return error.kind == Error::Kind::NotFound || error.code == code::used
        || (error.code == code::wrongCode && error.triesLeft() == 0);
}

} // namespace passport
