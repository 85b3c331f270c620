// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/pushsocket.h"

#include "client/clientcodes.h"
#include "client/httperror.h"
#include "client/networkaccess.h"

#include <QNetworkRequest>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr quint64 largestMessage = 64 * 1024; // SR-24; Qt's own limit is 2 GiB
constexpr int watchSlack = 20; // the watchdog is wound again after 1/20 of its time, not at each of many frames

struct Row {
    QAbstractSocket::SocketError error;
    Error::Kind kind;
    QLatin1StringView code;
};

/// What is not here is Offline without a code.
constexpr std::array table{
    Row{QAbstractSocket::ConnectionRefusedError, Error::Kind::Offline, code::connectionRefused},
    Row{QAbstractSocket::HostNotFoundError, Error::Kind::Offline, code::hostNotFound},
    Row{QAbstractSocket::SocketTimeoutError, Error::Kind::Timeout, {}},
    Row{QAbstractSocket::ProxyAuthenticationRequiredError, Error::Kind::ProxyAuth, {}},
    Row{QAbstractSocket::ProxyConnectionRefusedError, Error::Kind::Offline, code::proxyUnreachable},
    Row{QAbstractSocket::ProxyConnectionClosedError, Error::Kind::Offline, code::proxyUnreachable},
    Row{QAbstractSocket::ProxyConnectionTimeoutError, Error::Kind::Timeout, code::proxyUnreachable},
    Row{QAbstractSocket::ProxyNotFoundError, Error::Kind::Offline, code::proxyUnreachable},
    Row{QAbstractSocket::ProxyProtocolError, Error::Kind::Offline, code::proxyUnreachable},
};

Error socketError(QAbstractSocket::SocketError socket, const QString &host, const QString &reason)
{
    Error error{.kind = Error::Kind::Offline, .code = {}, .detail = reason, .details = {{"host"_L1, host}}};
    for (const Row &row : table) {
        if (row.error == socket) {
            error.kind = row.kind;
            error.code = row.code;
        }
    }
    return error;
}

} // namespace

PushSocket::PushSocket(NetworkAccess &network, const QUrl &url, Limits limits, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_url(url)
    , m_limits(limits)
{
    m_watchdog.setSingleShot(true);
    m_watchdog.setTimerType(Qt::CoarseTimer);
    m_ping.setTimerType(Qt::CoarseTimer);
    m_socket.setMaxAllowedIncomingMessageSize(largestMessage);
    m_socket.setMaxAllowedIncomingFrameSize(largestMessage);
    connect(&m_watchdog, &QTimer::timeout, this, [this] {
        giveUp(
            {.kind = Error::Kind::Timeout, .code = {}, .detail = u"silence"_s, .details = {{"host"_L1, m_url.host()}}});
    });
    connect(&m_ping, &QTimer::timeout, this, [this] { m_socket.ping(); });
    connect(&m_socket, &QWebSocket::connected, this, &PushSocket::watch);
    connect(&m_socket, &QWebSocket::pong, this, &PushSocket::heard);
    connect(&m_socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
        heard();
        Q_EMIT received(text.toUtf8());
    });
    connect(&m_socket, &QWebSocket::sslErrors, this, [this](const QList<QSslError> &errors) {
        if (!m_tlsError && !errors.isEmpty())
            m_tlsError = errors.first();
    });
    // Qt says "disconnected" before it says why; the end is told one turn later, when both are known.
    connect(&m_socket, &QWebSocket::disconnected, this, &PushSocket::endSoon);
    connect(&m_socket, QOverload<QAbstractSocket::SocketError>::of(&QWebSocket::error), this, &PushSocket::failed);
}

PushSocket::~PushSocket()
{
    // The socket says goodbye while it dies, after the timers that hear it.
    m_socket.disconnect(this);
}

void PushSocket::open()
{
    QNetworkRequest request(m_url);
    request.setHeader(QNetworkRequest::UserAgentHeader, QStringLiteral("Passport/" PASSPORT_VERSION));
    if (m_url.scheme() == "wss"_L1)
        m_socket.setSslConfiguration(NetworkAccess::tls());
    m_socket.setProxy(m_network.proxyFor(m_url)); // QWebSocket does not ask the system by itself
    m_watchdog.start(m_limits.connect);
    m_socket.open(request);
}

void PushSocket::send(const QByteArray &text)
{
    m_socket.sendTextMessage(QString::fromUtf8(text));
}

void PushSocket::watch()
{
    if (m_limits.ping.count() > 0)
        m_ping.start(m_limits.ping);
    m_watchdog.start(m_limits.silence);
    m_watchedSince.start();
    Q_EMIT opened();
}

void PushSocket::heard()
{
    if (std::chrono::milliseconds(m_watchedSince.elapsed()) < m_limits.silence / watchSlack)
        return;
    m_watchdog.start(m_limits.silence);
    m_watchedSince.start();
}

void PushSocket::failed(QAbstractSocket::SocketError error)
{
    const QString reason = m_socket.errorString();
    const bool tls = error == QAbstractSocket::SslHandshakeFailedError || m_tlsError;
    // The status of a refused upgrade stands nowhere else.
    m_refused = m_refused || reason.contains("http status code"_L1, Qt::CaseInsensitive);
    if (!m_error)
        m_error = tls ? tlsError(m_url.host(), m_tlsError, reason) : socketError(error, m_url.host(), reason);
    if (m_error->kind == Error::Kind::ProxyAuth)
        m_error->details.insert("proxy"_L1, m_socket.proxy().hostName());
    endSoon();
}

void PushSocket::giveUp(const Error &why)
{
    m_error = why;
    endSoon();
    m_socket.abort();
}

void PushSocket::endSoon()
{
    if (std::exchange(m_ending, true))
        return;
    m_watchdog.stop();
    m_ping.stop();
    QTimer::singleShot(0, this, &PushSocket::end);
}

void PushSocket::end()
{
    // Qt reports 1000 also when nobody sent a close frame: only other codes tell something.
    const int closeCode = m_socket.closeCode();
    PushEnd how{
        .closeCode = closeCode == QWebSocketProtocol::CloseCodeNormal ? 0 : closeCode,
        .refused = m_refused,
        .why = m_error.value_or(socketError(QAbstractSocket::RemoteHostClosedError, m_url.host(), u"closed"_s))};
    Q_EMIT ended(how);
}

} // namespace passport
