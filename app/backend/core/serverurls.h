// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

namespace passport {

/// Where this server lives, as it says in its answers and as clients may dial it (api.md 1, "URLs of one server").
/// Empty until the listener knows its port; the rest of the backend holds a reference and asks when it answers.
class ServerUrls {
public:
    /// `base` is --public-url or the listener's own address; `audiences` are other origins under which it may be
    /// dialled
    /// (--audience). On loopback 127.0.0.1, [::1] and localhost stand for one another.
    void set(const QUrl &base, const QList<QUrl> &audiences = {});

    [[nodiscard]] const QString &base() const { return m_base; } ///< Without a slash at its end.
    [[nodiscard]] const QString &domain() const { return m_domain; } ///< host[:port]
    [[nodiscard]] QString rest() const { return m_base + QStringLiteral("/rest/"); }
    [[nodiscard]] QString portal(const QString &address) const; ///< `<base>/p/<address>/`
    [[nodiscard]] QString portalRest(const QString &address) const; ///< `<base>/p/<address>/rest/`
    [[nodiscard]] bool isSecure() const { return m_base.startsWith(QStringLiteral("https:")); }

    /// Whether a client that dialled `origin` (scheme://host[:port], default port left out) has dialled us.
    /// Every origin that a client may have dialled.
    [[nodiscard]] const QStringList &origins() const { return m_origins; }
    [[nodiscard]] bool isOurs(const QString &origin) const { return m_origins.contains(origin); }

private:
    QString m_base;
    QString m_domain;
    QStringList m_origins;
};

} // namespace passport
