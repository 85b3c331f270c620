// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/push/pullchannels.h"
#include "protocol/pullconfig.h"

namespace passport {

class ListenRights;
struct ListenRight;
class ServerUrls;

/// Writes the configs a client connects with (wire.md 2.3): version 5, JWT, `mode personal`. I/O thread only.
class PullConfigs {
public:
    static constexpr std::chrono::hours userLife{12};
    static constexpr std::chrono::minutes guestLife{11}; ///< A ticket lives 10 at most (api.md 4, 5).

    PullConfigs(const Clock &clock, const PullChannels &channels, ListenRights &rights, const ServerUrls &urls);

    /// Of a signed-in session: its private channel in the scope and the scope's shared one.
    [[nodiscard]] PullConfig forUser(UserId user, const SessionId &session, const PullScope &scope = {}) const;
    /// Of the window that shows a QR code: the tag's channel alone.
    [[nodiscard]] PullConfig forGuest(QByteArrayView channelTag) const;

private:
    [[nodiscard]] PullConfig base() const;
    [[nodiscard]] PullChannel named(const ListenRight &right, const ChannelPair &pair, PullChannels::Span span) const;

    const Clock &m_clock;
    const PullChannels &m_channels;
    ListenRights &m_rights;
    const ServerUrls &m_urls;
};

} // namespace passport
