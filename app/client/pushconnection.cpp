// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/pushconnection.h"

#include "client/logging.h"
#include "client/longpoll.h"
#include "client/networkaccess.h"
#include "client/pushsocket.h"
#include "client/reachability.h"
#include "protocol/pullframes.h"

#include <QCoreApplication>
#include <QPointer>
#include <QRandomGenerator>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

constexpr int wrongChannel = 4010; // wire.md 2.11
constexpr int jsonRpcVersion = 5; // from here on the server pings
constexpr auto fetchPause = 10s; // a config that went stale so soon is not replaced at once
constexpr auto longestTimer = 24h; // QTimer counts milliseconds in an int

constexpr std::array stateNames{"Stopped", "Connecting", "Online", "FetchingConfig", "Waiting"};
static_assert(stateNames.size() == std::variant_size_v<PushConnection::State>);

Error staleConfig(const QString &detail)
{
    return {.kind = Error::Kind::Offline, .code = {}, .detail = detail, .details = {}};
}

/// Whether polling may get through where this failed: somebody was there, but no websocket came about.
bool looksBlocked(const PushEnd &end)
{
    return end.refused || end.why.kind == Error::Kind::Timeout || end.why.code.isEmpty();
}

} // namespace

void PushConnection::LaterDeleter::operator()(QObject *object) const
{
    // We may be inside one of its signals, or about to be destroyed there: it must not die with us as a child.
    object->setParent(QCoreApplication::instance());
    object->deleteLater();
}

PushConnection::PushConnection(NetworkAccess &network, Reachability &reachability, Timing timing, QObject *parent)
    : QObject(parent)
    , m_network(network)
    , m_timing(timing)
{
    for (QTimer *timer : {&m_wait, &m_expiry, &m_websocketRetry}) {
        timer->setSingleShot(true);
        timer->setTimerType(Qt::CoarseTimer);
    }
    connect(&m_wait, &QTimer::timeout, this, &PushConnection::waited);
    connect(&m_expiry, &QTimer::timeout, this, [this] { configStale(staleConfig(u"config expired"_s)); });
    connect(&m_websocketRetry, &QTimer::timeout, this, &PushConnection::openSocket);
    connect(&reachability, &Reachability::becameReachable, this, &PushConnection::retryNow);
    connect(&network, &NetworkAccess::proxyChanged, this, &PushConnection::retryNow);
}

PushConnection::~PushConnection()
{
    hangUp();
}

void PushConnection::start(const PullConfig &config, const QUrl &server)
{
    forget(server);
    begin(config, 0);
}

void PushConnection::prepare(const QUrl &server)
{
    forget(server);
    fetchConfig();
}

void PushConnection::forget(const QUrl &server)
{
    m_secure = server.scheme() != "http"_L1 || !isLoopback(server.host()); // SR-22
    m_history = {};
    m_blocked = 0;
    m_staleInRow = 0;
}

void PushConnection::renew(const PullConfig &config)
{
    if (std::holds_alternative<push::FetchingConfig>(m_state))
        begin(config, attempt());
}

void PushConnection::begin(const PullConfig &config, int attempt)
{
    close();
    m_config = config;
    m_expiry.stop();
    if (const auto life = lifeOf(config))
        m_expiry.start(std::min<std::chrono::milliseconds>(*life, longestTimer));
    connectNow(attempt);
}

void PushConnection::renewFailed(const Error &why)
{
    if (!std::holds_alternative<push::FetchingConfig>(m_state))
        return;
    if (why.kind == Error::Kind::SignInNeeded)
        return stop();
    wait(++m_staleInRow, why, true, why.retryAfter.value_or(0s));
}

void PushConnection::stop()
{
    m_expiry.stop();
    close();
    setState(push::Stopped{});
}

void PushConnection::retryNow()
{
    waited();
}

