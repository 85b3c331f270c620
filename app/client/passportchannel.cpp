// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/passportchannel.h"

#include "client/apiclient.h"

using namespace std::chrono_literals;

namespace passport {
namespace {

constexpr auto longestPause = 60s; // BackoffPlan::Background

} // namespace

PassportChannel::PassportChannel(
    ApiClient &api, NetworkAccess &network, Reachability &reachability, PushConnection::Timing timing, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_push(network, reachability, timing)
    , m_retry(timing.plan, timing.waitFactor)
{
    connect(&m_push, &PushConnection::configNeeded, this, &PassportChannel::fetch);
    connect(&m_retry, &RetryTimer::due, this, &PassportChannel::fetch);
}

void PassportChannel::start()
{
    stop();
    fetch();
}

void PassportChannel::stop()
{
    if (m_call)
        m_call->abort();
    m_call = nullptr;
    m_retry.succeeded();
    m_push.stop();
}

void PassportChannel::retryNow()
{
    m_retry.hurry();
    m_push.retryNow();
}

void PassportChannel::fetch()
{
    m_call = m_api.send(GetPullConfig{}, this, &PassportChannel::received);
}

void PassportChannel::received(const Result<PullConfig> &answer)
{
    m_call = nullptr;
    const bool renewal = std::holds_alternative<push::FetchingConfig>(m_push.state());
    if (answer) {
        m_retry.succeeded();
        if (renewal)
            m_push.renew(*answer);
        else
            m_push.start(*answer);
    } else if (answer.error().kind == Error::Kind::SignInNeeded) {
        return; // ApiClient::sessionEnded() tells everybody
    } else if (renewal) {
        m_push.renewFailed(answer.error());
    } else {
        m_retry.failed(answer.error(), longestPause);
    }
    Q_EMIT troubleChanged();
}

} // namespace passport
