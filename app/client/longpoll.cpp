// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/longpoll.h"

#include "client/httperror.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr qint64 largestAnswer = 1024 * 1024; // many messages of at most 64 KiB (SR-24)
constexpr int nothingNew = 304;

} // namespace

LongPoll::LongPoll(NetworkAccess &network, Limits limits, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_limits(limits)
{
    m_alive.setSingleShot(true);
    connect(&m_alive, &QTimer::timeout, this, &LongPoll::alive);
}

LongPoll::~LongPoll() = default;

void LongPoll::next(const QUrl &url)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    m_exchange = std::make_unique<HttpExchange>(m_network, HttpExchange::Limits{m_limits.hold, largestAnswer});
    connect(m_exchange.get(), &HttpExchange::finished, this, &LongPoll::finished);
    m_alive.start(m_limits.alive);
    m_exchange->get(request);
}

void LongPoll::finished(const HttpAnswer &answer)
{
    m_alive.stop();
    m_exchange.release()->deleteLater(); // it is the sender
    if (const auto error = transportError(answer)) {
        Q_EMIT failed(*error, false);
    } else if (answer.status == nothingNew) {
        Q_EMIT answered({}, QString::fromLatin1(answer.lastMessageId));
    } else if (answer.status == 200) {
        // An empty body says that the server does not know our position (wire.md 2.12).
        const bool reset = answer.body.isEmpty();
        Q_EMIT answered(answer.body, reset ? std::optional(QString()) : std::nullopt);
    } else {
        const bool refused = answer.status >= 400 && answer.status < 500;
        Q_EMIT failed(
            {.kind = Error::Kind::Offline, .code = {}, .detail = u"HTTP %1"_s.arg(answer.status), .details = {}},
            refused);
    }
}

} // namespace passport
