// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QObject>
#include <QSslConfiguration>
#include <QUrl>
#include <memory>

namespace passport {

/// "localhost" or an address of this computer itself.
[[nodiscard]] bool isLoopback(const QString &host);

/// Where the way to the net leads; the password of a proxy lives in the keyring alone (SR-25).
struct ProxyChoice {
    enum class Mode { System, None, Manual };

    Mode mode = Mode::System;
    QString host; ///< Only with Manual, like the rest.
    quint16 port = 0;
    QString user;
    QString password;

    bool operator==(const ProxyChoice &) const = default;
};

/// One way out for everything: HTTP, websockets and probes get the same proxy and the same TLS rules from here, so that
/// no part of the program can be online while another is not.
class NetworkAccess : public QObject {
    Q_OBJECT
public:
    explicit NetworkAccess(ProxyChoice proxy = {}, QObject *parent = nullptr);
    ~NetworkAccess() override;

    [[nodiscard]] QNetworkAccessManager &http() const { return *m_http; }
    /// TLS 1.2 or newer, the system's trust store, no exceptions (SR-21).
    [[nodiscard]] static QSslConfiguration tls();
    /// Asked for each connection: the system's answer may change with the network. Loopback never goes through a proxy.
    [[nodiscard]] QNetworkProxy proxyFor(const QUrl &url) const;

    [[nodiscard]] const ProxyChoice &proxy() const { return m_proxy; }
    void setProxy(const ProxyChoice &proxy);

Q_SIGNALS:
    void proxyChanged();

private:
    class Factory;

    ProxyChoice m_proxy;
    std::unique_ptr<QNetworkAccessManager> m_http;
};

} // namespace passport
