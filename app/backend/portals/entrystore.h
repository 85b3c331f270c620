// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/clock.h"
#include "protocol/ids.h"

#include <QByteArray>
#include <QString>
#include <chrono>
#include <optional>

namespace passport {

class Db;

// Queries of the tables portal_entry and portal_visit (SR-30). Each throws StoreError.

inline constexpr std::chrono::seconds entryLife{60};
/// A browser stays in for a working day; it ends earlier with the session that made the link.
inline constexpr std::chrono::hours visitLife{12};

/// Into which portal, for whom.
struct PortalEntry {
    SessionId session;
    PortalId portal;
};

/// A fresh one-time code: 43 characters, stored as a hash.
QString addEntry(Db &db, const PortalEntry &entry, Clock::TimePoint now);
/// Uses the code up, if it is one for this portal; a second time there is nothing. Old ones are removed on the way.
std::optional<PortalEntry> takeEntry(Db &db, const QString &code, const PortalId &portal, Clock::TimePoint now);

/// A fresh cookie value for a browser that came in.
QByteArray addVisit(Db &db, const PortalEntry &entry, Clock::TimePoint now);
/// Whose browser this is, while the session lives and the membership is active; 0 for nobody.
[[nodiscard]] UserId visitorOf(Db &db, const QByteArray &cookie, const PortalId &portal, Clock::TimePoint now);

/// Whether a session came out of a QR sign-in (SR-18).
[[nodiscard]] bool isBornFromQr(Db &db, const SessionId &session);

} // namespace passport
