// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/clock.h"
#include "protocol/portalsapi.h"

#include <QHash>
#include <boost/asio/awaitable.hpp>
#include <memory>
#include <vector>

namespace passport {

class Db;
class ServerSettings;
class ServerUrls;
class Store;

/// One person's portals, ready to be told.
struct OwnPortals {
    struct Entry {
        Portal portal;
        QString sortKey; ///< Title without case, then memberId: no two are equal.
    };
    std::vector<Entry> entries; ///< By sortKey.
    int createdCount = 0;
    qint64 revision = 0;
    int unread = 0;
    Clock::TimePoint readAt{};

    [[nodiscard]] const Portal *find(const PortalId &id) const;
};

/// The portals of whoever asked lately, in memory: a list costs no query until something changes (the bound of 10,000
/// reads a second). I/O thread.
class PortalLists {
public:
    PortalLists(Store &store, const Clock &clock, ServerSettings &settings, const ServerUrls &urls);

    using Own = std::shared_ptr<const OwnPortals>;
    boost::asio::awaitable<Own> of(UserId user);
    /// In the transaction of a change: one portal as the list tells it from then on. Error: not_found.
    [[nodiscard]] Result<Portal> asTold(Db &db, UserId user, const PortalId &portal) const;
    /// After a change of this person's portals has committed.
    void forget(UserId user);
    void forgetAll();
    /// Of the lists in memory.
    [[nodiscard]] QHash<UserId, qint64> knownRevisions() const;

private:
    void prepare(OwnPortals &own, std::vector<Portal> portals) const;
    /// What the store does not know of a portal.
    void complete(Portal &portal) const;

    Store &m_store;
    const Clock &m_clock;
    ServerSettings &m_settings;
    const ServerUrls &m_urls;
    QHash<UserId, Own> m_known;
    quint64 m_changes = 0; // an of() that began before a change may not remember what it read
};

/// One page of `portals` (api.md 1, "list"). Errors: invalid_request for a cursor that is none of ours.
[[nodiscard]] Result<PortalList> pageOf(const OwnPortals &portals, const ListPortals &request);

} // namespace passport
