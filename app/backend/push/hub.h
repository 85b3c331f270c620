// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/push/pullchannels.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QString>
#include <chrono>
#include <deque>
#include <vector>

namespace passport {

class Clock;

/// What is published: `module_id`, `command`, `params` of wire.md 2.8.
struct PullMessage {
    QString module;
    QString command;
    QJsonObject params;
};

/// One connected listener: a websocket or a waiting long poll. Registered by itself with Hub::subscribe().
class Subscriber {
public:
    virtual ~Subscriber() = default;
    virtual void deliver(const QByteArray &frame) = 0; ///< A whole JSON-RPC frame; shared, not copied.
    virtual void close() = 0; ///< The right to listen is over: 4010 (wire.md 2.11).

    std::vector<ChannelId> channels;
    QByteArray sessionId; ///< Of the listening session; empty for guests.
    UserId user = 0; ///< 0 for guests.
};

/// Channels, their subscribers, and what was said in them lately. I/O thread only: publish after the transaction
/// has committed. Push is a doorbell; losing one can delay, never corrupt.
///
/// Ids of messages (`mid`) are 26 digits, the hub's start time and a counter, so they grow across restarts. A
/// subscriber that names its last one first gets what it missed, in order, with no gap and no double (wire.md 2.9).
class Hub {
public:
    Hub(const Clock &clock, const PullChannels &channels);
    ~Hub();
    Hub(const Hub &) = delete;
    Hub &operator=(const Hub &) = delete;

    static constexpr std::chrono::seconds defaultExpiry{86400}; ///< wire.md 2.8

    void publish(const ChannelId &channel, const PullMessage &message, std::chrono::seconds expiry = defaultExpiry);
    /// To a person, on every device that listens in this scope.
    void publishToUser(
        UserId user, const PullScope &scope, const PullMessage &message, std::chrono::seconds expiry = defaultExpiry);
    /// To the window that shows the code with this channelTag.
    void publishToGuest(QByteArrayView channelTag, const PullMessage &message, std::chrono::seconds expiry);
    /// To everybody who listens in this scope.
    void publishShared(const PullScope &scope, const PullMessage &message, std::chrono::seconds expiry = defaultExpiry);

    /// Says `passport / sessionEnded {reason}` to the session's own sockets, then closes them with 4010 (SR-43).
    void endSession(const SessionId &session, const QString &reason);
    /// Forgets a guest channel's history and closes its sockets with 4010: the ticket is over.
    void endGuest(QByteArrayView channelTag);

    /// Sends what came after `mid` (if it is one of ours) and goes on live; remove() before the subscriber dies.
    void subscribe(Subscriber &subscriber, QByteArrayView mid);
    void remove(Subscriber &subscriber);
    [[nodiscard]] bool isOnline(UserId user) const;
    /// Whether anybody listens at all: the ticket's window is connected.
    [[nodiscard]] qsizetype subscriberCount() const { return m_subscribers; }

private:
    struct Stored {
        QByteArray mid;
        QByteArray frame;
        std::chrono::system_clock::time_point expires;
    };
    struct Channel {
        std::vector<Subscriber *> subscribers;
        std::vector<Stored> history; ///< Oldest first.
    };

    const Clock &m_clock;
    const PullChannels &m_channels;
    QHash<ChannelId, Channel> m_byId;
    qsizetype m_subscribers = 0;
};

} // namespace passport
