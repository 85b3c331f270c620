// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/account/accountparts.h"
#include "protocol/securityapi.h"

#include <boost/asio/awaitable.hpp>

namespace passport {

/// `passport.password.check` and `.change`, and the end of everything: `passport.delete`. I/O thread.
class PasswordMethods {
public:
    explicit PasswordMethods(const AccountParts &parts)
        : m_(parts)
    {
    }

    void addTo(MethodTable &methods);

    boost::asio::awaitable<Result<PasswordStrength>> check(const CheckPassword &request, const Call &call);
    boost::asio::awaitable<Result<Done>> change(const ChangePassword &request, const Call &call);
    boost::asio::awaitable<Result<Done>> deletePassport(const DeletePassport &request, const Call &call);

private:
    struct Changed;
    boost::asio::awaitable<PasswordStrength> strengthOf(UserId user, QString password);
    [[nodiscard]] std::vector<SessionId> endOthers(Db &db, const Caller &caller) const;

    const AccountParts m_;
};

} // namespace passport
