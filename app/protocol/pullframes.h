// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/pullevent.h"

#include <QByteArray>
#include <QStringView>
#include <vector>

namespace passport {

/// What one socket message (or one long-polling body) held.
struct PullFrames {
    std::vector<PullEvent> events; ///< In order.
    bool ping = false; ///< Version 5: the bare text "ping"; answer "pong".
};

/// Reads a frame of a server of `version` 3 (delimited text), 4 (`format=json`) or 5 (JSON-RPC, "ping").
/// Malformed names the key; one bad message spoils its frame, not the connection: log it and go on (SR-24).
[[nodiscard]] Result<PullFrames> parsePullFrames(int version, const QByteArray &text);

/// What a version 5 client answers to each message it has taken.
[[nodiscard]] QByteArray pullAcknowledgement(const QString &mid);

/// The version 5 frame of a message: JSON-RPC `incoming.message`. One line, compact.
[[nodiscard]] QByteArray pullFrame(const PullEvent &event, double serverTimeUnix);

/// The same as a JSON object, to be gathered into the array of a long-polling answer.
[[nodiscard]] QJsonObject pullFrameObject(const PullEvent &event, double serverTimeUnix);

} // namespace passport
