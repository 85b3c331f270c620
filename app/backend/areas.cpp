// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/areas.h"

#include "backend/http/routes.h"
#include "protocol/pullapi.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr UserId anna = 1; // programs.md

} // namespace

Areas::Areas(Foundation &theFoundation, Options options)
    : foundation(theFoundation)
    , channels(PullKeys::from(foundation.secrets))
    , rights(foundation.clock, channels, [this](const ListenRight &right) { return isAlive(right); })
    , hub(foundation.clock, channels, rights)
    , configs(foundation.clock, channels, rights, foundation.urls)
    , lists(*foundation.store, foundation.clock, foundation.settings, foundation.urls)
    , bell(*foundation.store, lists, hub)
    , portals(
          {*foundation.store, foundation.clock, foundation.audit, foundation.sessions, configs, hub, foundation.urls,
           lists, bell})
    , changes(
          {*foundation.store, foundation.clock, foundation.audit, foundation.stepUps, foundation.post,
           foundation.rateLimit, lists, bell, moved, foundation.urls})
    , invitations({*foundation.store, foundation.audit, foundation.settings, foundation.urls, lists, bell})
    , idle({*foundation.store, foundation.clock, foundation.audit, foundation.post, bell, moved})
    , pullMethods(*foundation.store, foundation.clock, configs, hub)
    , account(
          {*foundation.store, foundation.clock, foundation.audit, foundation.settings, foundation.urls,
           foundation.rateLimit, hub, foundation.sessions, foundation.stepUps, foundation.hasher, foundation.factors,
           foundation.owner, foundation.post},
          foundation.confirmations, foundation.photoReader, foundation.accounts)
    , places(std::move(options.places))
    , qr({*foundation.store, foundation.clock, foundation.audit, foundation.sessions, foundation.settings,
          foundation.rateLimit, hub, configs, foundation.urls, places, QrSignIn::uniqueIdOf(foundation.secrets)},
         foundation.secondSteps, foundation.dpop)
    , site(
          {*foundation.store, foundation.clock, foundation.sessions, foundation.dpop, foundation.cookies,
           foundation.accounts, account.links, qr, foundation.urls, bell,
           options.demo ? foundation.outboxFolder() : QString()})
{
    MethodTable &methods = foundation.methods;
    portals.addTo(methods);
    changes.addTo(methods);
    invitations.addTo(methods);
    moved.apply(foundation.store->writeNow(MovedAddresses::load));
    foundation.outsideChanges.add([this]() -> boost::asio::awaitable<void> {
        moved.apply(co_await foundation.store->read(MovedAddresses::load));
        idle.wake();
        auto noticing = bell.noticeOutside();
        co_await std::move(noticing);
    });
    pullMethods.addTo(methods);
    account.addTo(methods);
    qr.addTo(methods, foundation.actions);
    methods.add<GetPullConfig>(
        [this](const GetPullConfig &, const Call &call) -> boost::asio::awaitable<Result<PullConfig>> {
            co_return configs.forUser(call.caller.user, call.caller.session);
        });
    foundation.accounts.onQrSignIn(
        [this](UserId person, const SessionId &session) { QrBell(hub).newSignIn(person, session, qrlife::undo); });
    foundation.sessions.onEnded(
        [this](const SessionId &session, const QString &reason) { hub.endSession(session, reason); });
}

/// Asked at every connection: a token to listen outlives neither its session nor its owner's being in the portal, not
/// even over a restart (SR-43).
boost::asio::awaitable<bool> Areas::isAlive(ListenRight right)
{
    const QString session = QString::fromLatin1(right.session);
    const QString portal = PullScope::portalOf(right.scope);
    const qint64 now = foundation.clock.nowMs();
    const auto asking = [&](Db &db) {
        Rows rows = db.select(
            "SELECT 1 FROM session WHERE id = ? AND ended_at IS NULL AND expires_at > ? AND (? = '' OR EXISTS"
            " (SELECT 1 FROM member WHERE user_id = session.user_id AND member_id = ? AND state = 'active'))"_L1,
            {session, now, present(portal), present(portal)});
        return rows.next();
    };
    co_return co_await foundation.store->read(asking);
}

void Areas::addTo(Routes &routes)
{
    account.addTo(routes);
    site.addTo(routes);
    routes.setMoved([this](const HttpRequest &request) { return moved.targetOf(request); });
}

void Areas::watch(boost::asio::io_context &io, std::chrono::seconds ticker)
{
    boost::asio::co_spawn(io, foundation.watch(), boost::asio::detached);
    boost::asio::co_spawn(io, foundation.store->watchJournal(), boost::asio::detached);
    boost::asio::co_spawn(io, qr.watch(), boost::asio::detached);
    boost::asio::co_spawn(io, idle.watch(), boost::asio::detached);
    if (ticker.count() > 0)
        boost::asio::co_spawn(io, tick(ticker), boost::asio::detached);
}

/// `--demo-ticker`: one more unread in one of Anna's portals after another.
boost::asio::awaitable<void> Areas::tick(std::chrono::seconds interval)
{
    boost::asio::steady_timer timer(co_await boost::asio::this_coro::executor);
    for (std::size_t turn = 0;; ++turn) {
        timer.expires_after(interval);
        co_await timer.async_wait(boost::asio::use_awaitable);
        auto asking = lists.of(anna);
        const PortalLists::Own own = co_await std::move(asking);
        if (own->entries.empty())
            continue;
        const Portal &portal = own->entries.at(turn % own->entries.size()).portal;
        auto adding = portals.addUnread(anna, portal.memberId, 1);
        co_await std::move(adding);
    }
}

} // namespace passport
