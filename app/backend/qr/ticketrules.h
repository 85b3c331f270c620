// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/qr/ticket.h"
#include "protocol/result.h"

namespace passport {

/// The one place that changes a ticket's state. Pure: no clock, no database, no randomness of its own.
///
/// | from                                  | event                     | to                        |
/// |---------------------------------------|---------------------------|---------------------------|
/// | Waiting                               | scanBy()                  | Scanned                   |
/// | Scanned                               | typeNumber(), right       | NumberOk                  |
/// | Scanned                               | typeNumber(), third wrong | Declined{number}          |
/// | NumberOk                              | approveWith()             | Approved                  |
/// | Waiting, Scanned, NumberOk            | approveBasic()            | Approved, level basic     |
/// | Approved                              | claimWith()               | Claimed                   |
/// | Claimed                               | claimWith() again ≤ 30 s  | Claimed (tokens replaced) |
/// | Scanned, NumberOk, Approved           | decline()                 | Declined{person}          |
/// | Waiting, Scanned, NumberOk, Approved  | life over                 | Expired                   |
/// | Waiting, Scanned, NumberOk, Approved  | end()                     | Cancelled, Disabled       |
///
/// Each change raises `rev`. Every function first ends a ticket whose life is over, so a late call never sees it open.

/// What the approving side brings.
struct Approver {
    ApprovalId approvalId = {};
    UserId person = 0;
    SessionId session = {};
    QString phone = {};
    QString number = {}; ///< Two digits of the CSPRNG.
    QrApproval::Network network = QrApproval::Network::Unknown;
};

/// Turns a ticket whose life is over into Expired; whether it did.
bool expireIfOver(Ticket &ticket, Clock::TimePoint now);

/// The first person to scan owns the approval; the same person again changes nothing. Errors: ticket_gone.
Result<Done> scanBy(Ticket &ticket, const Approver &approver, Clock::TimePoint now);

/// Errors: not_scanned, number_mismatch {triesLeft}, ticket_gone. A wrong number changes the ticket: save it anyway.
Result<Done> typeNumber(Ticket &ticket, const QString &number, Clock::TimePoint now);

/// What an approval hands to the asking side; empty for a browser.
struct SignInToken {
    QByteArray hash = {};
    QString travelling = {};
};

/// Approving again while it is approved changes nothing. Errors: number_pending, ticket_gone.
Result<Done> approveWith(Ticket &ticket, const SignInToken &token, Clock::TimePoint now);
/// `main.qrcodeauth.pushToken`: scan, number and approval at once, with basic protection (api.md 6). Errors:
/// ticket_gone.
Result<Done> approveBasic(Ticket &ticket, const Approver &approver, const SignInToken &token, Clock::TimePoint now);

/// Errors: ticket_gone.
Result<Done> decline(Ticket &ticket, Clock::TimePoint now);

enum class ClaimKind {
    First, ///< Make the session.
    Again, ///< The answer got lost: end what the first one made, make it anew.
};
/// Errors: used, ticket_gone.
Result<ClaimKind> claimWith(Ticket &ticket, const QString &idempotencyKey, Clock::TimePoint now);

/// Cancelled, Disabled or Expired; nothing happens to a ticket that has ended. Whether it did.
bool end(Ticket &ticket, QrState state, Clock::TimePoint now);

/// Notes that a phone of another portal tried; the ticket still waits. Whether that was news.
bool noteWrongPortal(Ticket &ticket);

/// Compare-and-set of `seq`: accepted if greater than the last one (SR-17).
bool acceptSeq(Ticket &ticket, qint64 seq);

} // namespace passport
