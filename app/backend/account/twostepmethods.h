// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/account/accountparts.h"
#include "protocol/securityapi.h"

#include <QByteArray>
#include <boost/asio/awaitable.hpp>

namespace passport {

/// Turning the second step on and off: `passport.otp.setup`, `.enable`, `.disable`, `passport.recoverycodes.create`.
/// I/O thread.
class TwoStepMethods {
public:
    explicit TwoStepMethods(const AccountParts &parts)
        : m_(parts)
    {
    }

    void addTo(MethodTable &methods);

    boost::asio::awaitable<Result<OtpSecret>> setUp(const SetUpOtp &request, const Call &call);
    boost::asio::awaitable<Result<RecoveryCodes>> enable(const EnableOtp &request, const Call &call);
    boost::asio::awaitable<Result<Done>> disable(const DisableOtp &request, const Call &call);
    boost::asio::awaitable<Result<RecoveryCodes>> createCodes(const CreateRecoveryCodes &request, const Call &call);

private:
    struct FreshCodes;
    boost::asio::awaitable<Result<FreshCodes>> freshCodes();
    struct Confirmed;
    /// The secret that waits, if the code is of it. Errors of passport.otp.enable.
    [[nodiscard]] Result<Confirmed> confirmed(Db &db, const Call &call, const QString &code) const;
    /// The person's revision.
    [[nodiscard]] Result<qint64>
    turnOn(Db &db, const Call &call, const Confirmed &confirmed, const FreshCodes &codes) const;
    /// The person's revision, if he may have other recovery codes now. Errors: not_allowed, stepup_required.
    [[nodiscard]] Result<qint64> mayMakeCodes(Db &db, const Call &call) const;

    const AccountParts m_;
};

} // namespace passport
