// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/clock.h"
#include "backend/guard/audit.h"
#include "backend/store/store.h"
#include "protocol/ids.h"
#include "protocol/person.h"
#include "protocol/tokens.h"

#include <QByteArray>
#include <QHash>
#include <QMultiHash>
#include <boost/asio/awaitable.hpp>
#include <functional>
#include <vector>

namespace passport {

class ServerUrls;

/// What a sign-in brings along.
struct NewSession {
    UserId user = 0;
    QByteArray key = {}; ///< 32 bytes to bind the tokens to; empty: bearer tokens or a cookie.
    bool remember = false;
    Device device = {};
    QString method = {}; ///< "password", "totp", "qr"
    QString address = {};
};

/// What a token or a signed-in cookie stands for.
struct Credential {
    SessionId session;
    UserId user = 0;
    QByteArray key; ///< 32 bytes the token is bound to; empty: not bound.
    PortalId portal; ///< Empty: the Passport.
    QString portalAddress; ///< "romashka" when it was read; a rename since then is not told here.
    qint64 expiresAt = 0; ///< Unix milliseconds.
};

/// Sessions, their access and refresh tokens and cookies (api.md 2). Only SHA-256 of a secret is stored; what a request
/// needs to know is kept in memory, so that a read costs no query. I/O thread, except where a Db is handed in.
class Sessions {
public:
    /// The address ("romashka") of a portal; for client_endpoint.
    using AddressOf = std::function<QString(Db &db, const PortalId &portal)>;

    Sessions(
        Store &store, const Clock &clock, const Audit &audit, const ServerUrls &urls, const QString &passportId,
        AddressOf addressOf);

    // In a write transaction.

    /// A fresh session: nothing made before the sign-in lives on in it (SR-12).
    SessionId begin(Db &db, const NewSession &session) const;
    /// Access and refresh token of a live session; bound to its key if it has one.
    SessionTokens issue(Db &db, const SessionId &session, const PortalId &portal = {}) const;
    /// A signed-in sid of a live session.
    QByteArray issueCookie(Db &db, const SessionId &session) const;
    /// Its tokens and cookies are dead once this commits; then call ended(). False if it had ended before.
    bool end(Db &db, const SessionId &session, const QString &reason) const;
    /// Ends all sessions of a person; which they were.
    std::vector<SessionId> endAll(Db &db, UserId user, const QString &reason) const;

    /// Before a Passport is deleted, and its sessions with it: for 30 days its tokens are refused as those of a deleted
    /// one, {reason: deleted}. Whoever lost the answer, or was not there, hears of it.
    void bidFarewell(Db &db, UserId user) const;

    // On the I/O thread.

    /// end() and ended() in one.
    boost::asio::awaitable<void> endNow(SessionId session, QString reason);
    /// Forgets what is in memory and tells the listeners (sockets close with 4010).
    void ended(const SessionId &session, const QString &reason);
    void onEnded(std::function<void(const SessionId &, const QString &reason)> listener);
    /// Sessions ended by another process since the last call: OutsideChanges.
    boost::asio::awaitable<void> noticeOutside();

    enum class Kind { Token, Cookie };
    /// Errors: expired_token (refresh), invalid_token (unknown, or its session has ended; {reason: deleted}).
    boost::asio::awaitable<Result<Credential>> find(Kind kind, QByteArray secret);
    /// A refresh token as it came in.
    struct Presented {
        QByteArray token;
        QByteArray holder; ///< The key of a checked DPoP proof; empty without one.
        QString address;
        QString requestId;
    };
    /// Rotates. Errors: invalid_grant ({reason: deleted}), invalid_proof.
    /// A second use ends the session, except by the same key within 10 s: that answer was lost (SR-27).
    boost::asio::awaitable<Result<SessionTokens>> refresh(Presented presented);

private:
    using Theft = std::optional<SessionId>; // which session a second use has ended
    Result<SessionTokens> rotate(Db &db, const QByteArray &hash, const Presented &presented, Theft &theft) const;
    /// `code` for a credential that is good for nothing, with what there is to say.
    static Error goneOf(Db &db, const QByteArray &hash, QLatin1StringView code, qint64 now);
    void remember(const QByteArray &mark, const Credential &credential);

    Store &m_store;
    const Clock &m_clock;
    const Audit &m_audit;
    const ServerUrls &m_urls;
    const QString m_passportId; // memberId of a Passport token
    const AddressOf m_addressOf;
    QHash<QByteArray, Credential> m_known; // by kind and hash
    QMultiHash<QString, QByteArray> m_knownOfSession;
    quint64 m_endings = 0; // a find() that began before an ending may not remember what it read
    qint64 m_outsideSeen = 0;
    std::vector<std::function<void(const SessionId &, const QString &)>> m_listeners;
};

} // namespace passport
