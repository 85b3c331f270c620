// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/portals/invitations.h"

#include "backend/core/serverurls.h"
#include "backend/http/message.h"
#include "backend/portals/membership.h"
#include "backend/portals/portallists.h"
#include "backend/rest/callaudit.h"
#include "backend/rest/firstanswer.h"
#include "backend/store/serversettings.h"
#include "backend/store/store.h"
#include "protocol/errorcodes.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

bool isInvited(Db &db, UserId user, const PortalId &portal)
{
    const auto member = membershipOf(db, user, portal);
    return member && member->state == Portal::State::Invited;
}

} // namespace

void Invitations::addTo(MethodTable &methods)
{
    methods.add<ListInvitations>(
        [this](const ListInvitations &request, const Call &call) { return list(request, call); });
    methods.add<AcceptInvitation>(
        [this](const AcceptInvitation &request, const Call &call) { return accept(request, call); });
    methods.add<DeclineInvitation>(
        [this](const DeclineInvitation &request, const Call &call) { return decline(request, call); });
}

InvitationList Invitations::listIn(Db &db, UserId user) const
{
    InvitationList list;
    Rows rows = db.select(
        "SELECT member_id, title, address, role, joined_at FROM member JOIN portal USING (member_id)"
        " WHERE user_id = ? AND state = 'invited' ORDER BY joined_at DESC, member_id"_L1,
        {user});
    while (rows.next()) {
        const PortalId portal(rows.text(0));
        list.items.push_back(
            {.id = InvitationId(portal.toString()),
             .memberId = portal,
             .title = rows.text(1),
             .address = rows.text(2),
             .url = m_.urls.portal(rows.text(2)),
             .role = portalRoleFromWord(rows.text(3)),
             .invitedAt = QDateTime::fromMSecsSinceEpoch(rows.integer(4), Qt::UTC),
             .needsApproval = m_.settings.isOn(setting::approveJoining, portal)});
    }
    list.total = static_cast<int>(list.items.size());
    return list;
}

boost::asio::awaitable<Result<InvitationList>> Invitations::list(const ListInvitations &, const Call &call)
{
    const auto job = [&](Db &db) { return listIn(db, call.caller.user); };
    co_return co_await m_.store.read(job);
}

boost::asio::awaitable<Result<Portal>> Invitations::accept(const AcceptInvitation &request, const Call &call)
{
    const UserId user = call.caller.user;
    const PortalId portal(request.id.toString());
    const Portal::State state
        = m_.settings.isOn(setting::approveJoining, portal) ? Portal::State::Pending : Portal::State::Active;
    PortalBell::Revisions revisions;
    const auto job = [&](Db &db) -> Result<Portal> {
        if (!isInvited(db, user, portal))
            return Error::ofCode(code::notFound);
        setMemberState(db, user, portal, state);
        m_.audit.record(
            db,
            auditEntry(audit::invitationAccepted, call, {{"portal"_L1, portal.toJson()}, {"state"_L1, wordOf(state)}}));
        revisions = PortalBell::raiseMembership(db, user, portal);
        return m_.lists.asTold(db, user, portal);
    };
    auto writing = writeOnce(m_.store, call, job);
    Result<Portal> joined = co_await std::move(writing);
    m_.bell.ring(revisions);
    co_return joined;
}

boost::asio::awaitable<Result<InvitationDeclined>>
Invitations::decline(const DeclineInvitation &request, const Call &call)
{
    const UserId user = call.caller.user;
    const PortalId portal(request.id.toString());
    PortalBell::Revisions revisions;
    const auto job = [&](Db &db) -> Result<InvitationDeclined> {
        if (!isInvited(db, user, portal))
            return Error::ofCode(code::notFound);
        removeMember(db, user, portal);
        m_.audit.record(db, auditEntry(audit::invitationDeclined, call, {{"portal"_L1, portal.toJson()}}));
        revisions = PortalBell::raise(db, {user});
        return InvitationDeclined{};
    };
    auto writing = writeOnce(m_.store, call, job);
    Result<InvitationDeclined> declined = co_await std::move(writing);
    m_.bell.ring(revisions);
    co_return declined;
}

} // namespace passport
