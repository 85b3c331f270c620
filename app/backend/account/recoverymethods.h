// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/account/accountparts.h"
#include "backend/account/confirmations.h"
#include "protocol/recoveryapi.h"

#include <boost/asio/awaitable.hpp>

namespace passport {

class Accounts;
struct DailyGuesses;

/// A forgotten password: `passport.recovery.start` and `.finish`. One path and one answer whether somebody has the
/// login or nobody (SR-33). I/O thread.
class RecoveryMethods {
public:
    RecoveryMethods(const AccountParts &parts, const Confirmations &confirmations, Accounts &accounts)
        : m_(parts)
        , m_confirmations(confirmations)
        , m_accounts(accounts)
    {
    }

    void addTo(MethodTable &methods);

    boost::asio::awaitable<Result<RecoveryStarted>> start(const StartRecovery &request, const Call &call);
    boost::asio::awaitable<Result<SessionTokens>> finish(const FinishRecovery &request, const Call &call);

private:
    [[nodiscard]] Result<Done> mayAsk(const QString &login, const Call &call) const;
    [[nodiscard]] DailyGuesses guessesOf(const QString &login) const;
    /// Error too_many after 15 wrong codes within 24 hours, whoever asked for them.
    [[nodiscard]] Result<Done> mayGuess(Db &db, const QString &login) const;
    /// Whose code it is, if it is right; counts it if it is wrong. Errors: ticket_gone, wrong_code, too_many.
    [[nodiscard]] Result<Confirmations::Row> judged(Db &db, const FinishRecovery &request, const Call &call) const;
    /// Hashes a new password that is good. Errors: weak_password, overloaded.
    boost::asio::awaitable<Result<QByteArray>> hashOf(UserId user, QString password);
    [[nodiscard]] Result<SessionTokens> recovered(
        Db &db, const FinishRecovery &request, const QByteArray &hash, const Call &call,
        std::vector<SessionId> &ended) const;

    const AccountParts m_;
    const Confirmations &m_confirmations;
    Accounts &m_accounts;
};

} // namespace passport
