// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/passportchannel.h"

#include "client/apiclient.h"
#include "client/pushconnection.h"
#include "client/session.h"
#include "protocol/pullapi.h"

using namespace Qt::StringLiterals;

namespace passport {

PassportChannel::PassportChannel(ApiClient &api, Session &session, PushConnection &push, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_session(session)
    , m_push(push)
{
    connect(&session, &Session::stateChanged, this, &PassportChannel::sessionChanged);
    connect(&api, &ApiClient::answered, &push, &PushConnection::serverAnswered);
    connect(&push, &PushConnection::configNeeded, this, &PassportChannel::fetch);
    connect(&push, &PushConnection::connected, this, &PassportChannel::ring);
    connect(&push, &PushConnection::eventReceived, this, &PassportChannel::eventReceived);
}

void PassportChannel::sessionChanged()
{
    const bool wanted = std::holds_alternative<session::SignedIn>(m_session.state());
    const bool over = std::holds_alternative<session::SignedOut>(m_session.state());
    if (wanted && !m_started) {
        m_started = true;
        m_push.prepare(m_api.server());
    } else if (over && m_started) {
        m_started = false;
        if (m_request)
            m_request->abort();
        m_push.stop();
    }
}

void PassportChannel::fetch()
{
    m_request = m_api.send(GetPullConfig{}, this, &PassportChannel::configReceived);
}

void PassportChannel::configReceived(const Result<PullConfig> &config)
{
    if (config)
        m_push.renew(*config);
    else
        m_push.renewFailed(config.error());
}

void PassportChannel::eventReceived(const PullEvent &event)
{
    if (event.fromClient || event.module != "passport"_L1)
        return;
    if (event.command == "profileChanged"_L1)
        ring();
    else if (event.command == "sessionEnded"_L1)
        m_session.verify(event.params.value("reason"_L1).toString());
}

void PassportChannel::ring()
{
    m_session.readProfile();
    Q_EMIT accountRang();
}

} // namespace passport
