// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/qr/ticketstore.h"

#include "backend/store/db.h"

#include <array>

using namespace Qt::StringLiterals;

// The columns in the order in which read() takes them, and what "open" means in SQL; a macro, because a statement must
// be one literal.
#define SELECT_TICKET                                                                                                  \
    "SELECT id, key, cookie_hash, nonce, channel_tag, typed_code, unique_id, portal, device_name, device_os, "         \
    "device_app, remember, address, address_block, opened_at, state, ends_at, rev, seq, level, reason, wrong_portal, " \
    "approval_id, "                                                                                                    \
    "person, approver, phone, number, wrong_numbers, network, token_hash, token, claim_key, claimed_at, session_id "   \
    "FROM qr_ticket "
#define IS_OPEN "state IN ('waiting', 'scanned', 'numberOk', 'approved') "

namespace passport {
namespace {

using TimePoint = Clock::TimePoint;

qint64 ms(TimePoint time)
{
    return time.time_since_epoch().count();
}

TimePoint fromMs(qint64 value)
{
    return TimePoint(std::chrono::milliseconds(value));
}

QString reasonWord(QrStatus::Reason reason)
{
    switch (reason) {
    case QrStatus::Reason::None:
        return u""_s;
    case QrStatus::Reason::Person:
        return u"person"_s;
    case QrStatus::Reason::Number:
        return u"number"_s;
    }
    return u""_s;
}

QrStatus::Reason reasonOf(const QString &word)
{
    using Reason = QrStatus::Reason;
    return word == "person"_L1 ? Reason::Person : word == "number"_L1 ? Reason::Number : Reason::None;
}

QrApproval::Network networkOf(const QString &word)
{
    using Network = QrApproval::Network;
    for (const Network network : {Network::SameAddress, Network::SameNetwork, Network::SameCity, Network::Other}) {
        if (wordOf(network) == word)
            return network;
    }
    return Network::Unknown;
}

/// NULL for nothing, so that "set" and "not set" look different in the database.
QVariant orNull(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}

QVariant orNull(const QByteArray &bytes)
{
    return bytes.isEmpty() ? QVariant() : QVariant(bytes);
}

QVariant claimedMs(const Ticket &ticket)
{
    return ticket.claimedAt ? QVariant(ms(*ticket.claimedAt)) : QVariant();
}

Ticket read(const Rows &row)
{
    Ticket t{
        .id = TicketId(row.text(0)),
        .key = row.bytes(1),
        .cookie = row.bytes(2),
        .nonce = row.text(3),
        .channelTag = row.text(4),
        .typedCode = row.text(5),
        .uniqueId = row.text(6),
        .portal = PortalId(row.text(7)),
        .device = {.name = row.text(8), .os = row.text(9), .app = row.text(10)},
        .remember = row.boolean(11),
        .address = row.text(12),
        .addressBlock = row.text(13),
        .openedAt = fromMs(row.integer(14))};
    t.state = qrStateFromWord(row.text(15)).value_or(QrState::Expired);
    t.endsAt = fromMs(row.integer(16));
    t.rev = row.integer(17);
    t.seq = row.integer(18);
    t.level = qrLevelFromWord(row.text(19)).value_or(QrLevel::Basic);
    t.reason = reasonOf(row.text(20));
    t.wrongPortal = row.boolean(21);
    t.approvalId = ApprovalId(row.text(22));
    t.person = row.integer(23);
    t.approver = SessionId(row.text(24));
    t.phone = row.text(25);
    t.number = row.text(26);
    t.wrongNumbers = row.smallInteger(27);
    t.network = networkOf(row.text(28));
    t.tokenHash = row.bytes(29);
    t.token = row.text(30);
    t.claimKey = row.text(31);
    if (const auto claimed = row.maybeInteger(32))
        t.claimedAt = fromMs(*claimed);
    t.session = SessionId(row.text(33));
    return t;
}

std::optional<Ticket> first(Rows rows)
{
    return rows.next() ? std::optional(read(rows)) : std::nullopt;
}

qint64 count(Rows rows)
{
    return rows.next() ? rows.integer(0) : 0;
}

} // namespace

void insertTicket(Db &db, const Ticket &t)
{
    db.run(
        "INSERT INTO qr_ticket (id, key, cookie_hash, nonce, channel_tag, typed_code, unique_id, portal, device_name, "
        "device_os, device_app, remember, address, address_block, opened_at, state, ends_at, rev, seq, level) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_L1,
        {t.id.toString(),
         orNull(t.key),
         orNull(t.cookie),
         present(t.nonce),
         t.channelTag,
         t.typedCode,
         t.uniqueId,
         present(t.portal.toString()),
         present(t.device.name),
         present(t.device.os),
         present(t.device.app),
         t.remember ? 1 : 0,
         present(t.address),
         present(t.addressBlock),
         ms(t.openedAt),
         wordOf(t.state),
         ms(t.endsAt),
         t.rev,
         t.seq,
         wordOf(t.level)});
}

void saveTicket(Db &db, const Ticket &t)
{
    db.run(
        "UPDATE qr_ticket SET state = ?, ends_at = ?, rev = ?, seq = ?, level = ?, reason = ?, wrong_portal = ?, "
        "approval_id = ?, person = ?, approver = ?, phone = ?, number = ?, wrong_numbers = ?, network = ?, "
        "token_hash = ?, token = ?, claim_key = ?, claimed_at = ?, session_id = ? WHERE id = ?"_L1,
        {wordOf(t.state),
         ms(t.endsAt),
         t.rev,
         t.seq,
         wordOf(t.level),
         reasonWord(t.reason),
         t.wrongPortal ? 1 : 0,
         orNull(t.approvalId.toString()),
         t.person == 0 ? QVariant() : QVariant(t.person),
         orNull(t.approver.toString()),
         orNull(t.phone),
         orNull(t.number),
         t.wrongNumbers,
         wordOf(t.network),
         orNull(t.tokenHash),
         orNull(t.token),
         orNull(t.claimKey),
         claimedMs(t),
         orNull(t.session.toString()),
         t.id.toString()});
}

std::optional<Ticket> ticketById(Db &db, const TicketId &id)
{
    return first(db.select(SELECT_TICKET "WHERE id = ?"_L1, {present(id.toString())}));
}

std::optional<Ticket> ticketOfApproval(Db &db, const ApprovalId &id, const SessionId &approver)
{
    return first(db.select(
        SELECT_TICKET "WHERE approval_id = ? AND approver = ?"_L1, {present(id.toString()), approver.toString()}));
}

std::optional<Ticket> ticketOfToken(Db &db, const QByteArray &tokenHash)
{
    return first(db.select(SELECT_TICKET "WHERE token_hash = ?"_L1, {tokenHash}));
}

SessionId sessionOfTicket(Db &db, const Ticket &t)
{
    if (!t.claimedAt)
        return {};
    // With a second step the session begins later: it is the person's newest from the same device since the claim.
    Rows rows = db.select(
        "SELECT id FROM session WHERE ended_at IS NULL AND (id = ? OR (? AND user_id = ? "
        "AND method = 'qr' AND created_at >= ? AND device_name = ? AND device_os = ? "
        "AND device_app = ?)) ORDER BY created_at DESC LIMIT 1"_L1,
        {present(t.session.toString()), t.session.isEmpty() ? 1 : 0, t.person, ms(*t.claimedAt), present(t.device.name),
         present(t.device.os), present(t.device.app)});
    return rows.next() ? SessionId(rows.text(0)) : SessionId();
}

bool isFreshQrSession(Db &db, const SessionId &session, UserId person, TimePoint since)
{
    return db
        .select(
            "SELECT 1 FROM session WHERE id = ? AND user_id = ? AND method = 'qr' AND created_at > ? "
            "AND ended_at IS NULL"_L1,
            {present(session.toString()), person, ms(since)})
        .next();
}

std::optional<Ticket> openTicket(Db &db, const SoughtTicket &sought, UserId person, TimePoint now)
{
    return first(db.select(
        SELECT_TICKET "WHERE (typed_code = ? OR (channel_tag = ? AND unique_id = ?)) "
                      "AND " IS_OPEN "AND ends_at > ? AND (person IS NULL OR person = ?)"_L1,
        {present(sought.typedCode), present(sought.channelTag), present(sought.uniqueId), ms(now), person}));
}

std::optional<Ticket> openTicketOfCookie(Db &db, const QByteArray &cookieHash, TimePoint now)
{
    return first(db.select(
        SELECT_TICKET "WHERE cookie_hash = ? AND state = 'waiting' AND ends_at > ? ORDER BY opened_at DESC LIMIT 1"_L1,
        {cookieHash, ms(now)}));
}

bool isTypedCodeTaken(Db &db, const QString &typedCode)
{
    return count(db.select("SELECT count(*) FROM qr_ticket WHERE typed_code = ?"_L1, {typedCode})) > 0;
}

qint64 countOpenTickets(Db &db, TimePoint now)
{
    return count(db.select("SELECT count(*) FROM qr_ticket WHERE " IS_OPEN "AND ends_at > ?"_L1, {ms(now)}));
}

qint64 countOpenTicketsOf(Db &db, const QString &addressBlock, TimePoint now)
{
    return count(db.select(
        "SELECT count(*) FROM qr_ticket WHERE " IS_OPEN "AND address_block = ? AND ends_at > ?"_L1,
        {addressBlock, ms(now)}));
}

qint64 countWaitingApprovals(Db &db, UserId person, TimePoint now)
{
    return count(db.select(
        "SELECT count(*) FROM qr_ticket WHERE person = ? AND state IN ('scanned', 'numberOk') "
        "AND ends_at > ?"_L1,
        {person, ms(now)}));
}

std::vector<TicketId> overdueTickets(Db &db, TimePoint now, int limit)
{
    std::vector<TicketId> ids;
    Rows rows = db.select("SELECT id FROM qr_ticket WHERE " IS_OPEN "AND ends_at <= ? LIMIT ?"_L1, {ms(now), limit});
    while (rows.next())
        ids.emplace_back(rows.text(0));
    return ids;
}

std::vector<OpenTicket> openTickets(Db &db)
{
    std::vector<OpenTicket> tickets;
    Rows rows = db.select("SELECT id, portal FROM qr_ticket WHERE " IS_OPEN ""_L1);
    while (rows.next())
        tickets.push_back({.id = TicketId(rows.text(0)), .portal = PortalId(rows.text(1))});
    return tickets;
}

bool hasForgettable(Db &db, TimePoint endedBefore)
{
    return db.select("SELECT 1 FROM qr_ticket WHERE ends_at <= ? AND NOT (" IS_OPEN ") LIMIT 1"_L1, {ms(endedBefore)})
        .next();
}

std::vector<QString> forgetTickets(Db &db, TimePoint endedBefore)
{
    constexpr int most = 500; // one turn of the writer stays short
    std::vector<QString> tags;
    Rows rows = db.select(
        "DELETE FROM qr_ticket WHERE id IN (SELECT id FROM qr_ticket WHERE ends_at <= ? "
        "AND NOT (" IS_OPEN ") LIMIT ?) RETURNING channel_tag"_L1,
        {ms(endedBefore), most});
    while (rows.next())
        tags.push_back(rows.text(0));
    return tags;
}

} // namespace passport

#undef SELECT_TICKET
#undef IS_OPEN
