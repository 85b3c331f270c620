// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/clock.h"
#include "backend/mail/letter.h"

#include <QByteArray>
#include <atomic>
#include <vector>

namespace passport {

class Db;
class Secrets;

/// By which way a letter goes.
enum class Means { Mail, Sms };

/// A letter in the queue.
struct QueuedLetter {
    qint64 id = 0;
    Letter letter;
    int tries = 0; ///< In vain, so far.
    Clock::TimePoint queuedAt;
};

/// The queue of letters. Posting is a row in the caller's transaction: a letter exists exactly if the change exists
/// that it tells of, and survives whatever happens to the program before it is delivered. Any thread.
class PostOffice {
public:
    PostOffice(const Clock &clock, const Secrets &secrets);

    /// Throws StoreError.
    void post(Db &db, const Letter &letter) const;
    /// Whether letters to such addresses wait because their server can't be reached; the postman says so, by letters
    /// that are no secret. A quarter of an hour after the last of them it is not known any more.
    [[nodiscard]] bool isHeldUp(const QString &address) const;
    void setHeldUp(Means means, bool heldUp) const;

    // What the postman does with it. Each throws StoreError.

    /// Those whose turn has come, oldest first, at most `most`. Those that are no longer worth it are dropped before.
    std::vector<QueuedLetter> due(Db &db, Means means, int most) const;
    /// How many there are, due or not.
    [[nodiscard]] int waiting(Db &db, Means means) const;
    /// Delivered, or refused for good.
    static void remove(Db &db, qint64 id);
    /// Its turn comes again after `pause`.
    void putOff(Db &db, qint64 id, std::chrono::seconds pause) const;
    /// Its turn comes again after those that wait already; that is no try of its own.
    void putBehind(Db &db, qint64 id) const;

private:
    [[nodiscard]] Letter opened(const QByteArray &sealed) const;

    const Clock &m_clock;
    const QByteArray m_key;
    mutable std::atomic<qint64> m_mailHeldUp = 0; // until when; Unix milliseconds
    mutable std::atomic<qint64> m_smsHeldUp = 0;
};

} // namespace passport
