// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/rest/authenticator.h"

#include "backend/identity/cookies.h"
#include "backend/identity/dpopcheck.h"
#include "backend/identity/sessions.h"
#include "protocol/errorcodes.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

/// The rest of `value` if it begins with that scheme and a space, in any case (RFC 9110 11.1).
std::optional<QByteArray> withScheme(const QByteArray &value, QByteArrayView scheme)
{
    const bool fits = value.size() > scheme.size() && value.at(scheme.size()) == ' '
        && value.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) == 0;
    return fits ? std::optional(value.sliced(scheme.size() + 1).trimmed()) : std::nullopt;
}

Caller callerFrom(const Credential &credential, Caller::Kind kind)
{
    return {
        .kind = kind,
        .user = credential.user,
        .session = credential.session,
        .key = credential.key,
        .portal = credential.portal,
        .portalAddress = credential.portalAddress,
        .sid = {}};
}

} // namespace

std::optional<Authenticator::Token> Authenticator::tokenOf(const HttpRequest &request, QJsonObject &parameters)
{
    const QString inBody = parameters.take("auth"_L1).toString();
    const QString alsoInBody = parameters.take("access_token"_L1).toString();
    if (const QByteArray header = request.header("authorization"); !header.isEmpty()) {
        if (const auto secret = withScheme(header, "DPoP"))
            return Token{*secret, true};
        return Token{withScheme(header, "Bearer").value_or(QByteArray()), false};
    }
    for (const QByteArray &secret :
         {inBody.toLatin1(), alsoInBody.toLatin1(), request.queryItem("auth").value_or(QByteArray()),
          request.queryItem("access_token").value_or(QByteArray())}) {
        if (!secret.isEmpty())
            return Token{secret, false};
    }
    return std::nullopt;
}

boost::asio::awaitable<Result<Caller>>
Authenticator::callerOf(const HttpRequest &request, Auth auth, QJsonObject &parameters, ExtraHeaders &headers)
{
    const std::optional<Token> token = tokenOf(request, parameters);
    const QByteArray csrfHeader = request.header("x-bitrix-csrf-token");
    const QString csrfBody = parameters.take("sessid"_L1).toString();
    const QByteArray csrf = csrfHeader.isEmpty() ? csrfBody.toLatin1() : csrfHeader;
    const bool takesToken = auth == Auth::Token || auth == Auth::TokenOrCookie;
    if (takesToken && token) {
        auto found = callerOfToken(request, *token, headers);
        co_return co_await std::move(found);
    }
    if (auth == Auth::Token || (auth == Auth::TokenOrCookie && !Cookies::sidOf(request)))
        co_return Error::ofCode(code::noAuthFound);
    // A method for anybody: the cookie session takes part only if the page has named its CSRF token.
    if (auth == Auth::None && (token || csrf.isEmpty() || !Cookies::sidOf(request)))
        co_return Caller();
    auto found = callerOfCookie(request, csrf, headers);
    Result<Caller> caller = co_await std::move(found);
    if (caller && auth == Auth::TokenOrCookie && !caller->isSignedIn())
        co_return Error::ofCode(code::noAuthFound);
    co_return caller;
}

boost::asio::awaitable<Result<Caller>>
Authenticator::callerOfToken(const HttpRequest &request, Token token, ExtraHeaders &headers)
{
    auto finding = m_sessions.find(Sessions::Kind::Token, token.secret);
    const Result<Credential> found = co_await std::move(finding);
    if (!found)
        co_return found.error();
    if (token.dpop != !found->key.isEmpty()) // a bound token needs its proof, a bearer token has none
        co_return Error::ofCode(code::invalidToken);
    if (token.dpop) {
        const Result<DpopCheck::Holder> holder = m_dpop.check(request, token.secret);
        if (!holder || holder->renewNonce)
            headers.push_back({"DPoP-Nonce", m_dpop.freshNonce()});
        if (!holder)
            co_return holder.error();
        if (holder->key != found->key)
            co_return Error::ofCode(code::invalidProof, u"another key"_s);
    }
    co_return callerFrom(*found, Caller::Kind::Token);
}

boost::asio::awaitable<Result<Caller>>
Authenticator::callerOfCookie(const HttpRequest &request, QByteArray csrf, ExtraHeaders &headers)
{
    if (Cookies::isCrossSite(request)) // SR-42
        co_return Error::ofCode(code::notAllowed, u"cross-site"_s);
    std::optional<QByteArray> sid = Cookies::sidOf(request);
    if (!sid || !m_cookies.isRight(*sid, csrf)) {
        if (!sid) {
            sid = Cookies::newSid();
            headers.push_back({"Set-Cookie", Cookies::setCookie(*sid, request, false)});
        }
        const QByteArray right = m_cookies.csrfOf(*sid);
        headers.push_back({"X-Bitrix-New-Csrf", right});
        co_return Error::ofCode(code::invalidCsrf, {}, {{"csrf"_L1, QString::fromLatin1(right)}});
    }
    auto finding = m_sessions.find(Sessions::Kind::Cookie, *sid);
    const Result<Credential> found = co_await std::move(finding);
    Caller caller = found ? callerFrom(*found, Caller::Kind::Cookie) : Caller();
    caller.sid = *sid;
    co_return caller;
}

} // namespace passport
