// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/message.h"
#include "backend/push/pullchannels.h"

#include <QHash>
#include <boost/asio/awaitable.hpp>
#include <functional>
#include <optional>
#include <vector>

namespace passport {

/// What somebody may listen to, and how long.
struct ListenRight {
    std::vector<ChannelId> channels;
    UserId user = 0; ///< 0: a guest.
    QByteArray session; ///< Of the listening session; empty for guests and for the CHANNEL_ID form.
    QByteArray scope; ///< PullScope::key()
    PullChannels::Time channelsEnd; ///< After this the channels are silent: a new config is needed.
    PullChannels::Time end; ///< After this the token is worth nothing.
};

/// Checks and writes rights to listen: the JWT of version 5, and the signed CHANNEL_ID of hand-written clients
/// (wire.md 2.5). I/O thread only.
class ListenRights {
public:
    /// Whether a session still lives; asked at every connection, so that a token outlives no session (SR-43).
    using SessionAlive = std::function<boost::asio::awaitable<bool>(const SessionId &)>;

    ListenRights(const Clock &clock, const PullChannels &channels, SessionAlive alive);

    /// Of `token=` or `CHANNEL_ID=` in the query. Nothing: foreign, forged, expired, ended.
    boost::asio::awaitable<std::optional<ListenRight>> check(const HttpRequest &request) const;

    /// A JWT that grants `right`, with `publicId` named beside the channels for a guest (wire.md 2.5).
    [[nodiscard]] QByteArray token(const ListenRight &right, const std::optional<ChannelId> &publicId) const;

    /// Remembers that a channel was given to a person until `right.channelsEnd`: CHANNEL_ID itself does not say so.
    void remember(const ListenRight &right);
    /// A ticket is over: its channel is refused from now on.
    void endGuest(const ChannelId &channel, PullChannels::Time until);
    /// Forgets what has ended by itself.
    void purge();

private:
    struct Issued {
        UserId user = 0;
        PullChannels::Time end;
    };
    [[nodiscard]] std::optional<ListenRight> ofToken(const QByteArray &token) const;
    [[nodiscard]] std::optional<ListenRight> ofChannelIds(const QByteArray &text) const;
    [[nodiscard]] std::optional<ChannelId> signedChannel(const QByteArray &text) const;

    const Clock &m_clock;
    const PullChannels &m_channels;
    SessionAlive m_alive;
    QHash<ChannelId, Issued> m_issued;
    QHash<ChannelId, PullChannels::Time> m_ended; ///< Guests' channels, until their tokens die by themselves.
};

} // namespace passport
