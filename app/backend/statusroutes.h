// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/transport.h"

namespace passport {

class Hasher;
class Hub;
class Postman;
class Store;

/// What the administrator's address serves: `/health/live`, `/health/ready`, `/metrics` in OpenMetrics text.
class StatusRoutes {
public:
    struct Parts {
        Store &store;
        const Hub &hub;
        const Hasher &hasher;
        const Transport &transport; ///< Of the public address.
        const Postman &postman;
    };
    explicit StatusRoutes(Parts parts)
        : m_(parts)
    {
    }

    /// The routes hold a reference to this object.
    void addTo(Routes &routes);

private:
    /// 200 as long as requests can be answered from the database; 503 when it fails or we are stopping. A mail server
    /// that fails is named behind "ready": letters wait, people can sign in.
    boost::asio::awaitable<HttpResponse> ready(const HttpRequest &request);
    [[nodiscard]] QByteArray postState() const;
    [[nodiscard]] QByteArray postMetrics() const;
    [[nodiscard]] QByteArray metrics() const;

    const Parts m_;
};

} // namespace passport