void PushConnection::serverAnswered()
{
    const auto *waiting = std::get_if<push::Waiting>(&m_state);
    if (!waiting)
        return;
    const auto left = std::max(m_timing.answeredWait - std::chrono::milliseconds(m_waiting.elapsed()), 0ms);
    if (waiting->next.remainingTimeAsDuration() <= left)
        return;
    m_wait.start(left);
    setState(push::Waiting{waiting->attempt, QDeadlineTimer(left), waiting->why, waiting->configStale});
}

void PushConnection::connectNow(int attempt)
{
    const QPointer<PushConnection> alive(this);
    setState(push::Connecting{attempt});
    if (!alive || !std::holds_alternative<push::Connecting>(m_state))
        return; // who heard of it decided otherwise
    if (pollsNow())
        openPoll();
    else
        openSocket();
}

bool PushConnection::pollsNow() const
{
    const bool possible = !longPollingUrl(m_config, {}, m_secure).host().isEmpty();
    return possible && (!m_config.websocketEnabled || m_blocked >= m_timing.failuresBeforePolling);
}

void PushConnection::openSocket()
{
    const bool serverPings = m_config.version >= jsonRpcVersion;
    const PushSocket::Limits limits{
        .connect = m_timing.connectLimit,
        .silence = serverPings ? m_timing.silenceLimit : m_timing.pongLimit,
        .ping = serverPings ? 0ms : m_timing.pingInterval};
    const QUrl url = websocketUrl(m_config, m_history.position(), m_secure);
    m_socket.reset(new PushSocket(m_network, url, limits, this));
    connect(m_socket.get(), &PushSocket::opened, this, &PushConnection::opened);
    connect(m_socket.get(), &PushSocket::received, this, &PushConnection::received);
    connect(m_socket.get(), &PushSocket::ended, this, &PushConnection::socketEnded);
    m_socket->open();
}

void PushConnection::openPoll()
{
    m_poll.reset(new LongPoll(m_network, {}, this));
    connect(m_poll.get(), &LongPoll::alive, this, &PushConnection::pollAlive);
    connect(m_poll.get(), &LongPoll::answered, this, &PushConnection::polled);
    connect(m_poll.get(), &LongPoll::failed, this, &PushConnection::pollFailed);
    m_poll->next(longPollingUrl(m_config, m_history.position(), m_secure));
}

void PushConnection::close()
{
    m_wait.stop();
    m_websocketRetry.stop();
    hangUp();
}

void PushConnection::hangUp()
{
    for (QObject *way : {static_cast<QObject *>(m_socket.get()), static_cast<QObject *>(m_poll.get())}) {
        if (way)
            way->disconnect(this);
    }
    m_socket.reset();
    m_poll.reset();
}

void PushConnection::opened()
{
    m_blocked = 0;
    m_websocketRetry.stop();
    if (m_poll)
        m_poll->disconnect(this);
    m_poll.reset();
    const QPointer<PushConnection> alive(this);
    setState(push::Online{});
    if (alive)
        Q_EMIT connected();
}

void PushConnection::socketEnded(const PushEnd &end)
{
    m_socket.reset();
    qCInfo(pushLog) << "websocket ended:" << end.closeCode << end.why.detail;
    if (m_poll) { // it was only tried beside
        m_websocketRetry.start(m_timing.websocketRetry);
        return;
    }
    if (end.closeCode == wrongChannel)
        return configStale(end.why);
    if (isOnline())
        return wait(1, end.why, false, 0ms);
    if (looksBlocked(end))
        ++m_blocked;
    // An upgrade that is refused may mean that our right to listen is over (wire.md 2.11, "the old server").
    wait(attempt() + 1, end.why, end.refused, 0ms);
}

void PushConnection::pollAlive()
{
    if (isOnline())
        return;
    m_websocketRetry.start(m_timing.websocketRetry);
    const QPointer<PushConnection> alive(this);
    setState(push::Online{.limited = true});
    if (alive)
        Q_EMIT connected();
}

void PushConnection::polled(const QByteArray &body, const std::optional<QString> &mid)
{
    const QPointer<PushConnection> alive(this);
    pollAlive();
    if (alive && !body.isEmpty())
        received(body);
    if (!alive || !m_poll)
        return;
    if (mid)
        m_history.moveTo(*mid);
    m_poll->next(longPollingUrl(m_config, m_history.position(), m_secure));
}

