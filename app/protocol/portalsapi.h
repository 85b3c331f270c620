// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/endpoint.h"
#include "protocol/portal.h"
#include "protocol/pullconfig.h"
#include "protocol/tokens.h"

#include <QUrl>
#include <chrono>
#include <optional>
#include <vector>

namespace passport {

/// One page of the person's portals, optionally those whose title or address contains `query`.
struct ListPortals {
    using Response = PortalList;
    static constexpr QLatin1StringView method{"passport.portals.list"};
    static constexpr Auth auth = Auth::Token;
    static constexpr int defaultLimit = 50; // api.md 1
    static constexpr int maxLimit = 200;

    std::optional<QString> query;
    int limit = defaultLimit; ///< 1…maxLimit
    std::optional<QString> cursor;

    [[nodiscard]] QJsonObject toJson() const;
    static Result<ListPortals> fromJson(const QJsonObject &json);
    bool operator==(const ListPortals &) const = default;
};

/// A portal entered: tokens for its own REST and the config of its own channel.
struct EnteredPortal {
    Portal portal;
    SessionTokens tokens;
    PullConfig pull;

    static Result<EnteredPortal> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const EnteredPortal &) const = default;
};

/// Makes a portal the current one. Errors: not_found (no member), not_allowed (blocked, pending), stepup_required
/// (session from QR, portal with QR off).
struct SwitchPortal {
    using Response = EnteredPortal;
    static constexpr QLatin1StringView method{"passport.portals.switch"};
    static constexpr Auth auth = Auth::Token;

    PortalId memberId;

    [[nodiscard]] QJsonObject toJson() const;
    static Result<SwitchPortal> fromJson(const QJsonObject &json);
    bool operator==(const SwitchPortal &) const = default;
};

/// A one-time address that opens the portal signed in (SR-30).
struct OneTimeLink {
    QUrl url;
    std::chrono::seconds secondsLeft{};

    static Result<OneTimeLink> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const OneTimeLink &) const = default;
};

/// Asks for one. Errors as for SwitchPortal.
struct OpenPortalLink {
    using Response = OneTimeLink;
    static constexpr QLatin1StringView method{"passport.portals.openlink"};
    static constexpr Auth auth = Auth::Token;

    PortalId memberId;

    [[nodiscard]] QJsonObject toJson() const;
    static Result<OpenPortalLink> fromJson(const QJsonObject &json);
    bool operator==(const OpenPortalLink &) const = default;
};

/// Unread of one portal.
struct PortalCounter {
    PortalId memberId;
    int count = 0;

    static Result<PortalCounter> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const PortalCounter &) const = default;
};

/// Unread of all.
struct CounterList {
    int total = 0;
    std::vector<PortalCounter> portals;

    static Result<CounterList> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const CounterList &) const = default;
};

/// Reads all counters; afterwards `passport / counters` tells each change.
struct GetCounters {
    using Response = CounterList;
    static constexpr QLatin1StringView method{"passport.counters.get"};
    static constexpr Auth auth = Auth::Token;

    [[nodiscard]] QJsonObject toJson() const { return {}; }
    static Result<GetCounters> fromJson(const QJsonObject &) { return GetCounters{}; }
    bool operator==(const GetCounters &) const = default;
};

} // namespace passport
