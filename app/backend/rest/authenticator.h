// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/message.h"
#include "backend/rest/method.h"

#include <QJsonObject>
#include <boost/asio/awaitable.hpp>

namespace passport {

class Cookies;
class DpopCheck;
class Sessions;

/// Finds out who calls (api.md 2): a token in `Authorization` (or, as the public wire has it, in `auth` or
/// `access_token`), else the cookie session with its CSRF token. A call with a token never looks at cookies.
class Authenticator {
public:
    Authenticator(Sessions &sessions, DpopCheck &dpop, const Cookies &cookies)
        : m_sessions(sessions)
        , m_dpop(dpop)
        , m_cookies(cookies)
    {
    }

    /// Takes what is about identity (`auth`, `access_token`, `sessid`) out of `parameters`. `headers` gets DPoP-Nonce
    /// and cookies. Errors: NO_AUTH_FOUND, expired_token, invalid_token, use_dpop_nonce, invalid_proof, invalid_csrf
    /// {csrf}, not_allowed (a browser says that another site asks).
    boost::asio::awaitable<Result<Caller>>
    callerOf(const HttpRequest &request, Auth auth, QJsonObject &parameters, ExtraHeaders &headers);

private:
    struct Token {
        QByteArray secret;
        bool dpop = false; ///< Authorization: DPoP …
    };
    static std::optional<Token> tokenOf(const HttpRequest &request, QJsonObject &parameters);
    boost::asio::awaitable<Result<Caller>>
    callerOfToken(const HttpRequest &request, Token token, ExtraHeaders &headers);
    boost::asio::awaitable<Result<Caller>>
    callerOfCookie(const HttpRequest &request, QByteArray csrf, ExtraHeaders &headers);

    Sessions &m_sessions;
    DpopCheck &m_dpop;
    const Cookies &m_cookies;
};

} // namespace passport
