// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/qr/statusview.h"

#include "backend/account/mask.h"
#include "backend/account/users.h"
#include "backend/core/serverurls.h"
#include "backend/push/pullconfigs.h"
#include "backend/qr/places.h"
#include "backend/qr/ticketrules.h"
#include "backend/qr/ticketstore.h"
#include "protocol/qrlink.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr auto siteId = "s1"_L1; // api.md 1

/// Whether the asking window may know who scanned.
bool showsPerson(const Ticket &ticket)
{
    switch (ticket.state) {
    case QrState::Scanned:
    case QrState::NumberOk:
    case QrState::Approved:
    case QrState::Claimed:
        return true;
    case QrState::Waiting:
    case QrState::Declined:
    case QrState::Expired:
    case QrState::Cancelled:
    case QrState::Disabled:
        return false;
    }
    return false;
}

} // namespace

QrTicket openedView(const Ticket &ticket, const std::optional<PortalRow> &portal, const QrParts &parts)
{
    const QrLink link{
        .origin = parts.urls.base(), .siteId = siteId, .uniqueId = ticket.uniqueId, .channelTag = ticket.channelTag};
    QrTicket view{
        .ticketId = ticket.id,
        .nonce = ticket.nonce,
        .link = link.toString(),
        .siteId = siteId,
        .uniqueId = ticket.uniqueId,
        .channelTag = ticket.channelTag,
        .typedCode = ticket.typedCode,
        .secondsLeft = ticket.left(parts.clock.now()),
        .level = ticket.level,
        .portal = std::nullopt,
        .pull = parts.configs.forGuest(ticket.channelTag.toLatin1())};
    if (portal)
        view.portal = portal->name();
    return view;
}

QrStatus statusView(Db &db, const Ticket &ticket, Clock::TimePoint now)
{
    QrStatus view;
    view.state = ticket.state;
    view.rev = ticket.rev;
    view.secondsLeft = ticket.left(now);
    view.level = ticket.level;
    view.portal = portalNameOf(db, ticket);
    view.reason = ticket.reason;
    view.wrongPortal = ticket.wrongPortal;
    if (ticket.state == QrState::Scanned)
        view.triesLeft = numberTries - ticket.wrongNumbers;
    if (ticket.state == QrState::Approved && !ticket.token.isEmpty())
        view.token = ticket.token;
    if (!showsPerson(ticket))
        return view;
    if (const auto user = userById(db, ticket.person))
        view.person = masked(user->firstName, user->lastName);
    view.phone = ticket.phone;
    return view;
}

QrApproval approvalView(Db &db, const Ticket &ticket, const Places &places, Clock::TimePoint now)
{
    QrApproval view{
        .approvalId = ticket.approvalId,
        .state = ticket.state,
        .rev = ticket.rev,
        .number = ticket.number,
        .device = ticket.device,
        .requestedAt = QDateTime::fromMSecsSinceEpoch(ticket.openedAt.time_since_epoch().count(), Qt::UTC),
        .address = ticket.address,
        .place = std::nullopt,
        .network = ticket.network,
        .portal = portalNameOf(db, ticket),
        .remember = ticket.remember,
        .level = ticket.level,
        .secondsLeft = ticket.left(now)};
    if (const auto place = places.find(ticket.address))
        view.place = place->toString();
    return view;
}

QrApprovalState approvalStateView(Db &db, const Ticket &ticket, Clock::TimePoint now)
{
    QrApprovalState view{
        .state = ticket.state,
        .rev = ticket.rev,
        .secondsLeft = ticket.left(now),
        .undoSecondsLeft = {},
        .sessionId = std::nullopt};
    if (const SessionId session = sessionOfTicket(db, ticket); !session.isEmpty()) {
        view.sessionId = session;
        view.undoSecondsLeft = ticket.undoLeft(now);
    }
    return view;
}

std::optional<PortalName> portalNameOf(Db &db, const Ticket &ticket)
{
    if (ticket.portal.isEmpty())
        return std::nullopt;
    const auto portal = portalById(db, ticket.portal);
    return portal ? std::optional(portal->name()) : std::nullopt;
}

} // namespace passport
