// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/portals/portalchanges.h"

#include "backend/core/serverurls.h"
#include "backend/guard/ratelimit.h"
#include "backend/http/message.h"
#include "backend/identity/stepups.h"
#include "backend/mail/postoffice.h"
#include "backend/mail/readerlanguage.h"
#include "backend/portals/membership.h"
#include "backend/portals/portaladdress.h"
#include "backend/portals/portallists.h"
#include "backend/portals/portalstore.h"
#include "backend/rest/callaudit.h"
#include "backend/rest/firstanswer.h"
#include "backend/store/store.h"
#include "protocol/errorcodes.h"
#include "protocol/person.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

constexpr int createdLimit = 7; // wire.md 4.1
/// Addresses looked at in a minute by one person: a fast typist needs 10, somebody who lists all portals many more.
constexpr int checksAMinute = 60;

Error notAllowed(const QString &reason, QJsonObject details = {})
{
    details.insert("reason"_L1, reason);
    return Error::ofCode(code::notAllowed, {}, details);
}

/// Whose turn it is to rename, by himself or not at all (wire.md 4.1, SR-44).
Result<Done> mayRename(const std::optional<Membership> &member)
{
    if (!member)
        return Error::ofCode(code::notFound);
    if (!member->isAdministrator())
        return notAllowed(u"administrators_only"_s);
    const Portal::Rename way = renameWay(Portal::Role::Admin, member->plan, member->renames);
    if (way == Portal::Rename::Support)
        return Error::ofCode(code::supportOnly);
    return way == Portal::Rename::Self ? Result<Done>(Done{}) : notAllowed(u"plan"_s);
}

} // namespace

void PortalChanges::addTo(MethodTable &methods)
{
    methods.add<CreatePortal>([this](const CreatePortal &request, const Call &call) { return create(request, call); });
    methods.add<CheckPortalAddress>(
        [this](const CheckPortalAddress &request, const Call &call) { return check(request, call); });
    methods.add<RenamePortal>([this](const RenamePortal &request, const Call &call) { return rename(request, call); });
    methods.add<LeavePortal>([this](const LeavePortal &request, const Call &call) { return leave(request, call); });
}

boost::asio::awaitable<Result<Portal>> PortalChanges::create(const CreatePortal &request, const Call &call)
{
    const QString title = cleaned(request.title, CreatePortal::longestTitle).trimmed();
    if (title.isEmpty())
        co_return Error::ofCode(code::invalidRequest, {}, {{"key"_L1, u"title"_s}, {"reason"_L1, u"empty"_s}});
    Aftermath after;
    const auto job = [&](Db &db) { return createIn(db, title, call, after); };
    auto writing = writeOnce(m_.store, call, job);
    Result<Portal> created = co_await std::move(writing);
    follow(std::move(after));
    co_return created;
}

void PortalChanges::follow(Aftermath after)
{
    if (after.moved)
        m_.moved.apply(*std::move(after.moved));
    m_.bell.ring(after.revisions);
}

Result<Portal> PortalChanges::createIn(Db &db, const QString &title, const Call &call, Aftermath &after) const
{
    const UserId user = call.caller.user;
    if (const Result<Done> proven = m_.stepUps.require(db, user, call.caller.session); !proven)
        return proven.error();
    if (createdCount(db, user) >= createdLimit) // in the transaction: of 20 at once seven come through
        return Error::ofCode(code::limitReached, {}, {{"limit"_L1, createdLimit}});
    QString address = generatedAddress();
    while (!isAddressFree(db, address))
        address = generatedAddress();
    const Clock::TimePoint now = m_.clock.now();
    const PortalId id = addPortal(db, {.title = title, .address = address, .createdBy = user}, now);
    addMember(db, {.user = user, .portal = id, .role = Portal::Role::Admin}, now);
    m_.audit.record(
        db,
        auditEntry(
            audit::portalCreated, call, {{"portal"_L1, id.toJson()}, {"title"_L1, title}, {"address"_L1, address}}));
    after.revisions = PortalBell::raise(db, {user});
    return m_.lists.asTold(db, user, id);
}

/// Whoever asks whether an address is taken, by whatever method, asks no more often than this.
Result<Done> PortalChanges::mayProbe(const Call &call) const
{
    const QString key = u"checkaddress/%1"_s.arg(call.caller.user);
    const auto wait = m_.rateLimit.use(key, checksAMinute, 60s);
    if (!wait)
        return Done{};
    Error error = Error::ofCode(code::tooMany);
    error.retryAfter = wait;
    return error;
}

boost::asio::awaitable<Result<AddressCheck>> PortalChanges::check(const CheckPortalAddress &request, const Call &call)
{
    if (const Result<Done> may = mayProbe(call); !may)
        co_return may.error();
    const QString address = foldedAddress(request.address);
    std::optional<AddressCheck::Reason> reason = problemOfAddress(address);
    if (!reason) {
        const auto job = [&](Db &db) { return isAddressFree(db, address); };
        const bool isFree = co_await m_.store.read(job);
        reason = isFree ? reason : AddressCheck::Reason::Taken;
    }
    co_return AddressCheck{.free = !reason, .reason = reason};
}

