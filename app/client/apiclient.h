// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/changekeys.h"
#include "client/credentials.h"
#include "client/pendingrequest.h"
#include "protocol/endpoint.h"

#include <QPointer>
#include <QUrl>
#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <type_traits>

namespace passport {

class NetworkAccess;
class TokenRefresh;
struct HttpAnswer;

/// One call as it goes over the wire, whatever its type was.
struct ApiRequest {
    QLatin1StringView method; ///< "passport.portals.list"
    Auth auth = Auth::None;
    QJsonObject body;
    bool action = false; ///< See isAction.
    bool change = false; ///< See isChange.
    QByteArray fileType = {}; ///< Content-Type of `file`; empty: there is none, `body` is the body.
    QByteArray file = {}; ///< See isRaw.
};

/// A typed call as it goes over the wire.
template <Endpoint E> [[nodiscard]] ApiRequest apiRequest(const E &request)
{
    ApiRequest wire{E::method, E::auth, request.toJson(), isAction<E>, isChange<E>};
    if constexpr (isRaw<E>) {
        wire.fileType = request.contentType;
        wire.file = request.body;
    }
    return wire;
}

/// Saves rotated tokens before anybody uses them (SR-27); Session is the one who does. Calls `kept` exactly once, also
/// when nothing could be saved: the new tokens are then all there is.
using KeepTokens = std::function<void(const Credentials &rotated, std::function<void()> kept)>;

/// The only place that makes HTTP requests. Typed calls in, `Result` out; everything between (time limits, proofs and
/// their nonces, one refresh for many refused calls, cookies and CSRF of the public pages) happens in here.
class ApiClient : public QObject {
    Q_OBJECT
public:
    /// Without an answer or progress for so long a request is a Timeout.
    struct Timing {
        std::chrono::milliseconds transfer = std::chrono::seconds(15);
    };

    ApiClient(NetworkAccess &network, const QUrl &server, Timing timing, QObject *parent = nullptr);
    ApiClient(NetworkAccess &network, const QUrl &server, QObject *parent = nullptr)
        : ApiClient(network, server, Timing{}, parent)
    {
    }
    ~ApiClient() override;

    /// The base of all addresses, without a slash at its end: "https://auth2.bitrix24.net".
    [[nodiscard]] const QUrl &server() const { return m_server; }
    /// Another server; forgets credentials, cookies and nonces. Running requests end unheard, post()ed ones arrive.
    void setServer(const QUrl &server);
    /// scheme://host[:port] as dialled, lower case, without a default port: the audience of proofs (api.md 5).
    [[nodiscard]] QString origin() const;

    /// From now on calls of Auth::Token carry these. Replaces others at once.
    void setCredentials(const Credentials &credentials);
    void clearCredentials();
    [[nodiscard]] const std::optional<Credentials> &credentials() const { return m_credentials; }
    void setKeepTokens(KeepTokens keep);

    /// Sends a call. `handler` is a lambda or a member function of `context` taking `const Result<E::Response> &`. It
    /// is called once, never before send() returns, and is dropped when `context` is destroyed, like a connected slot;
    /// the request itself still goes out.
    template <Endpoint E, typename Context, typename Handler>
    PendingRequest *send(const E &request, Context *context, Handler handler)
    {
        return start(
            apiRequest(request), context, [context, handler = std::move(handler)](const Result<QJsonObject> &answer) {
                const auto parsed = parse<typename E::Response>(answer);
                if constexpr (std::is_member_function_pointer_v<Handler>)
                    (context->*handler)(parsed);
                else
                    handler(parsed);
            });
    }
    /// Sends a call whose answer nobody needs ("cancel", while the window closes or the server changes).
    template <Endpoint E> void post(const E &request) { start(apiRequest(request), this, {}); }

    /// Local clock minus the server's, from the Date header of the last answer; only to tell the person about (SR-3: no
    /// lifetime is ever compared with a clock).
    [[nodiscard]] std::chrono::seconds clockSkew() const { return m_clockSkew; }

Q_SIGNALS:
    /// The server itself, and nobody in its place, answered a call.
    void answered();
    /// The server refuses this session for good (revoked, expired, signed out elsewhere). Credentials are cleared.
    void sessionEnded(const passport::Error &why);
    /// It crossed the bound of 2 minutes, up or down.
    void clockSkewChanged();
    /// The proxy asks for a name and a password.
    void proxyAuthenticationNeeded();

private:
    friend class ApiCall;
    friend class TokenRefresh;
    using Answer = std::function<void(const Result<QJsonObject> &)>;

    template <typename Response> static Result<Response> parse(const Result<QJsonObject> &answer)
    {
        if (!answer)
            return answer.error();
        return Response::fromJson(*answer);
    }
    PendingRequest *start(const ApiRequest &request, QObject *context, Answer answer);
    [[nodiscard]] QUrl address(const QString &path) const;
    void noteHeaders(const HttpAnswer &answer);
    void endSession(const Error &why);

    NetworkAccess &m_network;
    QUrl m_server;
    Timing m_timing;
    std::optional<Credentials> m_credentials;
    KeepTokens m_keep;
    QByteArray m_nonce; ///< The latest DPoP-Nonce of the server.
    QByteArray m_csrf; ///< Of the cookie session.
    ChangeKeys m_changes;
    std::chrono::seconds m_clockSkew{0};
    std::unique_ptr<TokenRefresh> m_refresh;
};

} // namespace passport
