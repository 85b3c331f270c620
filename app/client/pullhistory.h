// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/pullconfig.h"
#include "protocol/pullevent.h"

#include <QStringList>
#include <chrono>
#include <optional>

namespace passport {

/// What a subscriber has seen: from where it goes on, and which messages come a second time (wire.md 2.9).
class PullHistory {
public:
    [[nodiscard]] const PullPosition &position() const { return m_position; }
    /// Notes the message; false if it was one of the last ten.
    [[nodiscard]] bool isNew(const PullEvent &event);
    /// Long polling: nothing came up to here (or, if empty, the server forgot where we were).
    void moveTo(const QString &mid) { m_position.mid = mid; }

private:
    PullPosition m_position;
    QStringList m_seen;
};

/// What the push server says about the connection itself (module `pull`, wire.md 2.10).
enum class PullControl {
    None, ///< An ordinary message.
    Ignored, ///< Of module `pull`, but nothing that concerns us.
    ConfigStale, ///< channel_expire, config_expire
    ServerRestart,
};
[[nodiscard]] PullControl pullControl(const PullEvent &event);

/// For how long a config just received may be used. From the differences of its own times, never from our clock, which
/// may be wrong (SR-3); the server tells earlier ends itself. Nothing if it names none.
[[nodiscard]] std::optional<std::chrono::seconds> lifeOf(const PullConfig &config);

} // namespace passport
