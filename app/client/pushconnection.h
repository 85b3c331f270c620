// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/backoff.h"
#include "client/pullhistory.h"
#include "client/pushstate.h"
#include "protocol/pullconfig.h"
#include "protocol/pullevent.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>
#include <QUrl>
#include <chrono>
#include <memory>

namespace passport {

class LongPoll;
class NetworkAccess;
class PushSocket;
class Reachability;
struct PushEnd;

/// A channel of the push server, held open for as long as somebody wants it.
///
/// | From           | Event                                                            | To                        |
/// |----------------|------------------------------------------------------------------|---------------------------|
/// | Stopped        | start(config)                                                    | Connecting{0}             |
/// | Stopped        | prepare()                                                        | FetchingConfig            |
/// | Connecting     | accepted                                                         | Online                    |
/// | Connecting     | error, or nothing for 10 s                                       | Waiting{attempt + 1}      |
/// | Online         | closed; version 5: nothing heard for 20 s; 3, 4: ping unanswered | Waiting{1}                |
/// | Online         | channel or config expired, close 4010                            | FetchingConfig            |
/// | FetchingConfig | renew(config)                                                    | Connecting{0}             |
/// | Waiting        | time reached, network came back, proxy changed, retryNow()       | Connecting                |
/// | Waiting        | serverAnswered()                                                 | Waiting, not much longer  |
/// | any            | stop()                                                           | Stopped                   |
///
/// After several failures in a row the channel is read by long polling (Online{limited}), and the websocket is tried
/// again now and then. Push only rings: whoever listens re-reads what matters at connected() and at each event.
class PushConnection : public QObject {
    Q_OBJECT
public:
    using State = push::State;

    /// The defaults are those of wire.md 2 and architecture.md 4.5; tests shorten them.
    struct Timing {
        BackoffPlan plan = BackoffPlan::Background;
        std::chrono::milliseconds connectLimit = std::chrono::seconds(10);
        std::chrono::milliseconds silenceLimit = std::chrono::seconds(20); ///< Two pings of a version 5 server.
        std::chrono::milliseconds pingInterval
            = std::chrono::seconds(25); ///< Below the 30 s idle cut of common proxies.
        std::chrono::milliseconds pongLimit = std::chrono::seconds(50); ///< Two own pings, versions 3 and 4.
        std::chrono::milliseconds restartPause
            = std::chrono::seconds(15); ///< After server_restart, so that it can come up.
        std::chrono::milliseconds websocketRetry = std::chrono::minutes(5); ///< While long polling.
        int failuresBeforePolling = 3;
        double waitFactor = 1.0; ///< Scales the back-off.
        /// The longest wait for a server that is known to answer: a fraction of the back-off's minute, and no crowd.
        std::chrono::milliseconds answeredWait = std::chrono::seconds(10);
    };

    PushConnection(NetworkAccess &network, Reachability &reachability, Timing timing, QObject *parent = nullptr);
    ~PushConnection() override;

    [[nodiscard]] const State &state() const { return m_state; }
    [[nodiscard]] bool isOnline() const { return std::holds_alternative<push::Online>(m_state); }

    /// Opens a channel from its beginning; another one is closed first. `server` gave the config: https means wss and
    /// http, on this computer only, ws (SR-22).
    void start(const PullConfig &config, const QUrl &server);
    /// Like start(), but asks for the config first: configNeeded() follows.
    void prepare(const QUrl &server);
    /// The answer to configNeeded(): the same person's channel with fresh rights, continued behind the last message
    /// seen.
    void renew(const PullConfig &config);
    /// configNeeded() could not be answered; asks again after a while.
    void renewFailed(const Error &why);
    void stop();
    /// The person does not want to wait.
    void retryNow();
    /// An ordinary call was answered while we wait: the outage may be over.
    void serverAnswered();

Q_SIGNALS:
    void stateChanged();
    /// The channel is open (again): read now what may have been missed.
    void connected();
    /// A message, once, without the control messages of the push server itself.
    void eventReceived(const passport::PullEvent &event);
    /// The config is stale; fetch another and call renew().
    void configNeeded();

private:
    struct LaterDeleter {
        void operator()(QObject *object) const;
    };
    template <typename T> using Owned = std::unique_ptr<T, LaterDeleter>;

    void forget(const QUrl &server);
    void begin(const PullConfig &config, int attempt);
    void connectNow(int attempt);
    void openSocket();
    void openPoll();
    void close();
    void hangUp();
    void opened();
    void socketEnded(const PushEnd &end);
    void pollAlive();
    void polled(const QByteArray &body, const std::optional<QString> &mid);
    void pollFailed(const Error &why, bool refused);
    void received(const QByteArray &text);
    void take(const PullEvent &event);
    void configStale(const Error &why);
    void fetchConfig();
    void wait(int attempt, const Error &why, bool configStale, std::chrono::milliseconds atLeast);
    void waited();
    void setState(State state);
    [[nodiscard]] bool pollsNow() const;
    [[nodiscard]] bool usesSocket() const;
    [[nodiscard]] int attempt() const;

    NetworkAccess &m_network;
    Timing m_timing;
    State m_state;
    PullConfig m_config;
    bool m_secure = true;
    PullHistory m_history;
    Owned<PushSocket> m_socket;
    Owned<LongPoll> m_poll;
    QTimer m_wait; ///< To the next attempt.
    QTimer m_expiry; ///< To the end of the config.
    QTimer m_websocketRetry; ///< While polling.
    QElapsedTimer m_fetched; ///< Since the last configNeeded().
    QElapsedTimer m_waiting; ///< Since the last Waiting began.
    int m_staleInRow = 0; ///< Configs that did not last or could not be fetched.
    int m_blocked = 0; ///< Failures in a row that look as if websockets, and only they, do not get through.
};

} // namespace passport
