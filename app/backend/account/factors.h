// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/clock.h"
#include "protocol/ids.h"
#include "protocol/result.h"

#include <QByteArray>
#include <QString>
#include <boost/asio/awaitable.hpp>

namespace passport {

class Db;
class Hasher;
class Store;
struct UserRow;

/// Codes of a person's second factor, at sign-in and as a step-up: the authenticator's, each step once (SR-37), and
/// recovery codes, each once (SR-39). Wrong ones in a row cost delays, whatever they were typed for, and a day has room
/// for 20 of them.
class Factors {
public:
    Factors(Store &store, Hasher &hasher, const Clock &clock)
        : m_store(store)
        , m_hasher(hasher)
        , m_clock(clock)
    {
    }

    /// A code on its way to settle().
    struct Offered {
        QString kind; ///< "totp" or "recovery"; anything else is not_allowed.
        QString code;
        QByteArray recoveryHash = {}; ///< Of a recovery code, if the person has any.
    };
    /// Does the slow part, outside of transactions. An empty `kind` is told by the form of the code. Error: overloaded.
    boost::asio::awaitable<Result<Offered>> weigh(UserId user, QString kind, QString code) const;
    /// In a write transaction; uses the code up. Errors: wrong_code (counted), too_many (retryAfter), not_allowed (a
    /// kind that the person has not).
    [[nodiscard]] Result<Done> settle(Db &db, const UserRow &user, const Offered &offered) const;

    /// A wrong code of another kind (SMS) in the same row of failures.
    void countWrong(Db &db, UserId user) const;
    /// Error too_many while a delay runs, and after 20 wrong ones within 24 hours (DailyGuesses).
    [[nodiscard]] Result<Done> mayTry(Db &db, UserId user) const;
    /// The row of failures; those of the day stay counted.
    void forgetWrong(Db &db, UserId user) const;
    /// All of them: `user unblock`.
    static void reopen(Db &db, UserId user);
    /// How many wrong ones are free until delays begin.
    [[nodiscard]] int triesLeft(Db &db, UserId user) const;

private:
    [[nodiscard]] bool isRight(Db &db, const UserRow &user, const Offered &offered) const;

    Store &m_store;
    Hasher &m_hasher;
    const Clock &m_clock;
};

namespace factor {
inline constexpr QLatin1StringView totp("totp");
inline constexpr QLatin1StringView recovery("recovery");
inline constexpr QLatin1StringView sms("sms");
} // namespace factor

} // namespace passport
