// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/portals/portalmethods.h"

#include "backend/core/serverurls.h"
#include "backend/identity/sessions.h"
#include "backend/identity/stepups.h"
#include "backend/portals/entrystore.h"
#include "backend/portals/membership.h"
#include "backend/portals/portallists.h"
#include "backend/portals/portalstore.h"
#include "backend/push/hub.h"
#include "backend/push/pullconfigs.h"
#include "backend/rest/callaudit.h"
#include "backend/store/store.h"
#include "protocol/errorcodes.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

AuditEntry entered(const Call &call, const PortalId &portal, QLatin1StringView way)
{
    return auditEntry(audit::portalEntered, call, {{"portal"_L1, portal.toJson()}, {"way"_L1, way}});
}

} // namespace

void PortalMethods::addTo(MethodTable &methods)
{
    methods.add<ListPortals>([this](const ListPortals &request, const Call &call) { return list(request, call); });
    methods.add<SwitchPortal>(
        [this](const SwitchPortal &request, const Call &call) { return enter(request, call); }, Repeats::InMemory);
    methods.add<OpenPortalLink>(
        [this](const OpenPortalLink &request, const Call &call) { return openLink(request, call); }, Repeats::InMemory);
    methods.add<GetCounters>([this](const GetCounters &request, const Call &call) { return counters(request, call); });
}

boost::asio::awaitable<Result<PortalList>> PortalMethods::list(const ListPortals &request, const Call &call)
{
    const PortalLists::Own own = co_await m_.lists.of(call.caller.user);
    co_return pageOf(*own, request);
}

boost::asio::awaitable<Result<Portal>> PortalMethods::entrable(PortalId id, const Call &call)
{
    const PortalLists::Own own = co_await m_.lists.of(call.caller.user);
    const Portal *portal = own->find(id);
    if (!portal)
        co_return Error::ofCode(code::notFound);
    if (portal->state != Portal::State::Active)
        co_return Error::ofCode(code::notAllowed, u"not an active member"_s);
    if (!portal->qrAllowed) { // what QR let in does not open what QR is switched off for (api.md 5)
        const SessionId &session = call.caller.session;
        const StepUps stepUps(m_.clock);
        const auto job = [&](Db &db) -> Result<Done> {
            if (!isBornFromQr(db, session))
                return Done{};
            return stepUps.require(db, call.caller.user, session);
        };
        const Result<Done> proven = co_await m_.store.read(job);
        if (!proven)
            co_return proven.error();
    }
    co_return *portal;
}

boost::asio::awaitable<Result<EnteredPortal>> PortalMethods::enter(const SwitchPortal &request, const Call &call)
{
    auto asking = entrable(request.memberId, call);
    const Result<Portal> portal = co_await std::move(asking);
    if (!portal)
        co_return portal.error();
    PortalBell::Revisions told;
    const auto job = [&](Db &db) {
        m_.audit.record(db, entered(call, request.memberId, "switch"_L1));
        told = PortalBell::noteUse(db, request.memberId, m_.clock.now());
        return m_.sessions.issue(db, call.caller.session, request.memberId);
    };
    SessionTokens tokens = co_await m_.store.write(job);
    m_.bell.ring(told);
    const PullScope scope{.portal = request.memberId.toString(), .application = {}};
    co_return EnteredPortal{
        .portal = *portal,
        .tokens = std::move(tokens),
        .pull = m_.configs.forUser(call.caller.user, call.caller.session, scope)};
}

boost::asio::awaitable<Result<OneTimeLink>> PortalMethods::openLink(const OpenPortalLink &request, const Call &call)
{
    auto asking = entrable(request.memberId, call);
    const Result<Portal> portal = co_await std::move(asking);
    if (!portal)
        co_return portal.error();
    PortalBell::Revisions told;
    const auto job = [&](Db &db) {
        m_.audit.record(db, entered(call, request.memberId, "link"_L1));
        told = PortalBell::noteUse(db, request.memberId, m_.clock.now());
        return addEntry(db, {.session = call.caller.session, .portal = request.memberId}, m_.clock.now());
    };
    const QString code = co_await m_.store.write(job);
    m_.bell.ring(told);
    co_return OneTimeLink{
        .url = QUrl(u"%1enter/#%2"_s.arg(m_.urls.portal(portal->address), code)), .secondsLeft = entryLife};
}

boost::asio::awaitable<Result<CounterList>> PortalMethods::counters(const GetCounters &, const Call &call)
{
    const PortalLists::Own own = co_await m_.lists.of(call.caller.user);
    CounterList counters{.total = own->unread, .portals = {}};
    for (const OwnPortals::Entry &entry : own->entries) {
        if (entry.portal.state == Portal::State::Active)
            counters.portals.push_back({.memberId = entry.portal.memberId, .count = entry.portal.counter});
    }
    co_return counters;
}

boost::asio::awaitable<void> PortalMethods::addUnread(UserId user, PortalId portal, int by)
{
    const auto job = [&](Db &db) { return raiseCounter(db, user, portal, by); };
    const int count = co_await m_.store.write(job);
    m_.lists.forget(user);
    const PortalLists::Own own = co_await m_.lists.of(user);
    m_.hub.publishToUser(
        user, {},
        {.module = u"passport"_s,
         .command = u"counters"_s,
         .params = {{"memberId"_L1, portal.toJson()}, {"count"_L1, count}, {"total"_L1, own->unread}}});
}

} // namespace passport
