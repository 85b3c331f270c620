// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/account/accountparts.h"
#include "protocol/securityapi.h"

#include <boost/asio/awaitable.hpp>

namespace passport {

/// How the Passport is protected, and proving once more that one is its owner: `passport.security.get`,
/// `passport.stepup`. I/O thread.
class SecurityMethods {
public:
    explicit SecurityMethods(const AccountParts &parts)
        : m_(parts)
    {
    }

    void addTo(MethodTable &methods);

    boost::asio::awaitable<Result<SecuritySummary>> summary(const GetSecurity &request, const Call &call);
    boost::asio::awaitable<Result<SteppedUp>> stepUp(const StepUp &request, const Call &call);

private:
    boost::asio::awaitable<Result<SteppedUp>> byPassword(QString password, const Call &call);
    boost::asio::awaitable<Result<SteppedUp>> byCode(QString code, const Call &call);
    SteppedUp proven(Db &db, const Call &call, QLatin1StringView method) const;

    const AccountParts m_;
};

} // namespace passport
