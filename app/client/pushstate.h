// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/error.h"

#include <QDeadlineTimer>
#include <optional>
#include <variant>

/// What a push connection can be in; see PushConnection for the way between them.
namespace passport::push {

struct Stopped { };
struct Connecting {
    int attempt = 0; ///< How many failed before this one, in a row.
};
struct Online {
    bool limited = false; ///< Long polling: messages arrive, later than by a websocket.
};
/// The channel is over; the owner has been asked for a new config.
struct FetchingConfig {
    int attempt = 0; ///< As in Connecting.
};
struct Waiting {
    int attempt = 1;
    QDeadlineTimer next; ///< When the next attempt begins.
    Error why;
    bool configStale = false; ///< The next attempt begins with a new config.
};

using State = std::variant<Stopped, Connecting, Online, FetchingConfig, Waiting>;

} // namespace passport::push
