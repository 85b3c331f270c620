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
    QByteArray session; ///< Whose end is the right's end, too (SR-43); empty for guests.
    QByteArray scope; ///< PullScope::key()
    PullChannels::Time channelsEnd; ///< After this the channels are silent: a new config is needed.
    PullChannels::Time end; ///< After this the token is worth nothing.
};

/// Checks and writes rights to listen: the JWT of version 5, and the signed CHANNEL_ID of hand-written clients
/// (wire.md 2.5). Both belong to the session that asked and end with it. A CHANNEL_ID does not say whose it is, so it
/// is signed for each session differently, and what was signed is remembered here; after a restart of the server it is
/// refused with 4010, and its client asks for a new config. I/O thread only.
class ListenRights {
public:
    /// Whether a person's right still lives: his session, and his membership if it is a portal's. Asked at every
    /// connection, so that no right outlives them (SR-43).
    using IsAlive = std::function<boost::asio::awaitable<bool>(const ListenRight &)>;

    ListenRights(const Clock &clock, const PullChannels &channels, IsAlive alive);

    /// Of `token=` or `CHANNEL_ID=` in the query. Nothing: foreign, forged, expired, ended.
    boost::asio::awaitable<std::optional<ListenRight>> check(const HttpRequest &request) const;

    /// A JWT that grants `right`, with `publicId` named beside the channels for a guest (wire.md 2.5).
    [[nodiscard]] QByteArray token(const ListenRight &right, const std::optional<ChannelId> &publicId) const;

    /// What CHANNEL_ID names a channel of `right` with until `right.channelsEnd`: `text` (`<private>:<public>` or
    /// `<shared>`), a dot and the signature.
    [[nodiscard]] QByteArray issue(const ListenRight &right, const QByteArray &text);
    /// A ticket is over: its channel is refused from now on.
    void endGuest(const ChannelId &channel, PullChannels::Time until);
    /// Forgets what has ended by itself.
    void purge();

private:
    struct Issued {
        ChannelId channel;
        UserId user = 0;
        QByteArray session;
        QByteArray scope;
        PullChannels::Time end;
    };
    [[nodiscard]] std::optional<ListenRight> ofToken(const QByteArray &token) const;
    [[nodiscard]] std::optional<ListenRight> ofChannelIds(const QByteArray &text) const;

    const Clock &m_clock;
    const PullChannels &m_channels;
    IsAlive m_alive;
    /// By the HMAC of the signed text: how long a search takes tells nothing about a signature.
    QHash<QByteArray, Issued> m_issued;
    QHash<ChannelId, PullChannels::Time> m_ended; ///< Guests' channels, until their tokens die by themselves.
};

} // namespace passport
