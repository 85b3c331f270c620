// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/httpexchange.h"
#include "protocol/error.h"

#include <QObject>
#include <QTimer>
#include <QUrl>
#include <chrono>
#include <memory>

namespace passport {

class NetworkAccess;

/// Reads a channel by requests that the server holds until there is news (wire.md 2.12). One at a time: the owner asks
/// for the next() with its new position.
class LongPoll : public QObject {
    Q_OBJECT
public:
    struct Limits {
        std::chrono::milliseconds hold = std::chrono::seconds(60); ///< The server answers after 40 s at the latest.
        std::chrono::milliseconds alive
            = std::chrono::seconds(5); ///< A request that hangs so long counts as connected.
    };

    LongPoll(NetworkAccess &network, Limits limits, QObject *parent);
    ~LongPoll() override;

    void next(const QUrl &url);

Q_SIGNALS:
    /// The channel is open: it answered, or it hangs as it should.
    void alive();
    /// Frames (perhaps none), and the position after them if the server named one.
    void answered(const QByteArray &body, const std::optional<QString> &mid);
    /// `refused`: the channel is not right (any more).
    void failed(const passport::Error &why, bool refused);

private:
    void finished(const HttpAnswer &answer);

    NetworkAccess &m_network;
    Limits m_limits;
    QTimer m_alive;
    std::unique_ptr<HttpExchange> m_exchange;
};

} // namespace passport
