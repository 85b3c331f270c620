// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/clock.h"
#include "protocol/result.h"

#include <QString>
#include <chrono>

namespace passport {

class Audit;
class Hub;
class Places;
class PullConfigs;
class RateLimit;
class ServerSettings;
class ServerUrls;
class Sessions;
class Store;

/// What both sides of the QR sign-in work with. All of it outlives them.
struct QrParts {
    Store &store;
    const Clock &clock;
    const Audit &audit;
    Sessions &sessions;
    ServerSettings &settings;
    RateLimit &limits;
    Hub &hub;
    const PullConfigs &configs;
    const ServerUrls &urls;
    const Places &places;
    QString uniqueId; ///< The Passport's own, 16 of [0-9A-Za-z] (wire.md 1.3).
};

/// `too_many` with the time to wait.
[[nodiscard]] Error tooMany(std::chrono::seconds wait);

} // namespace passport
