// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/account/accounts.h"
#include "backend/account/confirmations.h"
#include "backend/account/discovery.h"
#include "backend/account/factors.h"
#include "backend/account/hasher.h"
#include "backend/account/ownerproof.h"
#include "backend/account/passwordsignin.h"
#include "backend/account/photoreader.h"
#include "backend/account/secondsteps.h"
#include "backend/core/serverurls.h"
#include "backend/guard/audit.h"
#include "backend/guard/ratelimit.h"
#include "backend/identity/cookies.h"
#include "backend/identity/dpopcheck.h"
#include "backend/identity/sessions.h"
#include "backend/identity/stepups.h"
#include "backend/mail/postoffice.h"
#include "backend/rest/ajax.h"
#include "backend/rest/authenticator.h"
#include "backend/rest/dispatcher.h"
#include "backend/rest/idempotency.h"
#include "backend/rest/method.h"
#include "backend/rest/oauth.h"
#include "backend/store/outsidechanges.h"
#include "backend/store/secrets.h"
#include "backend/store/serversettings.h"
#include "backend/store/store.h"

#include <memory>

namespace passport {

class Routes;

/// What every area of the backend stands on: the store, who is calling, and the methods one can call, with signing in
/// among them. Made before the areas (portals, qr, push, web), which register their methods in it.
class Foundation {
public:
    struct Options {
        Store::Options store;
        Hasher::Options hasher;
    };
    /// Opens the data folder. Error: one sentence that says what to do.
    static Result<std::unique_ptr<Foundation>> open(const Options &options, const Clock &clock);

    /// All of `/rest/`, `/oauth/token/` and the AJAX actions. After the areas have registered.
    void addTo(Routes &routes);
    /// Watches for ever what subcommands change; spawn it on the io_context.
    boost::asio::awaitable<void> watch() { return outsideChanges.watch(); }
    /// Ends the threads; what is queued is finished. Before the io_context is destroyed.
    void stop();

    /// Where letters lie when no server takes them.
    [[nodiscard]] QString outboxFolder() const { return store->folder() + QStringLiteral("/outbox"); }

    const Clock &clock;
    std::unique_ptr<Store> store;
    const Secrets secrets;
    ServerSettings settings;
    ServerUrls urls; ///< Set it once the port is known.
    const Audit audit{clock, secrets.keyFor(QLatin1StringView("audit"))};
    const PostOffice post{clock, secrets};
    RateLimit rateLimit{clock};
    const Cookies cookies;
    DpopCheck dpop{clock, urls};
    Sessions sessions;
    Hasher hasher;
    PasswordSignIn passwords{*store, hasher, clock, audit, settings};
    const Factors factors{*store, hasher, clock};
    const OwnerProof owner{*store, hasher, clock, audit, settings};
    const StepUps stepUps{clock};
    const Confirmations confirmations{clock, secrets};
    SecondSteps secondSteps{{clock, audit, factors, confirmations, post}};
    PhotoReader photoReader;
    MethodTable methods;
    ActionTable actions;
    OutsideChanges outsideChanges{*store};
    Accounts accounts{{*store, clock, audit, sessions, dpop, passwords, secondSteps, factors, urls}};

private:
    Foundation(const Options &options, const Clock &theClock, std::unique_ptr<Store> theStore, Secrets theSecrets);
    boost::asio::awaitable<PortalId> portalAt(QString address);

    Discovery m_discovery{*store, clock, settings, urls};
    Authenticator m_authenticator{sessions, dpop, cookies};
    Idempotency m_idempotency{*store, clock};
    Dispatcher m_dispatcher;
    Ajax m_ajax{actions, m_authenticator};
    OAuth m_oauth{sessions, dpop};
};

} // namespace passport