boost::asio::awaitable<Result<Portal>> PortalChanges::rename(const RenamePortal &request, const Call &call)
{
    if (const Result<Done> may = mayProbe(call); !may)
        co_return may.error();
    const QString address = foldedAddress(request.address);
    Aftermath after;
    const auto job = [&](Db &db) { return renameIn(db, request.memberId, address, call, after); };
    auto writing = writeOnce(m_.store, call, job);
    Result<Portal> renamed = co_await std::move(writing);
    follow(std::move(after));
    co_return renamed;
}

Result<Portal> PortalChanges::renameIn(
    Db &db, const PortalId &portal, const QString &address, const Call &call, Aftermath &after) const
{
    const std::optional<Membership> member = membershipOf(db, call.caller.user, portal);
    if (const Result<Done> allowed = mayRename(member); !allowed)
        return allowed.error();
    // Before anything is said of the address: it is nobody's business whose it is.
    if (const Result<Done> proven = m_.stepUps.require(db, call.caller.user, call.caller.session); !proven)
        return proven.error();
    if (const auto reason = problemOfAddress(address); reason && *reason != AddressCheck::Reason::Taken)
        return Error::ofCode(code::invalidAddress, {}, {{"reason"_L1, wordOf(*reason)}});
    else if (reason || !isAddressFree(db, address, portal))
        return Error::ofCode(code::addressTaken);
    giveAddress(db, portal, address, true);
    m_.audit.record(
        db,
        auditEntry(
            audit::portalRenamed, call,
            {{"portal"_L1, portal.toJson()}, {"from"_L1, member->address}, {"to"_L1, address}}));
    tellAdministrators(db, portal, *member, address, call);
    after = {.revisions = PortalBell::raise(db, membersOf(db, portal)), .moved = MovedAddresses::load(db)};
    return m_.lists.asTold(db, call.caller.user, portal);
}

void PortalChanges::tellAdministrators(
    Db &db, const PortalId &portal, const Membership &before, const QString &address, const Call &call) const
{
    for (const MemberMail &mail : memberMails(db, portal)) {
        if (mail.role != Portal::Role::Admin || mail.user == call.caller.user)
            continue;
        m_.post.post(
            db,
            {.kind = letter::portalRenamed,
             .to = mail.address,
             .language = languageOfReader(db, mail.user, languageOf(call.http.header("accept-language"))),
             .values
             = {{u"title"_s, before.title},
                {u"link"_s, m_.urls.portal(address)},
                {u"oldUrl"_s, m_.urls.portal(before.address)}}});
    }
}

boost::asio::awaitable<Result<PortalLeft>> PortalChanges::leave(const LeavePortal &request, const Call &call)
{
    Aftermath after;
    const auto job = [&](Db &db) { return leaveIn(db, request, call, after); };
    auto writing = writeOnce(m_.store, call, job);
    Result<PortalLeft> left = co_await std::move(writing);
    follow(std::move(after));
    co_return left;
}

/// A portal never stays without somebody who can administer it (features 6, "Delete the Passport").
Result<PortalLeft> PortalChanges::leaveIn(Db &db, const LeavePortal &request, const Call &call, Aftermath &after) const
{
    const UserId user = call.caller.user;
    const PortalId &portal = request.memberId;
    const std::optional<Membership> member = membershipOf(db, user, portal);
    if (!member)
        return Error::ofCode(code::notFound);
    if (member->state == Portal::State::Invited)
        return notAllowed(u"invited"_s); // which is declined, not left
    const bool isSole = member->isAdministrator() && administratorsOf(db, portal).size() == 1;
    const int others = activeMembers(db, portal) - 1;
    if (isSole && others > 0)
        return notAllowed(wordOf(Portal::LeaveObstacle::SoleAdministrator), {{"others"_L1, others}});
    if (isSole && !request.endPortal)
        return notAllowed(wordOf(Portal::LeaveObstacle::LastMember));
    if (!isSole) {
        removeMember(db, user, portal);
        m_.audit.record(db, auditEntry(audit::portalLeft, call, {{"portal"_L1, portal.toJson()}}));
        after.revisions = PortalBell::raiseMembership(db, user, portal);
        return PortalLeft{};
    }
    if (const Result<Done> proven = m_.stepUps.require(db, user, call.caller.session); !proven)
        return proven.error();
    const std::vector<UserId> members = membersOf(db, portal); // those invited or waiting, too
    removePortal(db, portal);
    m_.audit.record(
        db, auditEntry(audit::portalEnded, call, {{"portal"_L1, portal.toJson()}, {"address"_L1, member->address}}));
    after = {.revisions = PortalBell::raise(db, members), .moved = MovedAddresses::load(db)};
    return PortalLeft{};
}

} // namespace passport
