// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/result.h"

#include <QDateTime>
#include <QString>
#include <QUrl>
#include <optional>

namespace passport {

/// A Push & Pull channel as a config names it; `id` is signed (wire.md 2.5).
struct PullChannel {
    QString id;
    QString publicId; ///< Empty for shared channels.
    QDateTime start;
    QDateTime end;

    bool operator==(const PullChannel &) const = default;
};

/// Where and how to listen (wire.md 2.3). Read from servers of version 3, 4 and 5; written by our backend as version 5.
struct PullConfig {
    int version = 5;
    QString hostname;
    bool websocketEnabled = true;
    QString websocket; ///< ws://…; for plain HTTP pages, in practice loopback.
    QString websocketSecure; ///< wss://…
    QString longPolling;
    QString longPollingSecure; ///< Spelled "long_pooling_secure" on the wire; the misspelling is real.
    bool publishEnabled = false;
    QString publish;
    QString publishSecure;
    bool shared = false; ///< server.mode
    qint64 configTimestamp = 0;
    std::optional<PullChannel> privateChannel;
    std::optional<PullChannel> sharedChannel;
    QString clientId; ///< Required in shared mode.
    QString jwt; ///< Sent as token= instead of CHANNEL_ID when not empty. A right to listen, nothing more.
    qint64 expires = 0; ///< `exp`: Unix seconds of the JWT's end; 0 = none.

    static Result<PullConfig> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const PullConfig &) const = default;
};

/// From where a subscriber goes on: what it has seen last.
struct PullPosition {
    QString mid;
    QString tag;
    QString time;
};

/// The address to listen at, websocket or long polling, with the query in the order of wire.md 2.6.
[[nodiscard]] QUrl websocketUrl(const PullConfig &config, const PullPosition &position, bool secure);
[[nodiscard]] QUrl longPollingUrl(const PullConfig &config, const PullPosition &position, bool secure);

} // namespace passport
