// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/qr/proofcheck.h"
#include "backend/qr/qrbell.h"
#include "backend/qr/qrparts.h"
#include "backend/rest/method.h"

#include <functional>
#include <vector>

namespace passport {

class Db;

/// What the asking side sends about an open ticket.
struct AskingCall {
    QLatin1StringView method;
    TicketId ticketId;
    QString payload = QStringLiteral("-"); ///< What its proof must have signed.
    std::optional<QrProof> proof = std::nullopt;
    QString token = {}; ///< Of a claim: the right one with a wrong signature is theft.
};

/// Where the asking side's calls pass: it finds the ticket, makes sure that whoever opened it calls (proof, cookie
/// session or, basic, the id alone), that each sequence number comes once, changes the ticket in one transaction and
/// rings.
class TicketDesk {
public:
    explicit TicketDesk(const QrParts &parts)
        : m_(parts)
        , m_bell(parts.hub)
    {
    }

    /// Changes the ticket; runs on the writer. Its error is answered, what it did to the ticket is kept all the same (a
    /// wrong number counts).
    using Act = std::function<Result<Done>(Db &db, Ticket &ticket, Clock::TimePoint now)>;

    /// The ticket as it is then. Errors: too_many, invalid_proof, replayed, and those of `act`.
    boost::asio::awaitable<Result<Ticket>> pass(AskingCall asked, const Call &call, Act act);

    [[nodiscard]] const QrBell &bell() const { return m_bell; }
    [[nodiscard]] const QrParts &parts() const { return m_; }

private:
    enum class Verdict { Right, Wrong, Theft };
    [[nodiscard]] Verdict judge(const Ticket &ticket, const AskingCall &asked, const QByteArray &sid) const;
    boost::asio::awaitable<void> punish(TicketId id, const Call &call);

    const QrParts m_;
    const QrBell m_bell;
};

/// The entry with who called from where.
struct AuditEntry;
[[nodiscard]] AuditEntry from(const Call &call, AuditEntry entry);

} // namespace passport
