// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/networkaccess.h"

#include <QHostAddress>
#include <QNetworkProxyFactory>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

/// The address as a proxy sees it: websockets tunnel like https, and the system's rules know no "wss" (toolchain.md 8).
QUrl asHttp(QUrl url)
{
    if (url.scheme() == "ws"_L1)
        url.setScheme(u"http"_s);
    else if (url.scheme() == "wss"_L1)
        url.setScheme(u"https"_s);
    return url;
}

} // namespace

bool isLoopback(const QString &host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

/// Asked by QNetworkAccessManager for each connection.
class NetworkAccess::Factory : public QNetworkProxyFactory {
public:
    explicit Factory(const NetworkAccess &access)
        : m_access(access)
    {
    }

    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return {m_access.proxyFor(query.url())};
    }

private:
    const NetworkAccess &m_access;
};

NetworkAccess::NetworkAccess(ProxyChoice proxy, QObject *parent)
    : QObject(parent)
    , m_proxy(std::move(proxy))
    , m_http(std::make_unique<QNetworkAccessManager>())
{
    m_http->setProxyFactory(new Factory(*this)); // owned by the manager
    m_http->setAutoDeleteReplies(false);
}

NetworkAccess::~NetworkAccess() = default;

QSslConfiguration NetworkAccess::tls()
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    return tls;
}

QNetworkProxy NetworkAccess::proxyFor(const QUrl &url) const
{
    if (m_proxy.mode == ProxyChoice::Mode::None || isLoopback(url.host()))
        return QNetworkProxy::NoProxy;
    if (m_proxy.mode == ProxyChoice::Mode::Manual)
        return {QNetworkProxy::HttpProxy, m_proxy.host, m_proxy.port, m_proxy.user, m_proxy.password};
    const QList<QNetworkProxy> found = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(asHttp(url)));
    return found.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy) : found.first();
}

void NetworkAccess::setProxy(const ProxyChoice &proxy)
{
    if (proxy == m_proxy)
        return;
    m_proxy = proxy;
    m_http->clearConnectionCache();
    Q_EMIT proxyChanged();
}

} // namespace passport
