// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/proxypassword.h"

#include "client/apiclient.h"
#include "client/logging.h"
#include "client/networkaccess.h"
#include "client/secretstore.h"
#include "client/settings.h"

using namespace Qt::StringLiterals;

namespace passport {

ProxyPassword::ProxyPassword(
    const ApiClient &api, SecretStore &secrets, Settings &settings, NetworkAccess &network, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_secrets(secrets)
    , m_settings(settings)
    , m_network(network)
{
    connect(&m_secrets, &SecretStore::becameAvailable, this, &ProxyPassword::available);
}

bool ProxyPassword::isExpected() const
{
    const ProxyChoice &proxy = m_network.proxy();
    return proxy.mode == ProxyChoice::Mode::Manual && !proxy.user.isEmpty() && !m_api.server().isEmpty();
}

void ProxyPassword::restore(std::function<void()> done)
{
    if (m_keepDue)
        keep(); // typed before a server was known
    if (!isExpected() || !m_network.proxy().password.isEmpty())
        return done();
    m_secrets.read(name(), this, [this, done = std::move(done)](const SecretStore::Found &found) {
        if (found && *found && isExpected()) {
            ProxyChoice proxy = m_network.proxy();
            proxy.password = QString::fromUtf8(**found);
            m_network.setProxy(proxy);
        }
        done();
    });
}

void ProxyPassword::use(const ProxyChoice &proxy)
{
    m_settings.setProxy(proxy);
    m_network.setProxy(proxy);
    m_keepDue = true;
    keep();
}

void ProxyPassword::keep()
{
    if (m_api.server().isEmpty())
        return;
    const QString password = m_network.proxy().password;
    const auto kept = [this, password](const Result<Done> &done) {
        m_keepDue = m_keepDue && !(done && password == m_network.proxy().password);
        if (!done)
            qCInfo(keychainLog) << "the proxy's password is not kept:" << done.error().code;
    };
    if (password.isEmpty())
        m_secrets.remove(name(), this, kept);
    else
        m_secrets.write(name(), password.toUtf8(), this, kept);
}

void ProxyPassword::available()
{
    if (m_keepDue)
        keep();
    else
        restore([] {});
}

QString ProxyPassword::name() const
{
    return m_api.origin() + "/proxy"_L1;
}

} // namespace passport
