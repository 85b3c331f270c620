// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/apiclient.h"

#include "client/apicall.h"
#include "client/logging.h"
#include "client/networkaccess.h"
#include "client/tokenrefresh.h"
#include "protocol/qrlink.h"

#include <QAuthenticator>
#include <QDateTime>
#include <QLocale>
#include <QNetworkCookieJar>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

constexpr auto tellingSkew = 2min; // less is ordinary drift and harms nothing

bool isTelling(std::chrono::seconds skew)
{
    return skew > tellingSkew || skew < -tellingSkew;
}

QUrl withoutLastSlash(QUrl url)
{
    QString path = url.path();
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path);
    return url;
}

} // namespace

ApiClient::ApiClient(NetworkAccess &network, const QUrl &server, Timing timing, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_server(withoutLastSlash(server))
    , m_timing(timing)
    , m_refresh(std::make_unique<TokenRefresh>(*this))
{
    connect(
        &m_network.http(), &QNetworkAccessManager::proxyAuthenticationRequired, this,
        &ApiClient::proxyAuthenticationNeeded);
}

ApiClient::~ApiClient() = default;

void ApiClient::setServer(const QUrl &server)
{
    const QUrl base = withoutLastSlash(server);
    if (base == m_server)
        return;
    for (ApiCall *call : findChildren<ApiCall *>(Qt::FindDirectChildrenOnly))
        call->leaveServer();
    clearCredentials();
    m_server = base;
    m_nonce.clear();
    m_csrf.clear();
    m_network.http().setCookieJar(new QNetworkCookieJar); // owned by the manager
}

QString ApiClient::origin() const
{
    return originOf(m_server);
}

QUrl ApiClient::address(const QString &path) const
{
    QUrl url = m_server;
    url.setPath(m_server.path() + path);
    return url;
}

void ApiClient::setCredentials(const Credentials &credentials)
{
    m_refresh->cancel();
    m_credentials = credentials;
}

void ApiClient::clearCredentials()
{
    m_refresh->cancel();
    m_credentials.reset();
    m_changes.clear();
}

void ApiClient::setKeepTokens(KeepTokens keep)
{
    m_keep = std::move(keep);
}

PendingRequest *ApiClient::start(const ApiRequest &request, QObject *context, Answer answer)
{
    auto *call = new ApiCall(*this, request, context, std::move(answer)); // our child; deletes itself after the answer
    call->send();
    return call;
}

void ApiClient::noteHeaders(const HttpAnswer &answer)
{
    if (answer.status >= 200 && answer.status < 500 && answer.proxy.isEmpty())
        Q_EMIT answered();
    if (!answer.nonce.isEmpty())
        m_nonce = answer.nonce;
    // RFC 9110 5.6.7; QDateTime's own RFC 2822 reader does not know "GMT".
    const QString form = u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s;
    QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(answer.date), form);
    if (!date.isValid())
        return;
    date.setTimeSpec(Qt::UTC);
    const std::chrono::seconds skew(date.secsTo(QDateTime::currentDateTimeUtc()));
    const bool crossed = isTelling(skew) != isTelling(std::exchange(m_clockSkew, skew));
    if (crossed)
        Q_EMIT clockSkewChanged();
}

void ApiClient::endSession(const Error &why)
{
    if (!m_credentials)
        return;
    clearCredentials();
    qCInfo(sessionLog) << "the server ended the session:" << why.code;
    Q_EMIT sessionEnded(why);
}

} // namespace passport
