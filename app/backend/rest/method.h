// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/endpoint.h"
#include "protocol/ids.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QJsonValue>
#include <QStringList>
#include <boost/asio/awaitable.hpp>
#include <functional>
#include <utility>
#include <vector>

namespace passport {

class FirstAnswer;
struct HttpHeader;
struct HttpRequest;

/// Who calls, as the dispatcher has established it.
struct Caller {
    enum class Kind {
        Nobody, ///< Neither token nor signed-in cookie.
        Token, ///< An access token, bound or bearer.
        Cookie, ///< A signed-in cookie session whose CSRF token was right.
    };

    Kind kind = Kind::Nobody;
    UserId user = 0; ///< 0 for Nobody.
    SessionId session; ///< Of the token or of the signed-in cookie.
    QByteArray key; ///< 32 bytes of the Ed25519 key the token is bound to; empty: not bound.
    PortalId portal; ///< Of a portal token; empty: the Passport.
    QString portalAddress; ///< Its address ("romashka"), or the one it had before a rename.
    QByteArray sid; ///< The cookie session itself, signed in or not; empty when there is none.

    [[nodiscard]] bool isSignedIn() const { return kind != Kind::Nobody; }
};

/// Headers that a handler adds to its answer (Set-Cookie, …).
using ExtraHeaders = std::vector<HttpHeader>;

/// One call on its way through a handler. Outlives the handler's coroutine.
struct Call {
    Caller caller;
    const HttpRequest &http;
    ExtraHeaders &headers;
    /// Where a change leaves its answer for a repeat of the call (rest/firstanswer.h); null: nobody will ask again.
    FirstAnswer *first = nullptr;
};

/// What happens when a changing call comes again with the same idempotencyKey (api.md 1).
enum class Repeats {
    Remembered, ///< The first answer again, for 24 h, from the database.
    InMemory, ///< The answer holds tokens: 60 s, in memory only.
    ByHandler, ///< The handler has rules of its own (passport.qr.claim).
};

/// Every method of `/rest/`: name → who may call it and what it does. Filled once at start by each area's
/// `registerX(MethodTable &, …)`; the dispatcher (rest/dispatcher.h) does everything around the handler.
class MethodTable {
public:
    template <Endpoint E>
    using Handler
        = std::function<boost::asio::awaitable<Result<typename E::Response>>(const E &request, const Call &call)>;
    using PlainHandler
        = std::function<boost::asio::awaitable<Result<QJsonValue>>(const QJsonObject &parameters, const Call &call)>;

    struct Method {
        Auth auth = Auth::None;
        Repeats repeats = Repeats::Remembered;
        bool isPublicWire = false; ///< Documented: portal tokens may call it too, and GET as well as POST.
        QLatin1StringView guestCode = {}; ///< What nobody's call is refused with; empty: NO_AUTH_FOUND.
        PlainHandler handler;
        bool isRaw = false; ///< The body is a file; the parameters stand in the query.
    };

    /// A method of ours, typed by its endpoint.
    template <Endpoint E> void add(Handler<E> handler, Repeats repeats = Repeats::Remembered)
    {
        PlainHandler plain = [handler = std::move(handler)](const QJsonObject &parameters, const Call &call) {
            return typed<E>(handler, parameters, call);
        };
        insert(E::method, {E::auth, repeats, false, {}, std::move(plain)});
    }

    /// A method of ours whose body is a file.
    template <Endpoint E> void addRaw(Handler<E> handler)
    {
        PlainHandler plain = [handler = std::move(handler)](const QJsonObject &parameters, const Call &call) {
            return typedRaw<E>(handler, parameters, call);
        };
        insert(E::method, {E::auth, Repeats::Remembered, false, {}, std::move(plain), true});
    }

    /// A documented method of the public wire, whose parameters and answer have no type of ours.
    /// `guestCode` where its document names another code than NO_AUTH_FOUND for a guest.
    void addPlain(QLatin1StringView name, Auth auth, PlainHandler handler, QLatin1StringView guestCode = {});

    /// Null for a name that is not there.
    [[nodiscard]] const Method *find(const QString &name) const;
    [[nodiscard]] QStringList names() const; ///< Sorted; `passport.capabilities` tells them.

private:
    template <Endpoint E>
    static boost::asio::awaitable<Result<QJsonValue>>
    typed(const Handler<E> &handler, const QJsonObject &parameters, const Call &call)
    {
        const Result<E> request = E::fromJson(parameters);
        if (!request)
            co_return request.error();
        const Result<typename E::Response> answer = co_await handler(*request, call);
        if (!answer)
            co_return answer.error();
        co_return QJsonValue(answer->toJson());
    }

    template <Endpoint E>
    static boost::asio::awaitable<Result<QJsonValue>>
    typedRaw(const Handler<E> &handler, const QJsonObject &parameters, const Call &call)
    {
        Result<E> request = E::fromJson(parameters);
        if (!request)
            co_return request.error();
        request->contentType = contentTypeOf(call);
        request->body = bodyOf(call);
        const Result<typename E::Response> answer = co_await handler(*request, call);
        if (!answer)
            co_return answer.error();
        co_return QJsonValue(answer->toJson());
    }
    static QByteArray contentTypeOf(const Call &call);
    static QByteArray bodyOf(const Call &call);

    void insert(QLatin1StringView name, Method method);

    QHash<QString, Method> m_methods;
};

/// The actions of `/bitrix/services/main/ajax.php` (wire.md 1.6). Cookie + CSRF or Authorization for each of them.
class ActionTable {
public:
    using Handler = MethodTable::PlainHandler;
    struct Action {
        bool signedIn = true; ///< Else anybody with a CSRF token.
        Handler handler;
    };

    /// `parameters` is the JSON body or the form as strings, without `sessid`.
    void add(QLatin1StringView name, Action action);
    [[nodiscard]] const Action *find(const QString &name) const;

private:
    QHash<QString, Action> m_actions;
};

} // namespace passport
