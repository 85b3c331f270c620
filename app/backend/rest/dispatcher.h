// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/rest/authenticator.h"
#include "backend/rest/idempotency.h"
#include "backend/rest/method.h"

#include <boost/asio/awaitable.hpp>
#include <functional>

namespace passport {

class Routes;

/// `POST /rest/<method>` and `POST /p/<address>/rest/<method>`: finds the method, the caller and the parameters, runs
/// the handler once, and puts its answer into the envelope (wire.md 3.5). Paths may have doubled slashes and end in
/// `.json`. Every failure of the backend itself becomes `internal` with the request id (SR-47).
class Dispatcher {
public:
    /// The portal that lives at `/p/<address>/`; empty if none does.
    using PortalAt = std::function<boost::asio::awaitable<PortalId>(QString address)>;

    Dispatcher(const MethodTable &methods, Authenticator &authenticator, Idempotency &idempotency, PortalAt portalAt);

    void addTo(Routes &routes);
    boost::asio::awaitable<HttpResponse> answer(const HttpRequest &request);

private:
    boost::asio::awaitable<Result<QJsonValue>> called(const HttpRequest &request, ExtraHeaders &headers);
    boost::asio::awaitable<bool> isHome(const HttpRequest &request, const Caller &caller);
    boost::asio::awaitable<Result<QJsonValue>>
    performOnce(const MethodTable::Method &method, QString name, QJsonObject parameters, const Call &call);

    const MethodTable &m_methods;
    Authenticator &m_authenticator;
    Idempotency &m_idempotency;
    const PortalAt m_portalAt;
};

/// `answering` with an exception turned into what `failed` makes of it: `internal`, the log gets cause and request id,
/// or what a ServerFailure says.
boost::asio::awaitable<HttpResponse> guarded(
    boost::asio::awaitable<HttpResponse> answering, const HttpRequest &request,
    HttpResponse (*failed)(const Error &error, const QByteArray &requestId));

} // namespace passport
