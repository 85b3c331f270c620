// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/account/users.h"
#include "backend/clock.h"
#include "backend/rest/method.h"
#include "protocol/result.h"

#include <boost/asio/awaitable.hpp>

namespace passport {

class Audit;
class Hasher;
class ServerSettings;
class Store;

/// Checks the password of somebody who is signed in already: before a change, or as a step-up. Failures in a row cost
/// delays of their own (SR-36), so that whoever holds a stolen session cannot guess, and cannot lock the owner's
/// sign-in either.
class OwnerProof {
public:
    OwnerProof(Store &store, Hasher &hasher, const Clock &clock, const Audit &audit, const ServerSettings &settings)
        : m_store(store)
        , m_hasher(hasher)
        , m_clock(clock)
        , m_audit(audit)
        , m_settings(settings)
    {
    }

    /// What the hash said, before anything is counted; settle() makes sense of it.
    struct Verdict {
        UserRow user;
        bool right = false;
    };
    /// Hashes once. Errors: overloaded, invalid_token (the person is gone).
    boost::asio::awaitable<Result<Verdict>> weigh(UserId user, QString password) const;
    /// In the transaction of the change. Errors: wrong_credentials, too_many (retryAfter).
    [[nodiscard]] Result<UserRow> settle(Db &db, const Verdict &verdict, const Call &call) const;

private:
    Store &m_store;
    Hasher &m_hasher;
    const Clock &m_clock;
    const Audit &m_audit;
    const ServerSettings &m_settings;
};

} // namespace passport
