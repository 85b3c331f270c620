// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/qr/ticketrules.h"

#include "protocol/errorcodes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

using TimePoint = Clock::TimePoint;

void setState(Ticket &ticket, QrState state, TimePoint endsAt)
{
    ticket.state = state;
    ticket.endsAt = endsAt;
    ++ticket.rev;
}

Error gone()
{
    return Error::ofCode(code::ticketGone);
}

/// Whether it is open, after its clock has been looked at.
bool stillOpen(Ticket &ticket, TimePoint now)
{
    expireIfOver(ticket, now);
    return ticket.isOpen();
}

void take(Ticket &ticket, const Approver &approver)
{
    ticket.approvalId = approver.approvalId;
    ticket.person = approver.person;
    ticket.approver = approver.session;
    ticket.phone = approver.phone;
    ticket.number = approver.number;
    ticket.network = approver.network;
    ticket.wrongPortal = false;
}

void give(Ticket &ticket, const SignInToken &token, TimePoint now)
{
    ticket.tokenHash = token.hash;
    ticket.token = token.travelling;
    const bool plain = !ticket.isBound() && !ticket.isBrowser();
    setState(ticket, QrState::Approved, now + (plain ? qrlife::approvedBasic : qrlife::approved));
}

} // namespace

bool expireIfOver(Ticket &ticket, TimePoint now)
{
    return ticket.endsAt <= now && end(ticket, QrState::Expired, now);
}

Result<Done> scanBy(Ticket &ticket, const Approver &approver, TimePoint now)
{
    if (!stillOpen(ticket, now))
        return gone();
    if (ticket.person != 0)
        return ticket.person == approver.person ? Result(Done{}) : Result<Done>(gone());
    take(ticket, approver);
    setState(ticket, QrState::Scanned, std::min<TimePoint>(now + qrlife::scanned, ticket.openedAt + qrlife::whole));
    return Done{};
}

Result<Done> typeNumber(Ticket &ticket, const QString &number, TimePoint now)
{
    if (!stillOpen(ticket, now))
        return gone();
    if (ticket.state == QrState::Waiting)
        return Error::ofCode(code::notScanned);
    if (ticket.state != QrState::Scanned)
        return Done{}; // it has been right before
    if (number == ticket.number) {
        setState(ticket, QrState::NumberOk, ticket.endsAt);
        return Done{};
    }
    ++ticket.wrongNumbers;
    if (ticket.wrongNumbers < numberTries) {
        ++ticket.rev;
    } else {
        ticket.reason = QrStatus::Reason::Number;
        setState(ticket, QrState::Declined, now);
    }
    return Error::ofCode(code::numberMismatch, {}, {{"triesLeft"_L1, numberTries - ticket.wrongNumbers}});
}

Result<Done> approveWith(Ticket &ticket, const SignInToken &token, TimePoint now)
{
    if (!stillOpen(ticket, now))
        return gone();
    if (ticket.state == QrState::Approved)
        return Done{};
    if (ticket.state != QrState::NumberOk)
        return Error::ofCode(code::numberPending);
    give(ticket, token, now);
    return Done{};
}

Result<Done> approveBasic(Ticket &ticket, const Approver &approver, const SignInToken &token, TimePoint now)
{
    if (!stillOpen(ticket, now) || ticket.state == QrState::Approved
        || (ticket.person != 0 && ticket.person != approver.person))
        return gone();
    if (ticket.person == 0)
        take(ticket, approver);
    ticket.level = QrLevel::Basic;
    give(ticket, token, now);
    return Done{};
}

Result<Done> decline(Ticket &ticket, TimePoint now)
{
    if (!stillOpen(ticket, now))
        return gone();
    ticket.reason = QrStatus::Reason::Person;
    setState(ticket, QrState::Declined, now);
    return Done{};
}

Result<ClaimKind> claimWith(Ticket &ticket, const QString &idempotencyKey, TimePoint now)
{
    expireIfOver(ticket, now);
    if (ticket.state == QrState::Claimed) {
        const bool again = ticket.claimKey == idempotencyKey && now < *ticket.claimedAt + qrlife::lostAnswer;
        return again ? Result(ClaimKind::Again) : Result<ClaimKind>(Error::ofCode(code::used));
    }
    if (ticket.state != QrState::Approved)
        return gone();
    ticket.claimKey = idempotencyKey;
    ticket.claimedAt = now;
    setState(ticket, QrState::Claimed, now);
    return ClaimKind::First;
}

bool end(Ticket &ticket, QrState state, TimePoint now)
{
    if (!ticket.isOpen())
        return false;
    setState(ticket, state, now);
    return true;
}

bool noteWrongPortal(Ticket &ticket)
{
    if (ticket.wrongPortal || ticket.state != QrState::Waiting)
        return false;
    ticket.wrongPortal = true;
    ++ticket.rev;
    return true;
}

bool acceptSeq(Ticket &ticket, qint64 seq)
{
    if (seq <= ticket.seq)
        return false;
    ticket.seq = seq;
    return true;
}

} // namespace passport
