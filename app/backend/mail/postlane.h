// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/core/workers.h"
#include "backend/mail/carrier.h"

#include <QSet>
#include <boost/asio/awaitable.hpp>
#include <functional>
#include <memory>
#include <optional>

namespace passport {

class Store;

/// Brings the letters of one means to their server, one after another, oldest first. A server that fails is asked again
/// after 2, 4, 8 … 300 s with one letter, another one each time; a letter that is put off alone comes again after 1, 2,
/// 4 … 60 min. A letter that is secret (isSecret) changes nothing of that: it is put off alone when its server fails,
/// and its success is no sign for others; otherwise whoever asks for two codes, one for himself, would see in the first
/// moments of an outage whether the other was sent. A program that dies between the server's yes and our note of it
/// sends that letter twice, under the same Message-ID. I/O thread.
class PostLane {
public:
    struct Parts {
        Store &store;
        const Clock &clock;
        const PostOffice &office;
        std::function<void(const QByteArray &)> log; ///< One line about what went wrong, or right again.
    };
    /// For the administrator.
    struct Health {
        int waiting = 0;
        qint64 delivered = 0;
        qint64 refused = 0;
        qint64 failures = 0; ///< Deliveries in vain that will be tried again.
        std::optional<QString> problem; ///< Why nothing goes out at the moment.
    };

    PostLane(Parts parts, Means means, std::unique_ptr<Carrier> carrier);

    /// Until finish(); spawn it on the io_context.
    boost::asio::awaitable<void> watch();
    /// Takes no other letter; a delivery that waits gives up within a second.
    void finish();
    [[nodiscard]] bool isBusy() const { return m_busy; } ///< Between taking a letter and noting what became of it.
    [[nodiscard]] const Health &health() const { return m_health; }
    /// Ends the thread. After the I/O thread has ended.
    void stop();

private:
    boost::asio::awaitable<void> round();
    boost::asio::awaitable<void> bring(const QueuedLetter &letter);
    boost::asio::awaitable<void> note(const QueuedLetter &letter, const Delivery &delivery);
    void noteProblem(const QString &reason); // for the administrator
    void pause(); // for everybody
    void clearProblem(bool secret);
    void say(const QString &sentence) const;

    const Parts m_;
    const Means m_means;
    const std::unique_ptr<Carrier> m_carrier;
    Workers m_thread{{.threads = 1}};
    Health m_health;
    QSet<qint64> m_delivered; // and not yet removed, because the database failed: never again
    int m_failuresInARow = 0;
    Clock::TimePoint m_pausedUntil{};
    bool m_busy = false;
    bool m_finishing = false;
};

} // namespace passport
