// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/error.h"

#include <QElapsedTimer>
#include <QObject>
#include <QSslError>
#include <QTimer>
#include <QUrl>
#include <QWebSocket>
#include <chrono>
#include <optional>

namespace passport {

class NetworkAccess;

/// How one attempt ended.
struct PushEnd {
    int closeCode = 0; ///< Of the server's close frame; 0 if there was none we may believe.
    bool refused = false; ///< The server (or something before it) answered the upgrade with an HTTP error.
    Error why;
};

/// One attempt to hold a websocket, from opening to its end, with its time limits and its watchdog: a half-open
/// connection never reports itself (toolchain.md 8). Used once.
class PushSocket : public QObject {
    Q_OBJECT
public:
    struct Limits {
        std::chrono::milliseconds connect;
        std::chrono::milliseconds silence; ///< Without a word from the server.
        std::chrono::milliseconds ping; ///< Own pings; zero: the server pings.
    };

    PushSocket(NetworkAccess &network, const QUrl &url, Limits limits, QObject *parent);
    ~PushSocket() override;

    void open();
    void send(const QByteArray &text);

Q_SIGNALS:
    void opened();
    void received(const QByteArray &text);
    /// Once, and the last signal.
    void ended(const passport::PushEnd &end);

private:
    void heard();
    void watch();
    void failed(QAbstractSocket::SocketError error);
    void giveUp(const Error &why);
    void endSoon();
    void end();

    NetworkAccess &m_network;
    QUrl m_url;
    Limits m_limits;
    QWebSocket m_socket;
    QTimer m_watchdog; ///< Of opening, then of silence.
    QTimer m_ping;
    QElapsedTimer m_watchedSince;
    std::optional<Error> m_error;
    std::optional<QSslError> m_tlsError;
    bool m_refused = false;
    bool m_ending = false;
};

} // namespace passport
