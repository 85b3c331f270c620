// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/passportclient.h"

#include "client/thisdevice.h"
#include "protocol/capabilitiesapi.h"

#include <utility>

namespace passport {

PassportClient::PassportClient(
    QSettings &store, SecretStore &secrets, const Policy &policy, const Timing &timing, QObject *parent)
    : QObject(parent)
    , m_policy(policy)
    , m_settings(store)
    , m_network(m_settings.proxy())
    , m_api(m_network, m_settings.server(), timing.api)
    , m_proxyPassword(m_api, secrets, m_settings, m_network)
    , m_push(m_network, m_reachability, timing.push)
    , m_session(m_api, secrets, m_settings, m_reachability)
    , m_channel(m_api, m_session, m_push)
    , m_signIn(m_api, thisDevice())
    , m_qrLogin(m_api, m_network, m_reachability, thisDevice(), timing.qr)
    , m_gate(m_api)
    , m_portals(m_api, m_gate, m_push, m_settings)
    , m_counters(m_api, m_push)
    , m_arrangement(m_settings)
    , m_logos(m_network, m_api)
    , m_portalModel(m_portals, m_counters, m_arrangement, m_logos)
    , m_account(m_api, m_gate, m_network, m_session)
{
    m_qrLogin.setPolicy(policy);
    connect(&m_signIn, &SignIn::stateChanged, this, &PassportClient::passwordSignInChanged);
    connect(&m_qrLogin, &QrLogin::stateChanged, this, &PassportClient::qrSignInChanged);
    connect(&m_session, &Session::stateChanged, this, &PassportClient::sessionChanged);
    connect(&m_channel, &PassportChannel::accountRang, &m_account, &Account::ring);
    connect(&m_arrangement, &Arrangement::disconnected, &m_portals, &Portals::leaveCurrent);
}

PassportClient::~PassportClient() = default;

void PassportClient::useServer(const QUrl &server)
{
    m_signIn.reset();
    m_qrLogin.cancel();
    m_settings.setServer(server);
    m_api.setServer(server);
    restore();
}

void PassportClient::moveTo(const QUrl &server)
{
    m_next = server;
    m_session.leave();
    sessionChanged(); // nobody may have been signed in
}

void PassportClient::restore()
{
    m_proxyPassword.restore([this] { m_session.restore(); });
}

void PassportClient::lookForServer(const QUrl &candidate)
{
    m_session.restore(); // nothing can be kept of no server: signed out
    auto *probe = new ApiClient(m_network, candidate, this);
    probe->send(GetCapabilities{}, probe, [this, probe, candidate](const Result<Capabilities> &answer) {
        probe->deleteLater();
        if (answer && m_api.server().isEmpty())
            useServer(candidate);
    });
}

void PassportClient::useProxy(const ProxyChoice &proxy)
{
    m_proxyPassword.use(proxy);
}

bool PassportClient::remembers() const
{
    if (m_policy.rememberLocked)
        return m_policy.rememberDefault;
    return m_settings.remember().value_or(m_policy.rememberDefault);
}

void PassportClient::passwordSignInChanged()
{
    if (const auto *finished = std::get_if<signin::Finished>(&m_signIn.state()))
        m_session.begin(finished->credentials);
}

void PassportClient::qrSignInChanged()
{
    if (const auto *finished = std::get_if<qrlogin::Finished>(&m_qrLogin.state()))
        m_session.begin(finished->credentials);
}

void PassportClient::sessionChanged()
{
    const auto *signedIn = std::get_if<session::SignedIn>(&m_session.state());
    if (signedIn && !m_signedIn) {
        m_signedIn = true;
        m_signIn.reset();
        m_counters.refresh();
        const auto &credentials = m_api.credentials();
        m_arrangement.begin(
            credentials ? m_api.origin() + u'/' + QString::number(credentials->tokens.userId) : QString());
        m_portals.begin(signedIn->portals);
    } else if (std::holds_alternative<session::SignedOut>(m_session.state())) {
        forgetPerson();
        if (m_next) // after everybody has seen that this person is gone
            QMetaObject::invokeMethod(this, &PassportClient::arrive, Qt::QueuedConnection);
    }
}

void PassportClient::arrive()
{
    if (const auto next = std::exchange(m_next, {}))
        useServer(*next);
}

void PassportClient::forgetPerson()
{
    if (std::exchange(m_signedIn, false)) {
        m_portals.clear();
        m_arrangement.clear();
        m_logos.clear();
        m_counters.clear();
    }
    m_gate.cancel();
    // Also where nobody came to be signed in: whatever was Finished has led nowhere, and somebody begins again.
    m_signIn.reset();
    m_qrLogin.cancel();
}

} // namespace passport
