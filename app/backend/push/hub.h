// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/push/listenrights.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QSet>
#include <QString>
#include <chrono>
#include <deque>
#include <optional>
#include <vector>

namespace passport {

/// What is published: `module_id`, `command`, `params` of wire.md 2.8.
struct PullMessage {
    QString module;
    QString command;
    QJsonObject params = {};
};

/// One connected listener: a websocket or a waiting long poll. Registered by itself with Hub::subscribe().
class Subscriber {
public:
    virtual ~Subscriber() = default;
    virtual void deliver(const QByteArray &frame) = 0; ///< A whole JSON-RPC frame; shared, not copied.
    virtual void close() = 0; ///< The right to listen is over: 4010 (wire.md 2.11).

    ListenRight right;

private:
    friend class Hub;
    std::size_t m_index = 0; ///< In the hub's list of all.
};

/// Channels, their subscribers, and what was said in them lately. I/O thread only: publish after the transaction
/// has committed. Push is a doorbell; losing one can delay, never corrupt.
///
/// Ids of messages (`mid`) are 26 digits, the hub's start time and a counter, so they grow across restarts. A
/// subscriber that names its last one first gets what it missed, in order, with no gap and no double (wire.md 2.9).
class Hub {
public:
    Hub(const Clock &clock, const PullChannels &channels, ListenRights &rights);
    Hub(const Hub &) = delete;
    Hub &operator=(const Hub &) = delete;

    static constexpr std::chrono::seconds defaultExpiry{86400}; ///< wire.md 2.8
    static constexpr std::size_t mostInChannel = 256; ///< Of one channel's history, oldest dropped.
    static constexpr qsizetype mostBytes = 64 * 1024 * 1024; ///< Of all histories.

    void publish(const ChannelId &channel, const PullMessage &message, std::chrono::seconds expiry = defaultExpiry);
    /// To a person, on every device that listens in this scope.
    void publishToUser(
        UserId user, const PullScope &scope, const PullMessage &message, std::chrono::seconds expiry = defaultExpiry);
    /// To the window that shows the code with this channelTag.
    void publishToGuest(QByteArrayView channelTag, const PullMessage &message, std::chrono::seconds expiry);
    /// To everybody who listens in this scope.
    void publishShared(const PullScope &scope, const PullMessage &message, std::chrono::seconds expiry = defaultExpiry);
    /// To every subscriber there is, not kept: `server_restart`, `config_expire`.
    void tellAll(const PullMessage &message);
    /// To one subscriber, not kept: control commands (wire.md 2.10).
    void tell(Subscriber &subscriber, const PullMessage &message);

    /// Says `passport / sessionEnded {reason}` to the session's own sockets, then closes them with 4010 (SR-43).
    void endSession(const SessionId &session, const QString &reason);
    /// Closes the person's sockets of portals that are not among these, with 4010 (SR-43).
    void endOtherPortals(UserId user, const QSet<QString> &portals);
    /// Whoever listens to a portal.
    [[nodiscard]] QSet<UserId> peopleInPortals() const;
    /// Forgets a guest channel's history and closes its sockets with 4010: the ticket is over.
    void endGuest(QByteArrayView channelTag);

    /// Sends what came after `mid` (if it is one of ours) and goes on live; remove() before the subscriber dies.
    void subscribe(Subscriber &subscriber, QByteArrayView mid);
    void remove(Subscriber &subscriber);

    /// The id of the last message of all, for a long poll that got none.
    [[nodiscard]] QByteArray lastMid() const { return midOf(m_counter); }
    /// Seconds since a person listened in this scope; 0: does now; nothing: not since the start.
    [[nodiscard]] std::optional<qint64> lastSeen(UserId user, const QByteArray &scope) const;
    [[nodiscard]] std::size_t subscriberCount() const { return m_all.size(); }
    [[nodiscard]] quint64 publishedCount() const { return m_published; }
    [[nodiscard]] quint64 deliveredCount() const { return m_delivered; }
    [[nodiscard]] qsizetype historyBytes() const { return m_historyBytes; }

    /// Drops what has expired; to be called now and then.
    void purge();

private:
    struct Stored {
        quint64 number = 0;
        QByteArray frame;
        Clock::TimePoint expires;
    };
    struct Channel {
        std::vector<Subscriber *> subscribers;
        std::vector<Stored> history; ///< Oldest first.
    };
    struct Place {
        ChannelId channel;
        quint64 number = 0;
    };
    struct Presence {
        int sockets = 0;
        Clock::TimePoint left;
    };

    [[nodiscard]] QByteArray midOf(quint64 number) const;
    [[nodiscard]] std::optional<quint64> numberOf(QByteArrayView mid) const;
    [[nodiscard]] QByteArray frameOf(const PullMessage &message, quint64 number) const;
    void send(Subscriber &subscriber, const QByteArray &frame);
    void keep(const ChannelId &id, Channel &channel, Stored stored);
    void dropOldest();
    void replay(Subscriber &subscriber, quint64 after);

    const Clock &m_clock;
    const PullChannels &m_channels;
    ListenRights &m_rights;
    const QByteArray m_start; ///< 10 digits
    quint64 m_counter;
    QHash<ChannelId, Channel> m_byId;
    std::vector<Subscriber *> m_all;
    std::deque<Place> m_order; ///< Of everything kept, oldest first; may name what is gone already.
    qsizetype m_historyBytes = 0;
    QHash<QByteArray, Clock::TimePoint> m_ended; ///< Sessions, lately: for those whose handshake was under way.
    QHash<std::pair<QByteArray, UserId>, Presence> m_presence; ///< By scope and person.
    quint64 m_published = 0;
    quint64 m_delivered = 0;
};

} // namespace passport
