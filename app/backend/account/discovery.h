// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/clock.h"
#include "backend/rest/method.h"
#include "protocol/capabilitiesapi.h"

namespace passport {

class ServerSettings;
class ServerUrls;
class Store;

/// What the server tells anybody about itself: `passport.capabilities` (api.md 3) and the public wire's `server.time`.
class Discovery {
public:
    Discovery(Store &store, const Clock &clock, const ServerSettings &settings, const ServerUrls &urls);

    void addTo(MethodTable &methods);

    /// Errors: not_found (no such portal).
    boost::asio::awaitable<Result<Capabilities>> capabilities(const GetCapabilities &request, const Call &call);

private:
    Store &m_store;
    const Clock &m_clock;
    const ServerSettings &m_settings;
    const ServerUrls &m_urls;
    const MethodTable *m_methods = nullptr;
    QStringList m_phoneStepsRu; // QR-4: the path on the phone comes from the server
    QStringList m_phoneStepsEn;
};

} // namespace passport
