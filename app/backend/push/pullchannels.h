// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/clock.h"
#include "backend/push/channelid.h"
#include "protocol/ids.h"

#include <QByteArray>
#include <QString>
#include <algorithm>
#include <chrono>

namespace passport {

class Secrets;

/// What signs and derives everything of push; the same after a restart, so that configs and open windows survive it.
struct PullKeys {
    QByteArray signatureKey; ///< HMAC key of channel signatures and of the JWT.
    QByteArray serverUniqId; ///< The installation's secret in every derived channel id.
    QByteArray hostId; ///< 32 characters; `iss` of the JWT.

    static PullKeys from(const Secrets &secrets);
};

/// Whose channels: the Passport's own, a portal's, or an application's inside one of them. Different scopes never
/// hear one another.
struct PullScope {
    QString portal = {}; ///< memberId; empty: the Passport.
    QString application = {}; ///< client id; empty: the programs of the server itself.

    [[nodiscard]] QByteArray key() const { return (portal + u'/' + application).toUtf8(); }
    /// The portal that a key() names; empty: the Passport.
    [[nodiscard]] static QString portalOf(const QByteArray &key)
    {
        return QString::fromUtf8(key.first(std::max(key.indexOf('/'), qsizetype(0))));
    }
};

/// A private channel and its public twin.
struct ChannelPair {
    ChannelId privateId;
    ChannelId publicId;
};

/// Derives channel ids; nothing is stored (wire.md 1.3). A person's channels change every 12 h, at a moment that
/// differs from person to person.
class PullChannels {
public:
    using Time = Clock::TimePoint;
    static constexpr std::chrono::hours period{12};
    static constexpr std::chrono::seconds slack{5}; ///< CHANNEL_TTL is 43,205 s (wire.md 2.5).

    /// How long a channel is good; to be sent as `start` and `end`.
    struct Span {
        Time start;
        Time end;
    };

    explicit PullChannels(PullKeys keys);

    [[nodiscard]] const PullKeys &keys() const { return m_keys; }
    /// The guest channel of a QR code's channelTag.
    [[nodiscard]] ChannelPair guest(QByteArrayView channelTag) const;
    [[nodiscard]] ChannelPair user(UserId user, const PullScope &scope, Time now) const;
    [[nodiscard]] ChannelId shared(const PullScope &scope) const; ///< Stays the same: all would reconnect at once.
    [[nodiscard]] static Span userSpan(UserId user, Time now);
    [[nodiscard]] static Span sharedSpan(Time now);

    /// hex(HMAC-SHA1(signatureKey, value)), the form of every signature of a channel; with a session by a key of its
    /// own, made of the signatureKey, so that another session of the same person gets another signature.
    [[nodiscard]] QByteArray sign(QByteArrayView value, QByteArrayView session = {}) const;

private:
    PullKeys m_keys;
};

} // namespace passport
