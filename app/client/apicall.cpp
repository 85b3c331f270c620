// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/apicall.h"

#include "client/clientcodes.h"
#include "client/dpopsigner.h"
#include "client/httperror.h"
#include "client/logging.h"
#include "client/networkaccess.h"
#include "client/tokenrefresh.h"
#include "protocol/errorcodes.h"

#include <QJsonDocument>
#include <QTimer>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

/// SR-22: secrets leave this computer encrypted or not at all.
bool isProtected(const QUrl &url)
{
    return url.scheme() == "https"_L1 || isLoopback(url.host());
}

QUrl withQuery(QUrl url, const QJsonObject &parameters)
{
    QUrlQuery query;
    for (auto it = parameters.begin(); it != parameters.end(); ++it)
        query.addQueryItem(it.key(), it.value().toVariant().toString());
    url.setQuery(query);
    return url;
}

} // namespace

ApiCall::ApiCall(ApiClient &client, ApiRequest request, QObject *context, Answer answer)
    : PendingRequest(&client)
    , m_client(client)
    , m_request(std::move(request))
    , m_context(context)
    , m_answer(std::move(answer))
{
}

ApiCall::~ApiCall() = default;

void ApiCall::abort()
{
    m_answer = {};
    m_exchange.reset();
    deleteLater();
}

void ApiCall::leaveServer()
{
    if (m_answer || !m_exchange)
        return abort();
    m_exchange->disconnect(this); // no header and no error of that server counts any more
    connect(m_exchange.get(), &HttpExchange::finished, this, &QObject::deleteLater);
}

void ApiCall::send()
{
    if (!isProtected(m_client.server())) {
        return finishLater(
            {.kind = Error::Kind::Insecure, .code = code::insecureAddress, .detail = m_client.origin(), .details = {}});
    }
    if (m_request.auth == Auth::Token && !m_client.m_credentials)
        return finishLater(Error::ofCode(code::noAuthFound, u"no credentials"_s));
    m_exchange = std::make_unique<HttpExchange>(m_client.m_network, HttpExchange::Limits{m_client.m_timing.transfer});
    connect(m_exchange.get(), &HttpExchange::uploadProgress, this, &ApiCall::uploadProgress);
    connect(m_exchange.get(), &HttpExchange::finished, this, &ApiCall::answered);
    const bool isFile = !m_request.fileType.isEmpty();
    m_exchange->post(
        httpRequest(), isFile ? m_request.file : QJsonDocument(parameters()).toJson(QJsonDocument::Compact));
}

QJsonObject ApiCall::parameters()
{
    QJsonObject all = m_request.body;
    if (m_request.change)
        all.insert("idempotencyKey"_L1, m_client.m_changes.keyOf(m_request));
    return all;
}

QNetworkRequest ApiCall::httpRequest()
{
    QUrl url
        = m_client.address(m_request.action ? u"/bitrix/services/main/ajax.php"_s : "/rest/"_L1 + m_request.method);
    if (m_request.action)
        url.setQuery("action="_L1 + m_request.method);
    QNetworkRequest http(url);
    if (m_request.action)
        http.setRawHeader("BX-Ajax", "true");
    if (m_request.fileType.isEmpty()) {
        http.setHeader(QNetworkRequest::ContentTypeHeader, "application/json"_ba);
    } else {
        http.setHeader(QNetworkRequest::ContentTypeHeader, m_request.fileType);
        http.setUrl(withQuery(url, parameters()));
    }
    addRight(http);
    return http;
}

void ApiCall::addRight(QNetworkRequest &http)
{
    const bool cookies = m_request.auth == Auth::Cookie;
    const auto control = cookies ? QNetworkRequest::Automatic : QNetworkRequest::Manual;
    http.setAttribute(QNetworkRequest::CookieLoadControlAttribute, control);
    http.setAttribute(QNetworkRequest::CookieSaveControlAttribute, control);
    if (cookies) {
        http.setRawHeader("X-Bitrix-Csrf-Token", m_client.m_csrf);
    } else if (m_request.auth != Auth::None && m_client.m_credentials) {
        const auto &[tokens, key, remember] = *m_client.m_credentials;
        m_sentToken = tokens.accessToken;
        http.setRawHeader("Authorization", (tokens.isBound() ? "DPoP "_ba : "Bearer "_ba) + m_sentToken.toLatin1());
        if (tokens.isBound())
            http.setRawHeader("DPoP", dpopProof(*key, "POST"_ba, http.url(), m_sentToken, m_client.m_nonce));
    }
}

void ApiCall::answered(const HttpAnswer &answer)
{
    m_exchange.release()->deleteLater(); // it is the sender
    m_client.noteHeaders(answer);
    const Result<QJsonObject> result = m_request.action ? actionResult(answer) : restResult(answer);
    if (result || !repeats(result.error()))
        finish(result);
}

bool ApiCall::repeats(const Error &error)
{
    if (error.code == code::useDpopNonce && !std::exchange(m_nonceRepeated, true)) {
        send();
        return true;
    }
    const bool bound = m_request.auth == Auth::Token && m_client.m_credentials;
    if (bound && error.code == code::invalidProof && !std::exchange(m_proofRepeated, true)) {
        send();
        return true;
    }
    if (error.code == code::invalidCsrf && !std::exchange(m_csrfRepeated, true)) {
        m_client.m_csrf = error.details.value("csrf"_L1).toString().toLatin1();
        send();
        return true;
    }
    if (m_client.m_credentials && wantsNewToken(error) && !std::exchange(m_tokenRepeated, true)) {
        awaitRefresh();
        return true;
    }
    return false;
}

bool ApiCall::wantsNewToken(const Error &error) const
{
    // The server forgets a token when it gives the next one; that is on its way to us, or being saved, or has come.
    const bool overtaken = m_client.m_refresh->isRunning() || m_client.m_credentials->tokens.accessToken != m_sentToken;
    return error.code == code::expiredToken || (error.code == code::invalidToken && overtaken);
}

void ApiCall::awaitRefresh()
{
    m_nonceRepeated = false;
    if (m_client.m_credentials->tokens.accessToken != m_sentToken)
        return send(); // refreshed while this call was on its way
    connect(m_client.m_refresh.get(), &TokenRefresh::finished, this, &ApiCall::refreshed, Qt::SingleShotConnection);
    m_client.m_refresh->request();
}

void ApiCall::refreshed(const std::optional<Error> &error)
{
    if (error)
        finishLater(*error); // whoever ended the session first comes to its end
    else
        send();
}

void ApiCall::finish(const Result<QJsonObject> &result)
{
    ApiClient &client = m_client;
    if (m_request.change)
        client.m_changes.ended(m_request, result ? nullptr : &result.error());
    const Answer answer = std::exchange(m_answer, {});
    deleteLater();
    if (!result) {
        const Error &error = result.error();
        qCInfo(apiLog) << m_request.method << "failed:" << error.code << error.detail << error.requestId();
        const bool ours = client.m_credentials && client.m_credentials->tokens.accessToken == m_sentToken;
        if (error.code == code::invalidToken && ours)
            QTimer::singleShot(0, &m_client, [&api = m_client, error] { api.endSession(error); });
    }
    if (answer && m_context)
        answer(result); // last: may delete anything
}

void ApiCall::finishLater(const Error &error)
{
    QTimer::singleShot(0, this, [this, error] { finish(error); });
}

} // namespace passport
