// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/clock.h"
#include "backend/rest/method.h"

namespace passport {

class Hub;
class PullConfigs;
class Store;

/// Push & Pull as the public system documents it (wire.md 2.2, 2.13), for clients written for that:
/// `pull.application.config.get`, `pull.config.get`, `pull.application.event.add`. I/O thread.
class PullMethods {
public:
    PullMethods(Store &store, const Clock &clock, const PullConfigs &configs, Hub &hub)
        : m_store(store)
        , m_clock(clock)
        , m_configs(configs)
        , m_hub(hub)
    {
    }

    void addTo(MethodTable &methods);

    using Parameters = QJsonObject;
    /// Of a token: its portal's channels, or the Passport's. Error: WRONG_AUTH_TYPE for a cookie.
    boost::asio::awaitable<Result<QJsonValue>> applicationConfig(const Parameters &parameters, const Call &call);
    /// Of a page's cookie session; with `serverTime`. Error: WRONG_AUTH_TYPE for a token.
    boost::asio::awaitable<Result<QJsonValue>> pageConfig(const Parameters &parameters, const Call &call);
    /// An administrator of the token's portal may name anybody and any module; everybody himself, with modules that are
    /// not the server's own. Errors: USER_ID_ACCESS_ERROR, MODULE_ID_ERROR, COMMAND_ERROR, PARAMS_ERROR.
    boost::asio::awaitable<Result<QJsonValue>> addEvent(const Parameters &parameters, const Call &call);

private:
    Store &m_store;
    const Clock &m_clock;
    const PullConfigs &m_configs;
    Hub &m_hub;
};

} // namespace passport
