// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <functional>

namespace passport {

class ApiClient;
class NetworkAccess;
class SecretStore;
class Settings;
struct ProxyChoice;

/// The password of the proxy in the keyring, "<server origin>/proxy" and nowhere else (SR-25): asked for once. A
/// keyring that is locked or missing is no reason to stay offline: the password then holds for this run of the program,
/// and is kept when the keyring comes back.
class ProxyPassword : public QObject {
    Q_OBJECT
public:
    ProxyPassword(
        const ApiClient &api, SecretStore &secrets, Settings &settings, NetworkAccess &network,
        QObject *parent = nullptr);

    /// The kept one, for the proxy of the settings. Then `done`, whatever was found; at once if there is nothing to
    /// look for.
    void restore(std::function<void()> done);
    /// The person has chosen: settings, network and keyring.
    void use(const ProxyChoice &proxy);

private:
    [[nodiscard]] bool isExpected() const;
    void keep();
    void available();
    [[nodiscard]] QString name() const;

    const ApiClient &m_api;
    SecretStore &m_secrets;
    Settings &m_settings;
    NetworkAccess &m_network;
    bool m_keepDue = false; ///< The keyring does not have what the network uses.
};

} // namespace passport
