// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/httpexchange.h"

#include "client/networkaccess.h"

#include <QSslConfiguration>

namespace passport {

HttpExchange::HttpExchange(NetworkAccess &network, Limits limits, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_limits(limits)
{
}

HttpExchange::~HttpExchange()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    if (m_reply->isRunning() && m_reply->error() == QNetworkReply::NoError)
        m_reply->abort();
    m_reply->deleteLater(); // we may be inside one of its signals
}

void HttpExchange::post(QNetworkRequest request, const QByteArray &body)
{
    prepare(request);
    follow(m_network.http().post(request, body));
}

void HttpExchange::get(QNetworkRequest request)
{
    prepare(request);
    follow(m_network.http().get(request));
}

void HttpExchange::prepare(QNetworkRequest &request) const
{
    request.setTransferTimeout(static_cast<int>(m_limits.transfer.count()));
    // A redirect would turn a POST into a GET and may lead to a stranger; an answer that redirects is an error.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    if (request.url().scheme() == QLatin1StringView("https"))
        request.setSslConfiguration(NetworkAccess::tls());
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Passport/" PASSPORT_VERSION));
}

void HttpExchange::follow(QNetworkReply *reply)
{
    m_reply = reply;
    m_answer.host = reply->url().host();
    connect(reply, &QNetworkReply::readyRead, this, &HttpExchange::read);
    connect(reply, &QNetworkReply::uploadProgress, this, &HttpExchange::uploadProgress);
    connect(reply, &QNetworkReply::finished, this, &HttpExchange::end);
    connect(reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        if (!m_answer.tlsError && !errors.isEmpty())
            m_answer.tlsError = errors.first();
    });
}

void HttpExchange::read()
{
    m_answer.body += m_reply->readAll();
    if (m_answer.body.size() <= m_limits.answerBytes)
        return;
    m_answer.tooLarge = true;
    m_answer.body.clear();
    m_reply->abort(); // comes to end()
}

void HttpExchange::end()
{
    const QNetworkReply &reply = *m_reply;
    if (!m_answer.tooLarge && m_reply->isOpen())
        m_answer.body += m_reply->readAll();
    m_answer.error = reply.error();
    if (m_answer.error == QNetworkReply::ProxyAuthenticationRequiredError)
        m_answer.proxy = m_network.proxyFor(reply.url()).hostName();
    m_answer.status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    m_answer.contentType = reply.rawHeader("Content-Type");
    m_answer.reason = reply.errorString();
    m_answer.nonce = reply.rawHeader("DPoP-Nonce");
    m_answer.date = reply.rawHeader("Date");
    m_answer.lastMessageId = reply.rawHeader("Last-Message-Id");
    bool isNumber = false;
    const int seconds = reply.rawHeader("Retry-After").toInt(&isNumber);
    if (isNumber && seconds >= 0)
        m_answer.retryAfter = std::chrono::seconds(seconds);
    const qint64 promised = reply.header(QNetworkRequest::ContentLengthHeader).toLongLong();
    const bool cut = m_answer.body.size() < promised && !reply.hasRawHeader("Content-Encoding");
    if (cut && !m_answer.tooLarge && m_answer.error == QNetworkReply::NoError)
        m_answer.error = QNetworkReply::RemoteHostClosedError; // Qt does not notice it on a connection used again
    m_reply->deleteLater();
    m_reply.clear();
    Q_EMIT finished(m_answer);
}

} // namespace passport
