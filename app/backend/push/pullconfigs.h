// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/push/pullchannels.h"
#include "protocol/pullconfig.h"

namespace passport {

class Clock;

/// Where push is reachable from outside: <base> of --public-url.
struct PullAddress {
    QString scheme; ///< "http" or "https"
    QString authority; ///< host[:port]
};

/// Writes the configs a client connects with (wire.md 2.3): version 5, JWT, `mode personal`.
class PullConfigs {
public:
    PullConfigs(const Clock &clock, const PullChannels &channels, PullAddress address);

    /// Of a signed-in session: its private channel in the scope and the scope's shared one. JWT for 12 h.
    [[nodiscard]] PullConfig forUser(UserId user, const SessionId &session, const PullScope &scope = {}) const;
    /// Of the window that shows a QR code: the tag's channel alone. JWT for 11 min (api.md 4).
    [[nodiscard]] PullConfig forGuest(QByteArrayView channelTag) const;

private:
    [[nodiscard]] PullConfig base() const;

    const Clock &m_clock;
    const PullChannels &m_channels;
    PullAddress m_address;
};

} // namespace passport
