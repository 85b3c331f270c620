// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QObject>
#include <QUrl>
#include <memory>

namespace passport {

class ApiClient;
class HttpExchange;
class NetworkAccess;
class Session;

/// The photo of the person signed in, fetched whenever his profile names another one. Kept in memory alone.
class PersonPhoto : public QObject {
    Q_OBJECT
public:
    PersonPhoto(ApiClient &api, NetworkAccess &network, Session &session, QObject *parent = nullptr);
    ~PersonPhoto() override;

    /// Null while there is none, or it has not come yet.
    [[nodiscard]] const QImage &image() const { return m_image; }

Q_SIGNALS:
    void changed();

private:
    void follow();
    void fetch();
    void setImage(const QImage &image);

    ApiClient &m_api;
    NetworkAccess &m_network;
    Session &m_session;
    QUrl m_url; ///< Of `m_image`, or of the one that is being fetched.
    QImage m_image;
    std::unique_ptr<HttpExchange> m_exchange;
};

} // namespace passport
