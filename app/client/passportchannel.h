// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/pullconfig.h"
#include "protocol/result.h"

#include <QObject>
#include <QPointer>

namespace passport {

class ApiClient;
class PendingRequest;
class PushConnection;
class Session;
struct PullEvent;

/// Keeps the person's own push channel open exactly as long as the session lasts: fetches its config, fetches it again
/// when it is stale, and passes on what the channel says about the session and the account.
class PassportChannel : public QObject {
    Q_OBJECT
public:
    PassportChannel(ApiClient &api, Session &session, PushConnection &push, QObject *parent = nullptr);

Q_SIGNALS:
    /// Something of the account may have changed elsewhere: it was said so, or the channel is open (again), and what
    /// was said before nobody knows. The session reads the profile by itself.
    void accountRang();

private:
    void sessionChanged();
    void fetch();
    void configReceived(const Result<PullConfig> &config);
    void eventReceived(const PullEvent &event);
    void ring();

    ApiClient &m_api;
    Session &m_session;
    PushConnection &m_push;
    QPointer<PendingRequest> m_request;
    bool m_started = false;
};

} // namespace passport
