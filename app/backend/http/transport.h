// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/accesslog.h"
#include "backend/http/faults.h"
#include "backend/http/limits.h"
#include "backend/http/routes.h"

#include <QHash>
#include <array>
#include <boost/intrusive/list.hpp>

namespace passport {

/// Anything that holds a socket open: a connection or a websocket. In the transport's list while it lives.
class OpenConnection
    : public boost::intrusive::list_base_hook<boost::intrusive::link_mode<boost::intrusive::auto_unlink>> {
public:
    OpenConnection() = default;
    OpenConnection(const OpenConnection &) = delete;
    OpenConnection &operator=(const OpenConnection &) = delete;
    virtual ~OpenConnection() = default;
    virtual void shutDown() = 0; ///< Ends what is under way, then closes.
    virtual void cut() = 0; ///< Closes at once.
};

/// What all connections of one server share. I/O thread only.
struct Transport {
    Transport(const Routes &theRoutes, Faults &theFaults, AccessLog &theLog, HttpLimits theLimits, bool isBehindProxy);

    const Routes &routes;
    Faults &faults;
    AccessLog &log;
    const HttpLimits limits;
    const bool behindProxy; ///< X-Forwarded-For and -Proto of loopback peers are believed.
    bool stopping = false;
    int uploads = 0; ///< Files that are coming in.

    boost::intrusive::list<OpenConnection, boost::intrusive::constant_time_size<false>> open;
    QHash<QByteArray, int> connectionsByAddress;

    // For /metrics.
    std::array<quint64, 6> answersByClass{}; ///< [2] counts the 2xx.
    quint64 acceptedConnections = 0;
    quint64 refusedConnections = 0;
    qsizetype openWebSockets = 0;

    [[nodiscard]] QByteArray nextRequestId();

private:
    QByteArray m_requestPrefix; ///< Random, so that ids of two runs differ.
    quint64 m_requests = 0;
};

/// A place among the connections of one address; given back when destroyed.
class AddressSlot {
public:
    /// Nothing if the address has as many as it may.
    static std::optional<AddressSlot> take(Transport &transport, const QByteArray &address, bool loopback);
    AddressSlot(AddressSlot &&other) noexcept;
    AddressSlot &operator=(AddressSlot &&) = delete;
    ~AddressSlot();

private:
    AddressSlot(Transport &transport, QByteArray group);

    Transport *m_transport;
    QByteArray m_group;
};

/// The other end of a connection.
struct Peer {
    QByteArray address;
    bool loopback = false;
    bool secure = false; ///< TLS here.
    AddressSlot slot;
};

} // namespace passport
