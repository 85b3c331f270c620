// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/result.h"

#include <QJsonObject>
#include <QLatin1StringView>
#include <concepts>

namespace passport {

/// Who may call an endpoint.
enum class Auth {
    None, ///< Anybody.
    Token, ///< An access token of the Passport, bound (DPoP) or bearer.
    TokenOrCookie, ///< That, or a signed-in cookie session with its CSRF token.
    Cookie, ///< A cookie session (signed in or not) with its CSRF token.
};

/// A call: a value with the method's name, its parameters and the type of its answer. `POST /rest/<method>`.
/// One struct serves both sides: the client writes it with toJson(), the backend reads it with fromJson().
template <typename E>
concept Endpoint = requires(const E request, const QJsonObject json)
{
    typename E::Response;
    {
        E::method
        } -> std::convertible_to<QLatin1StringView>;
    {
        E::auth
        } -> std::convertible_to<Auth>;
    {
        request.toJson()
        } -> std::same_as<QJsonObject>;
    {
        E::fromJson(json)
        } -> std::same_as<Result<E>>;
    {
        E::Response::fromJson(json)
        } -> std::same_as<Result<typename E::Response>>;
};

/// A call that changes something says `static constexpr bool changes = true`: a caller who lost the answer repeats it
/// with the same `idempotencyKey` beside the parameters, and it is done once (api.md 1).
template <typename E> inline constexpr bool isChange = requires
{
    requires E::changes;
};

/// A call whose body is a file says `static constexpr bool raw = true`: `contentType` and `body` are members of the
/// request, and what toJson() gives goes into the query.
template <typename E> inline constexpr bool isRaw = requires
{
    requires E::raw;
};

/// An AJAX action of the public wire (wire.md 1.6) says `static constexpr bool action = true`: it goes to another
/// address and comes back in another envelope.
template <typename E> inline constexpr bool isAction = requires
{
    requires E::action;
};

} // namespace passport
