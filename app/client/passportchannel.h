// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/pendingrequest.h"
#include "client/pushconnection.h"
#include "client/retrytimer.h"
#include "protocol/pullapi.h"

#include <QObject>
#include <QPointer>

namespace passport {

class ApiClient;

/// The signed-in person's own channel (api.md 4), open from start() to stop(): fetches its config, and another one
/// whenever that is stale. Everybody who wants to hear the doorbells connects to push().
class PassportChannel : public QObject {
    Q_OBJECT
public:
    PassportChannel(
        ApiClient &api, NetworkAccess &network, Reachability &reachability, PushConnection::Timing timing,
        QObject *parent = nullptr);
    PassportChannel(ApiClient &api, NetworkAccess &network, Reachability &reachability, QObject *parent = nullptr)
        : PassportChannel(api, network, reachability, PushConnection::Timing(), parent)
    {
    }

    [[nodiscard]] PushConnection &push() { return m_push; }

    /// Somebody has signed in.
    void start();
    /// Nobody is signed in any more.
    void stop();
    /// The person does not want to wait.
    void retryNow();
    /// Why there is no channel yet; nothing once its config was read (push().state() tells the rest).
    [[nodiscard]] const std::optional<Error> &trouble() const { return m_retry.why(); }

Q_SIGNALS:
    void troubleChanged();

private:
    void fetch();
    void received(const Result<PullConfig> &answer);

    ApiClient &m_api;
    PushConnection m_push;
    RetryTimer m_retry;
    QPointer<PendingRequest> m_call;
};

} // namespace passport
