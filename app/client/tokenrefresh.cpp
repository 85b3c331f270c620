// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/tokenrefresh.h"

#include "client/apiclient.h"
#include "client/dpopsigner.h"
#include "client/httperror.h"
#include "client/logging.h"
#include "protocol/errorcodes.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

QByteArray formOf(const SessionTokens &tokens)
{
    QUrlQuery form;
    form.addQueryItem(u"grant_type"_s, u"refresh_token"_s);
    form.addQueryItem(u"refresh_token"_s, tokens.refreshToken);
    form.addQueryItem(u"client_id"_s, u"passport"_s);
    return form.toString(QUrl::FullyEncoded).toLatin1();
}

bool isOver(const Error &error)
{
    return error.code == code::invalidGrant || error.code == code::invalidToken
        || error.kind == Error::Kind::SignInNeeded;
}

} // namespace

TokenRefresh::TokenRefresh(ApiClient &client)
    : m_client(client)
{
}

TokenRefresh::~TokenRefresh() = default;

void TokenRefresh::request()
{
    if (m_running)
        return;
    m_running = true;
    m_nonceRepeated = false;
    m_lossRepeated = false;
    ++m_round;
    send();
}

void TokenRefresh::cancel()
{
    m_exchange.reset();
    if (std::exchange(m_running, false))
        Q_EMIT finished(Error::ofCode(code::noAuthFound, u"the session was replaced"_s));
}

void TokenRefresh::send()
{
    const Credentials &credentials = *m_client.m_credentials;
    QNetworkRequest request(m_client.address(u"/oauth/token/"_s));
    request.setHeader(QNetworkRequest::ContentTypeHeader, "application/x-www-form-urlencoded"_ba);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    if (credentials.tokens.isBound())
        request.setRawHeader("DPoP", dpopProof(*credentials.key, "POST"_ba, request.url(), {}, m_client.m_nonce));
    m_exchange = std::make_unique<HttpExchange>(m_client.m_network, HttpExchange::Limits{m_client.m_timing.transfer});
    connect(m_exchange.get(), &HttpExchange::finished, this, &TokenRefresh::answered);
    m_exchange->post(request, formOf(credentials.tokens));
}

void TokenRefresh::answered(const HttpAnswer &answer)
{
    m_exchange.release()->deleteLater(); // it is the sender
    m_client.noteHeaders(answer);
    const Result<QJsonObject> json = plainResult(answer);
    if (json)
        return keep(*json);
    const Error &error = json.error();
    if (error.code == code::useDpopNonce && !std::exchange(m_nonceRepeated, true))
        return send();
    const bool unreadable = error.kind == Error::Kind::Malformed && error.code.isEmpty();
    const bool copied = error.code == code::invalidProof; // it arrived twice: see ApiCall
    const bool lost = error.kind == Error::Kind::Offline || error.kind == Error::Kind::Timeout || unreadable || copied;
    if (lost && !std::exchange(m_lossRepeated, true))
        return send();
    fail(error);
}

void TokenRefresh::keep(const QJsonObject &json)
{
    const Result<SessionTokens> tokens = SessionTokens::fromJson(json);
    if (!tokens)
        return fail(tokens.error());
    Credentials rotated = *m_client.m_credentials;
    rotated.tokens = *tokens;
    const auto go = [this, rotated, round = m_round] {
        if (!m_running || round != m_round)
            return;
        m_running = false;
        m_client.m_credentials = rotated;
        Q_EMIT finished(std::nullopt);
    };
    if (m_client.m_keep)
        m_client.m_keep(rotated, go);
    else
        go();
}

void TokenRefresh::fail(const Error &error)
{
    m_running = false;
    qCInfo(apiLog) << "refresh failed:" << error.code << error.detail;
    Error told = error;
    if (isOver(error))
        told.kind = Error::Kind::SignInNeeded;
    Q_EMIT finished(told);
    if (isOver(error))
        m_client.endSession(told); // last: may lead to anything
}

} // namespace passport
