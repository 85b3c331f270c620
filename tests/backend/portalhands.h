// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/admin/subcommands.h"
#include "support/demopeople.h"

#include <QJsonArray>

/// What tests of portals do over and over, by hand.
namespace passport::portalhands {

using namespace Qt::StringLiterals;

inline QJsonObject portalOf(RestCaller &caller, const QString &address)
{
    const QJsonArray items
        = caller.call("passport.portals.list", {{"query"_L1, address}}).result()["items"_L1].toArray();
    for (const QJsonValue &item : items) {
        if (item["address"_L1].toString() == address)
            return item.toObject();
    }
    return {};
}

inline void stepUp(RestCaller &caller, const QString &who)
{
    const RestAnswer answer = caller.call("passport.stepup", {{"password"_L1, who + u"-demo-Passport"_s}});
    if (answer.status != 200)
        qFatal("no step-up: %s", answer.body.constData());
}

inline RestCaller proven(const BackendFixture &backend, const QString &who)
{
    RestCaller caller = signedIn(backend, who);
    stepUp(caller, who);
    return caller;
}

inline QJsonObject rename(const QJsonObject &portal, const QString &address)
{
    return {{"memberId"_L1, portal.value("memberId"_L1)}, {"address"_L1, address}};
}

/// A subcommand of another process on the same data.
inline Result<std::vector<QJsonObject>> run(const BackendFixture &backend, const QString &words)
{
    static const Clock clock;
    auto foundation = std::move(
        *Foundation::open({.store = {.folder = backend.folder()}, .hasher = {.cost = {8192, 1}, .threads = 1}}, clock));
    return runSubcommand(
        *foundation, {.words = words.split(u' '), .portal = {}, .firstName = {}, .lastName = {}, .readPassword = {}});
}

inline qint64 revisionOf(RestCaller &caller)
{
    return caller.call("passport.portals.list").result().value("revision"_L1).toInteger();
}

inline QString reasonOf(const RestAnswer &answer)
{
    return answer.details().value("reason"_L1).toString();
}

} // namespace passport::portalhands
