// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/clock.h"
#include "backend/store/db.h"
#include "protocol/ids.h"
#include "protocol/result.h"

#include <QJsonObject>
#include <QString>
#include <optional>

namespace passport {

struct HttpRequest;

/// One line of the audit log (SR-41). Secrets do not appear; logins and addresses do as Audit::mark(). What a device
/// says of itself is data.
struct AuditEntry {
    QLatin1StringView event; ///< See namespace audit.
    std::optional<UserId> actor = std::nullopt;
    QString session = {}; ///< Public session id.
    QString address = {}; ///< The network address that asked.
    QString device = {}; ///< "name, os, app" as the device says of itself.
    QString requestId = {};
    QJsonObject data = {};
};

/// Append-only and chained: each row holds HMAC-SHA-256 over the previous row's and its own content, and the head is
/// kept apart, so an edited, inserted or removed row is found by verify(). The key is not in the database: who can
/// write there alone cannot chain anew. Who also reads the key can; against him a copy of the head kept elsewhere
/// helps.
class Audit {
public:
    /// `key`: of this log alone (Secrets::keyFor).
    Audit(const Clock &clock, const QByteArray &key);

    /// What stands here, and in counters of failures, for a login or an address: the same for the same text, and
    /// nothing to whoever has the database without the key. A plain hash of a phone number is guessed within seconds.
    /// Rows from before there were marks keep their SHA-256: a chain is not written anew.
    [[nodiscard]] QString mark(const QString &text) const;

    /// In the transaction of what it tells about. Throws StoreError.
    void record(Db &db, const AuditEntry &entry) const;

    /// How many rows stand, or which one breaks the chain.
    Result<qint64> verify(Db &db) const;

private:
    [[nodiscard]] QByteArray chained(const QByteArray &previous, const QStringList &row) const;

    const Clock &m_clock;
    const QByteArray m_key;
    const QByteArray m_markKey; // another: no mark can pass for a link of the chain
};

namespace audit {
inline constexpr QLatin1StringView signedIn("signin.ok"); ///< data {method: password|totp|qr|cookie}
inline constexpr QLatin1StringView signInFailed("signin.fail"); ///< data {method, reason, login as mark}
inline constexpr QLatin1StringView signedOut("signout");
inline constexpr QLatin1StringView tokenReuse("token.reuse");
inline constexpr QLatin1StringView userChanged("user.change");
inline constexpr QLatin1StringView settingChanged("setting.change");
} // namespace audit

} // namespace passport
