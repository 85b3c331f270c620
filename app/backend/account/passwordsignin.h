// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/account/failures.h"
#include "backend/account/users.h"
#include "backend/clock.h"
#include "protocol/person.h"
#include "protocol/result.h"

#include <QByteArray>
#include <QSet>
#include <boost/asio/awaitable.hpp>
#include <memory>
#include <optional>

namespace passport {

class Audit;
class CallerLine;
class Db;
class Hasher;
class ServerSettings;
class Store;

/// Somebody tries a login and a password.
struct PasswordAttempt {
    QString login;
    QString password;
    Device device; ///< Together with the network it tells a known device from a stranger's.
    QString address;
    QString requestId;
    std::shared_ptr<const CallerLine> line = {}; ///< Whoever hangs up before his turn costs no hash.
};

/// Checks passwords: one path and exactly one Argon2id for unknown and known logins, right and wrong passwords, blocked
/// accounts and running delays (SR-33); slows guessing down per login, device and address (SR-36).
class PasswordSignIn {
public:
    PasswordSignIn(Store &store, Hasher &hasher, const Clock &clock, const Audit &audit, const ServerSettings &settings)
        : m_store(store)
        , m_hasher(hasher)
        , m_clock(clock)
        , m_audit(audit)
        , m_settings(settings)
    {
    }

    /// What the hash said, before anything is counted. Opaque: settle() makes sense of it.
    struct Verdict {
        PasswordAttempt attempt; ///< The password is wiped.
        std::optional<UserRow> user;
        bool right = false;
        QByteArray betterHash; ///< Of a right password whose stored hash has another cost (SR-34).
    };
    /// Reads the account and hashes once. An address that has used up its failures has no attempt during its delay and
    /// one at a time after it, refused before anything is hashed: it cannot take the hashing threads from everybody
    /// else, and it learns nothing of a login. Errors: overloaded (too many wait for a hash), too_many (retryAfter).
    /// I/O thread.
    boost::asio::awaitable<Result<Verdict>> weigh(PasswordAttempt attempt);

    /// In the transaction that signs in: refuses, counts, writes the audit. Delays are judged here again, so that
    /// parallel guesses gain nothing. Errors: wrong_credentials; too_many (retryAfter) for known and unknown logins
    /// alike.
    Result<UserRow> settle(Db &db, const Verdict &verdict) const;

    // `audit` says under which mark the failures with a login are counted.

    /// A hundred failures in a row have closed the password to devices that the person has not used yet (SR-36).
    [[nodiscard]] static bool isClosed(Db &db, const Audit &audit, UserId user);
    /// Forgets all failures with a person's logins, devices and codes: `user unblock`.
    static void reopen(Db &db, const Audit &audit, UserId user);
    /// Those with his password alone: after it was replaced. Guessed codes stay counted.
    static void forgetWrongPasswords(Db &db, const Audit &audit, UserId user);

private:
    /// What an address may do now.
    struct Access {
        std::optional<UserRow> user;
        std::optional<std::chrono::seconds> wait;
        bool crowded = false; ///< Its failures are used up: one at a time.
    };
    class Turn;
    struct Scopes {
        FailureScope account; ///< Of the login, or of the device if it is known: its own allowance.
        FailureScope address;
        QByteArray deviceMark;
        bool knownDevice = false;
    };
    [[nodiscard]] FailureScope addressScope(const QString &address) const;
    [[nodiscard]] Scopes scopesOf(Db &db, const Verdict &verdict) const;
    boost::asio::awaitable<Result<Done>> verify(Verdict &verdict, QByteArray password);
    void refuse(Db &db, const Verdict &verdict, QLatin1StringView reason) const;

    Store &m_store;
    Hasher &m_hasher;
    const Clock &m_clock;
    const Audit &m_audit;
    const ServerSettings &m_settings;
    QSet<QString> m_turns; // crowded addresses with an attempt under way
};

} // namespace passport
