// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/clock.h"
#include "backend/rest/firstanswer.h"

#include <QHash>
#include <QSet>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <memory>
#include <optional>

namespace passport {

class Store;

/// Remembers first answers of changing calls (api.md 1): the same caller, method and idempotencyKey within 24 h get the
/// first answer again. Answers that hold tokens stay in memory, for 60 s. Refusals are not remembered: nothing was
/// changed, and the next try may succeed. I/O thread.
class Idempotency {
public:
    Idempotency(Store &store, const Clock &clock);

    /// The call's name here: who, what, which. Anonymous callers share an address, so for them the whole request
    /// counts.
    static QByteArray
    nameOf(const Caller &caller, const QByteArray &address, const QString &method, const QJsonObject &parameters);

    /// The first answer, or nothing: then the caller does the work and calls finish() whatever comes of it. While a
    /// twin is at work this waits for it.
    boost::asio::awaitable<std::optional<QJsonValue>> begin(QByteArray name, Repeats repeats);
    /// For a handler that keeps its answer in the transaction of its change; those that change nothing, or whose change
    /// may well happen twice, leave it to remember().
    [[nodiscard]] FirstAnswer firstAnswer(const QByteArray &name, const Caller &caller) const
    {
        return {name, caller.user, m_clock.nowMs()};
    }
    boost::asio::awaitable<void> remember(QByteArray name, Repeats repeats, FirstAnswer &first, QJsonValue answer);
    void finish(const QByteArray &name);

private:
    struct Kept {
        QJsonValue answer;
        Clock::TimePoint until;
    };
    boost::asio::awaitable<std::optional<QJsonValue>> known(QByteArray name, Repeats repeats);

    Store &m_store;
    const Clock &m_clock;
    QHash<QByteArray, Kept> m_inMemory;
    QHash<QByteArray, std::shared_ptr<boost::asio::steady_timer>> m_running; // never expire; cancelled by finish()
};

} // namespace passport
