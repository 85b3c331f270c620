// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/portallogos.h"

#include "client/apiclient.h"
#include "client/networkaccess.h"

#include <QBuffer>
#include <QCache>
#include <QImage>
#include <QImageReader>
#include <QNetworkReply>
#include <QSet>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr int kept = 256; ///< Pictures: some screens full, 4 MB.
constexpr int widest = 2048; ///< Pixels of a picture that is decoded at all: a small file may claim a huge one.

QImage decode(QByteArray bytes)
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    const QSize size = reader.size();
    if (!size.isValid() || size.width() > widest || size.height() > widest)
        return {};
    reader.setScaledSize(size.scaled(PortalLogos::side, PortalLogos::side, Qt::KeepAspectRatioByExpanding));
    const QImage picture = reader.read();
    const QRect middle(
        (picture.width() - PortalLogos::side) / 2, (picture.height() - PortalLogos::side) / 2, PortalLogos::side,
        PortalLogos::side);
    return picture.isNull() ? QImage() : picture.copy(middle);
}

} // namespace

struct PortalLogos::Private {
    QCache<QUrl, QImage> pictures{kept}; ///< Null ones could not be had and are not asked for again.
    QSet<QUrl> running;
};

PortalLogos::PortalLogos(NetworkAccess &network, ApiClient &api, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_api(api)
    , d(std::make_unique<Private>())
{
}

PortalLogos::~PortalLogos() = default;

bool PortalLogos::isOurs(const QUrl &url) const
{
    const QUrl server = m_api.server();
    return url.isValid() && !server.isEmpty() && url.scheme() == server.scheme() && url.host() == server.host()
        && url.port() == server.port() && url.userInfo().isEmpty();
}

QImage PortalLogos::of(const PortalId &portal, const QString &text)
{
    if (text.isEmpty())
        return {};
    const QUrl url(text, QUrl::StrictMode);
    if (const QImage *picture = d->pictures.object(url))
        return *picture;
    if (isOurs(url) && !d->running.contains(url))
        fetch(portal, url);
    return {};
}

void PortalLogos::fetch(const PortalId &portal, const QUrl &url)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setSslConfiguration(NetworkAccess::tls());
    request.setTransferTimeout(15000); // as long as a call may take
    QNetworkReply *reply = m_network.http().get(request);
    d->running.insert(url);
    connect(reply, &QNetworkReply::downloadProgress, this, [reply](qint64 received, qint64 total) {
        if (received > largest || total > largest)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, portal, url, reply] { received(portal, url, reply); });
}

void PortalLogos::received(const PortalId &portal, const QUrl &url, QNetworkReply *reply)
{
    reply->deleteLater();
    if (!d->running.remove(url))
        return; // cleared meanwhile
    const QByteArray bytes = reply->read(largest + 1);
    const bool good = bytes.size() <= largest && reply->error() == QNetworkReply::NoError
        && reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == 200;
    d->pictures.insert(url, new QImage(good ? decode(bytes) : QImage()));
    Q_EMIT changed(portal);
}

void PortalLogos::clear()
{
    d->running.clear();
    d->pictures.clear();
}

} // namespace passport
