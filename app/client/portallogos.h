// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/ids.h"

#include <QObject>
#include <QUrl>
#include <memory>

class QImage;
class QNetworkReply;

namespace passport {

class ApiClient;
class NetworkAccess;

/// The pictures of portals, each fetched when it is first wanted. Only from the Passport's own server and without any
/// credentials: another host would learn who looks at his portals, and when. A portal without one keeps its initials.
class PortalLogos : public QObject {
    Q_OBJECT
public:
    static constexpr int side = 64; ///< Pixels; a row shows it at 32 points.
    static constexpr qint64 largest = 256 * 1024; ///< Bytes: ten times what a logo of that size takes.

    PortalLogos(NetworkAccess &network, ApiClient &api, QObject *parent = nullptr);
    ~PortalLogos() override;

    /// Square, or null: there is none, or it is not here yet; changed() tells when it is.
    [[nodiscard]] QImage of(const PortalId &portal, const QString &url);
    /// Somebody else signs in.
    void clear();

Q_SIGNALS:
    void changed(const passport::PortalId &portal);

private:
    struct Private;

    [[nodiscard]] bool isOurs(const QUrl &url) const;
    void fetch(const PortalId &portal, const QUrl &url);
    void received(const PortalId &portal, const QUrl &url, QNetworkReply *reply);

    NetworkAccess &m_network;
    ApiClient &m_api;
    std::unique_ptr<Private> d;
};

} // namespace passport