void PushConnection::pollFailed(const Error &why, bool refused)
{
    const int failures = isOnline() ? 1 : attempt() + 1;
    m_blocked = 0; // polling does not get through either: begin with the better way again
    wait(failures, why, refused, 0ms);
}

void PushConnection::received(const QByteArray &text)
{
    const Result<PullFrames> frames = parsePullFrames(m_config.version, text);
    if (!frames) {
        qCInfo(pushLog) << "unreadable frame:" << frames.error().detail; // SR-24: it spoils itself, not the connection
        return;
    }
    if (frames->ping && usesSocket())
        m_socket->send("pong"_ba);
    const QPointer<PushConnection> alive(this);
    for (const PullEvent &event : frames->events) {
        if (!alive || !isOnline())
            return;
        take(event);
    }
}

void PushConnection::take(const PullEvent &event)
{
    if (m_config.version >= jsonRpcVersion && usesSocket() && !event.mid.isEmpty())
        m_socket->send(pullAcknowledgement(event.mid));
    if (!m_history.isNew(event))
        return;
    switch (pullControl(event)) {
    case PullControl::None:
        Q_EMIT eventReceived(event);
        return;
    case PullControl::Ignored:
        return;
    case PullControl::ConfigStale:
        return configStale(staleConfig(event.command));
    case PullControl::ServerRestart:
        // Many clients must not come back at once; somebody who looks at a code is let in as soon as it goes.
        return wait(
            1, staleConfig(event.command), false, m_timing.plan == BackoffPlan::Watched ? 0ms : m_timing.restartPause);
    }
}

void PushConnection::configStale(const Error &why)
{
    const bool soon = m_fetched.isValid() && std::chrono::milliseconds(m_fetched.elapsed()) < fetchPause;
    if (soon)
        return wait(++m_staleInRow, why, true, 0ms);
    m_staleInRow = 0;
    fetchConfig();
}

void PushConnection::fetchConfig()
{
    const int attempts = attempt();
    m_expiry.stop();
    close();
    m_fetched.start();
    const QPointer<PushConnection> alive(this);
    setState(push::FetchingConfig{attempts});
    if (alive)
        Q_EMIT configNeeded();
}

void PushConnection::wait(int attempt, const Error &why, bool configStale, std::chrono::milliseconds atLeast)
{
    close();
    const auto planned = backoffDelay(m_timing.plan, attempt, QRandomGenerator::global()->generateDouble());
    const auto scaled = std::chrono::duration_cast<std::chrono::milliseconds>(planned * m_timing.waitFactor);
    const auto delay = std::max(scaled, atLeast);
    m_wait.start(delay);
    m_waiting.start();
    setState(push::Waiting{attempt, QDeadlineTimer(delay), why, configStale});
}

void PushConnection::waited()
{
    const auto *waiting = std::get_if<push::Waiting>(&m_state);
    m_wait.stop();
    if (waiting && waiting->configStale)
        fetchConfig();
    else if (waiting)
        connectNow(waiting->attempt);
}

bool PushConnection::usesSocket() const
{
    const auto *online = std::get_if<push::Online>(&m_state);
    return online && !online->limited && m_socket;
}

int PushConnection::attempt() const
{
    if (const auto *connecting = std::get_if<push::Connecting>(&m_state))
        return connecting->attempt;
    if (const auto *fetching = std::get_if<push::FetchingConfig>(&m_state))
        return fetching->attempt;
    const auto *waiting = std::get_if<push::Waiting>(&m_state);
    return waiting ? waiting->attempt : 0;
}

void PushConnection::setState(State state)
{
    qCInfo(pushLog, "PushConnection: %s → %s", stateNames[m_state.index()], stateNames[state.index()]);
    m_state = std::move(state);
    Q_EMIT stateChanged();
}

} // namespace passport
