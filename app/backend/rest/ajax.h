// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/rest/authenticator.h"
#include "backend/rest/method.h"

namespace passport {

class Routes;

/// `POST /bitrix/services/main/ajax.php?action=…`, for the Passport and below `/p/<address>/` (wire.md 1.6). The action
/// finds its portal's address in `call.http.path`.
class Ajax {
public:
    Ajax(const ActionTable &actions, Authenticator &authenticator)
        : m_actions(actions)
        , m_authenticator(authenticator)
    {
    }

    void addTo(Routes &routes);
    boost::asio::awaitable<HttpResponse> answer(const HttpRequest &request);

private:
    boost::asio::awaitable<Result<QJsonValue>> called(const HttpRequest &request, ExtraHeaders &headers);

    const ActionTable &m_actions;
    Authenticator &m_authenticator;
};

} // namespace passport
