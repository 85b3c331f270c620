// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/core/hedgedworkers.h"
#include "protocol/result.h"

#include <QByteArray>
#include <atomic>
#include <boost/asio/awaitable.hpp>
#include <vector>

namespace passport {

/// What one Argon2id costs (SR-34). Stored inside each hash; a weaker stored one is replaced at the next sign-in.
struct HashCost {
    std::size_t memoryBytes = 64UL * 1024 * 1024;
    unsigned passes = 3;
};

/// Argon2id on threads of its own at nice 19: hashing takes what the websockets leave (architecture.md 4.3). Where
/// other programs keep the cores busy, nice 19 gets next to nothing (one hash took 18 s beside four busy loops): then
/// one more thread at ordinary priority does what has waited for `patience`. So at most (`threads` + 1) × memoryBytes
/// are in use; beyond the bounded queue a call is refused as `overloaded`.
class Hasher {
public:
    struct Options {
        HashCost cost = {};
        int threads = 0; ///< 0: one for each core.
        std::size_t maxQueued = 200;
        std::chrono::milliseconds patience{1000}; ///< Twelve times what a hash takes on a quiet core.
    };

    explicit Hasher(const Options &options);

    /// Exactly one hash, whatever is known: an empty `stored` (unknown login) costs the same and is false (SR-33).
    /// None, and `overloaded`, if nobody wants it any more when a thread is free for it.
    boost::asio::awaitable<Result<bool>>
    verify(QByteArray stored, QByteArray password, HedgedWorkers::Wanted isWanted = {});
    /// A new salted hash in libsodium's text form.
    boost::asio::awaitable<Result<QByteArray>> hash(QByteArray password);
    /// Argon2id of each of `secrets` with one salt (16 bytes), in one piece of work: recovery codes (SR-39).
    boost::asio::awaitable<Result<std::vector<QByteArray>>>
    derive(std::vector<QByteArray> secrets, QByteArray salt, HashCost cost);
    /// What derive() is to cost for fresh recovery codes, which have more bits than a password.
    [[nodiscard]] HashCost codeCost() const;
    [[nodiscard]] static QByteArray freshSalt();
    /// On the calling thread: subcommands and the demo people.
    [[nodiscard]] QByteArray hashNow(const QByteArray &password) const;

    void stop() { m_workers.stop(); } ///< Before the io_context of the callers is destroyed.

    [[nodiscard]] bool isOutdated(const QByteArray &stored) const; ///< Made with another cost.
    [[nodiscard]] qint64 hashesMade() const { return m_made; } ///< Since the start; metrics and SR-33's test.

private:
    const HashCost m_cost;
    const QByteArray m_nobody; // a well-formed hash that no password has
    mutable std::atomic<qint64> m_made = 0;
    HedgedWorkers m_workers;
};

} // namespace passport
