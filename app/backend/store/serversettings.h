// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/store/store.h"
#include "protocol/ids.h"

#include <QHash>
#include <QString>
#include <functional>
#include <shared_mutex>
#include <span>
#include <vector>

namespace passport {

/// The server's switches and figures (`setting get|set`): "main.allow_qrcode_auth", "qr.basic", "portal.maintenance"
/// (Y/N, global and per portal, default N), "qr.hardened" (Y/N, default Y) and "limit.*". Kept in memory for the I/O
/// thread; the database is the truth, and a change made by a subcommand of another process is noticed within a quarter
/// of a second (ChangeWatch).
class ServerSettings {
public:
    struct Known {
        QLatin1StringView name;
        QLatin1StringView defaultValue;
        bool perPortal;
    };
    /// Every setting there is; an unknown name is refused by set().
    [[nodiscard]] static std::span<const Known> known();

    /// Reads all values. Throws StoreError.
    static QHash<QString, QString> load(Db &db);
    /// Refuses an unknown name (not_found) and a value of the wrong form (invalid_request). `portal` empty: global.
    static Result<Done> set(Db &db, const QString &name, const QString &value, const PortalId &portal = {});

    /// Replaces what is in memory and tells the listeners if anything differs. I/O thread.
    void apply(QHash<QString, QString> values);

    // Any thread: transactions ask too.
    [[nodiscard]] QString value(QLatin1StringView name, const PortalId &portal = {}) const;
    [[nodiscard]] bool isOn(QLatin1StringView name, const PortalId &portal = {}) const; ///< "Y"
    [[nodiscard]] int integer(QLatin1StringView name) const;

    /// `listener` runs on the I/O thread after each change, until the program ends.
    void onChanged(std::function<void()> listener);

private:
    mutable std::shared_mutex m_mutex;
    QHash<QString, QString> m_values; // guarded; "name" or "name@memberId"
    std::vector<std::function<void()>> m_listeners;
};

namespace setting {
inline constexpr QLatin1StringView qrAllowed("main.allow_qrcode_auth");
inline constexpr QLatin1StringView qrBasic("qr.basic");
/// N: the server has the public wire alone, as a server of the public system.
inline constexpr QLatin1StringView qrHardened("qr.hardened");
inline constexpr QLatin1StringView approveJoining("portal.approve_joining"); ///< Y/N, per portal; who accepts, waits
inline constexpr QLatin1StringView portalMaintenance("portal.maintenance"); ///< It takes over no changes for now.
inline constexpr QLatin1StringView passwordLength("password.min_length"); ///< 8; less counts as 8 (SR-35)
inline constexpr QLatin1StringView openTicketsPerAddress("limit.qr.open_tickets_per_address"); ///< 200
inline constexpr QLatin1StringView opensPerAddress("limit.qr.opens_per_address"); ///< 1000 in 10 min
inline constexpr QLatin1StringView openTickets("limit.qr.open_tickets"); ///< 50 000
inline constexpr QLatin1StringView scansPerPerson("limit.qr.scans_per_person"); ///< 10 in 5 min
inline constexpr QLatin1StringView wrongCodesPerPerson("limit.qr.wrong_codes_per_person"); ///< 5 in 5 min
inline constexpr QLatin1StringView wrongCodesPerAddress("limit.qr.wrong_codes_per_address"); ///< 50 in 5 min
inline constexpr QLatin1StringView waitingApprovals("limit.qr.waiting_approvals"); ///< 5 per person
inline constexpr QLatin1StringView prompts("limit.qr.prompts"); ///< 3 per person in 5 min
inline constexpr QLatin1StringView proofCallsPerSecond("limit.qr.proof_calls_per_second"); ///< 2, burst 10
inline constexpr QLatin1StringView failuresPerLogin("limit.signin.failures_per_login"); ///< 5, then delays (SR-36)
inline constexpr QLatin1StringView failuresPerAddress("limit.signin.failures_per_address"); ///< 30, then delays
} // namespace setting

} // namespace passport
