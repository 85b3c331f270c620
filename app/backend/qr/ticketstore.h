// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/qr/ticket.h"

#include <optional>
#include <vector>

namespace passport {

class Db;

// Queries of the table qr_ticket. Each throws StoreError.

void insertTicket(Db &db, const Ticket &ticket);
/// Writes what may change in a ticket's life.
void saveTicket(Db &db, const Ticket &ticket);

[[nodiscard]] std::optional<Ticket> ticketById(Db &db, const TicketId &id);
/// The approval as the session that scanned may see it; nothing for any other session.
[[nodiscard]] std::optional<Ticket> ticketOfApproval(Db &db, const ApprovalId &id, const SessionId &approver);
/// By SHA-256 of the token that an approval made.
[[nodiscard]] std::optional<Ticket> ticketOfToken(Db &db, const QByteArray &tokenHash);
/// The session that came out of a claimed ticket; empty while a second step is due or once it has ended.
[[nodiscard]] SessionId sessionOfTicket(Db &db, const Ticket &ticket);
/// A live session of this person that came out of a QR sign-in since then.
[[nodiscard]] bool isFreshQrSession(Db &db, const SessionId &session, UserId person, Clock::TimePoint since);

/// What an approving side has in hand: what a QR code says, or the typed code; the other stays empty.
struct SoughtTicket {
    QString uniqueId;
    QString channelTag;
    QString typedCode;
};
/// One query for whatever it may be: never existed, expired, used, cancelled, taken by another person are all just
/// "no row" (SR-7).
[[nodiscard]] std::optional<Ticket> openTicket(Db &db, const SoughtTicket &sought, UserId person, Clock::TimePoint now);
/// The newest waiting ticket of a browser's cookie session, to be drawn.
[[nodiscard]] std::optional<Ticket> openTicketOfCookie(Db &db, const QByteArray &cookieHash, Clock::TimePoint now);
[[nodiscard]] bool isTypedCodeTaken(Db &db, const QString &typedCode);

[[nodiscard]] qint64 countOpenTickets(Db &db, Clock::TimePoint now);
[[nodiscard]] qint64 countOpenTicketsOf(Db &db, const QString &addressBlock, Clock::TimePoint now);
/// Scanned or numberOk.
[[nodiscard]] qint64 countWaitingApprovals(Db &db, UserId person, Clock::TimePoint now);

/// Open by their state, over by their time; at most `limit`.
[[nodiscard]] std::vector<TicketId> overdueTickets(Db &db, Clock::TimePoint now, int limit);
/// An open ticket and whose switch it obeys.
struct OpenTicket {
    TicketId id;
    PortalId portal;
};
[[nodiscard]] std::vector<OpenTicket> openTickets(Db &db);
/// Whether forgetTickets() would find any.
[[nodiscard]] bool hasForgettable(Db &db, Clock::TimePoint endedBefore);
/// Removes what ended before that moment; their channel tags.
std::vector<QString> forgetTickets(Db &db, Clock::TimePoint endedBefore);

} // namespace passport
