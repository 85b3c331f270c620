// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/foundation.h"
#include "support/backendfixture.h"
#include "support/restcaller.h"

namespace passport {

/// A demo person ("anna") signed in with a bound session of his own, named like the phone it stands for. Not for Boris,
/// who has a second step.
[[nodiscard]] inline RestCaller signedIn(const BackendFixture &backend, const QString &who)
{
    RestCaller caller(backend.port());
    if (caller.signIn(who + QStringLiteral("@example.test"), who + QStringLiteral("-demo-Passport")).status != 200)
        qFatal("%s cannot sign in", qPrintable(who));
    return caller;
}

/// Boris, by password and code.
[[nodiscard]] inline RestCaller signedInBoris(BackendFixture &backend)
{
    RestCaller caller(backend.port());
    const RestAnswer first = caller.signIn(QStringLiteral("boris@example.test"), QStringLiteral("boris-demo-Passport"));
    const RestAnswer second = caller.call(
        "passport.signin.code",
        {{QStringLiteral("signInId"), first.details().value(QStringLiteral("signInId"))},
         {QStringLiteral("kind"), QStringLiteral("totp")},
         {QStringLiteral("code"), borisCode(backend.clock())}});
    if (second.status != 200)
        qFatal("Boris cannot sign in");
    caller.take(second.result());
    return caller;
}

/// As `setting set` and its noticing would.
inline void
setSetting(BackendFixture &backend, const QString &name, const QString &value, const QString &portalAddress = {})
{
    Foundation &foundation = backend.foundation();
    auto values = foundation.store->writeNow([&](Db &db) {
        PortalId portal;
        if (Rows rows = db.select(
                Sql(QLatin1StringView("SELECT member_id FROM portal WHERE address = ?")), {present(portalAddress)});
            rows.next())
            portal = PortalId(rows.text(0));
        if (!ServerSettings::set(db, name, value, portal))
            qFatal("no setting %s", qPrintable(name));
        return ServerSettings::load(db);
    });
    backend.onThread([&] { foundation.settings.apply(std::move(values)); });
}

} // namespace passport
