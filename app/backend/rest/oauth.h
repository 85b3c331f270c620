// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/message.h"
#include "protocol/result.h"

#include <boost/asio/awaitable.hpp>

namespace passport {

class DpopCheck;
class Routes;
class Sessions;

/// `POST /oauth/token/`: turns a refresh token into the next pair (api.md 2). Answers in OAuth's own shape, without the
/// REST envelope.
class OAuth {
public:
    OAuth(Sessions &sessions, DpopCheck &dpop)
        : m_sessions(sessions)
        , m_dpop(dpop)
    {
    }

    void addTo(Routes &routes);
    boost::asio::awaitable<HttpResponse> answer(const HttpRequest &request);

private:
    Sessions &m_sessions;
    DpopCheck &m_dpop;
};

} // namespace passport
