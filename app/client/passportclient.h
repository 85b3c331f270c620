// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/account.h"
#include "client/apiclient.h"
#include "client/arrangement.h"
#include "client/counters.h"
#include "client/networkaccess.h"
#include "client/passportchannel.h"
#include "client/policy.h"
#include "client/portallogos.h"
#include "client/portalmodel.h"
#include "client/portals.h"
#include "client/proxypassword.h"
#include "client/pushconnection.h"
#include "client/qrlogin.h"
#include "client/reachability.h"
#include "client/session.h"
#include "client/settings.h"
#include "client/signin.h"
#include "client/stepupgate.h"

namespace passport {

/// The program without a screen: its machines, made once and joined to each other. A window takes the ones it needs.
class PassportClient : public QObject {
    Q_OBJECT
public:
    /// How long the machines wait; tests wait less.
    struct Timing {
        ApiClient::Timing api;
        PushConnection::Timing push;
        QrLogin::Timing qr;
    };

    /// `store` and `secrets` outlive this.
    PassportClient(
        QSettings &store, SecretStore &secrets, const Policy &policy, const Timing &timing, QObject *parent = nullptr);
    ~PassportClient() override;

    /// The first thing the program does with a server it knows: what is kept of it is looked for.
    void restore();
    /// Another Passport server, also the first one: what is kept of it is restored.
    void useServer(const QUrl &server);
    /// Somebody may be signed in: leaves the server in use first (see Session::leave()), then uses this one.
    void moveTo(const QUrl &server);
    /// No server is known yet: takes this one if it answers as one, until somebody names another.
    void lookForServer(const QUrl &candidate);
    /// Another way to the net, kept in the settings, its password in the keyring.
    void useProxy(const ProxyChoice &proxy);
    /// With the password.
    [[nodiscard]] const ProxyChoice &proxy() const { return m_network.proxy(); }

    /// What "remember me" begins with: the administrator's word, else the person's last choice (QR-20: else off).
    [[nodiscard]] bool remembers() const;

    [[nodiscard]] const Policy &policy() const { return m_policy; }
    [[nodiscard]] Settings &settings() { return m_settings; }
    [[nodiscard]] ApiClient &api() { return m_api; }
    [[nodiscard]] PushConnection &push() { return m_push; }
    [[nodiscard]] Session &session() { return m_session; }
    [[nodiscard]] SignIn &signIn() { return m_signIn; }
    [[nodiscard]] QrLogin &qrLogin() { return m_qrLogin; }
    [[nodiscard]] Portals &portals() { return m_portals; }
    [[nodiscard]] Counters &counters() { return m_counters; }
    [[nodiscard]] Account &account() { return m_account; }
    [[nodiscard]] Arrangement &arrangement() { return m_arrangement; }
    [[nodiscard]] PortalModel &portalModel() { return m_portalModel; }

private:
    void passwordSignInChanged();
    void qrSignInChanged();
    void sessionChanged();
    void arrive();
    void forgetPerson();

    Policy m_policy;
    Settings m_settings;
    NetworkAccess m_network;
    Reachability m_reachability;
    ApiClient m_api;
    ProxyPassword m_proxyPassword;
    PushConnection m_push;
    Session m_session;
    PassportChannel m_channel;
    SignIn m_signIn;
    QrLogin m_qrLogin;
    StepUpGate m_gate;
    Portals m_portals;
    Counters m_counters;
    Arrangement m_arrangement;
    PortalLogos m_logos;
    PortalModel m_portalModel;
    Account m_account;
    std::optional<QUrl> m_next; ///< Where to move to as soon as nobody is signed in.
    bool m_signedIn = false; ///< The portals belong to the person of the session.
};

} // namespace passport
