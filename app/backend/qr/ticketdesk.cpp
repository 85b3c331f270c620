// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/qr/ticketdesk.h"

#include "backend/core/crypto.h"
#include "backend/core/serverurls.h"
#include "backend/guard/ratelimit.h"
#include "backend/http/message.h"
#include "backend/identity/sessions.h"
#include "backend/qr/qraudit.h"
#include "backend/qr/ticketrules.h"
#include "backend/qr/ticketstore.h"
#include "backend/store/serversettings.h"
#include "backend/store/store.h"
#include "protocol/errorcodes.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {
namespace {

constexpr auto burstWindow = 5s; // of so many proof calls in a row, at the setting's rate: 2 a second, burst 10

Error wrongProof()
{
    return Error::ofCode(code::invalidProof); // unknown ticket, wrong signature, wrong audience: one answer
}

} // namespace

Error tooMany(std::chrono::seconds wait)
{
    Error error = Error::ofCode(code::tooMany);
    error.retryAfter = wait;
    return error;
}

AuditEntry from(const Call &call, AuditEntry entry)
{
    entry.address = QString::fromLatin1(call.http.remoteAddress);
    entry.requestId = QString::fromLatin1(call.http.requestId);
    entry.session = call.caller.session.toString();
    if (call.caller.user != 0)
        entry.actor = call.caller.user;
    return entry;
}

TicketDesk::Verdict TicketDesk::judge(const Ticket &ticket, const AskingCall &asked, const QByteArray &sid) const
{
    if (ticket.isBrowser())
        return crypto::equal(ticket.cookie, crypto::sha256(sid)) ? Verdict::Right : Verdict::Wrong;
    if (!ticket.isBound())
        return Verdict::Right; // basic: the id is all there is (api.md 6)
    const bool proven = asked.proof
        && isProven(ticket, {.method = asked.method, .payload = asked.payload, .proof = *asked.proof},
                    m_.urls.origins());
    if (proven)
        return Verdict::Right;
    const bool knowsToken = !asked.token.isEmpty() && !ticket.tokenHash.isEmpty()
        && crypto::equal(ticket.tokenHash, crypto::sha256(asked.token.toLatin1()));
    return knowsToken ? Verdict::Theft : Verdict::Wrong;
}

boost::asio::awaitable<Result<Ticket>> TicketDesk::pass(AskingCall asked, const Call &call, Act act)
{
    const int burst = m_.settings.integer(setting::proofCallsPerSecond) * static_cast<int>(burstWindow.count());
    if (const auto wait = m_.limits.use(u"qr.proof/"_s + asked.ticketId.toString(), burst, burstWindow))
        co_return tooMany(*wait);
    // The signature is checked on a reader: a flood of wrong ones never reaches the writer.
    const auto check = [&](Db &db) {
        const auto ticket = ticketById(db, asked.ticketId);
        return ticket ? judge(*ticket, asked, call.caller.sid) : Verdict::Wrong;
    };
    const Verdict verdict = co_await m_.store.read(check);
    if (verdict == Verdict::Theft) {
        auto punishing = punish(asked.ticketId, call);
        co_await std::move(punishing);
    }
    if (verdict != Verdict::Right)
        co_return wrongProof();

    std::optional<Ticket> before;
    std::optional<Ticket> after;
    const auto job = [&](Db &db) -> Result<Done> {
        before = ticketById(db, asked.ticketId);
        if (!before)
            return wrongProof();
        after = before;
        if (before->isBound() && !acceptSeq(*after, asked.proof->seq)) {
            m_.audit.record(db, from(call, qrEntry(audit::qrReplayed, *before)));
            return Error::ofCode(code::replayed);
        }
        const Result<Done> done = act(db, *after, m_.clock.now());
        saveTicket(db, *after);
        return done;
    };
    const Result<Done> done = co_await m_.store.write(job);
    if (before)
        m_bell.ring(*before, *after);
    if (!done)
        co_return done.error();
    co_return *after;
}

boost::asio::awaitable<void> TicketDesk::punish(TicketId id, const Call &call)
{
    std::optional<Ticket> before;
    std::optional<Ticket> after;
    const auto job = [&](Db &db) {
        before = ticketById(db, id);
        if (!before)
            return;
        after = before;
        m_.audit.record(db, from(call, qrEntry(audit::qrStolen, *before)));
        if (!end(*after, QrState::Cancelled, m_.clock.now()))
            after->claimKey.clear(); // no second answer either
        saveTicket(db, *after);
        if (!after->session.isEmpty())
            m_.sessions.end(db, after->session, u"qr_theft"_s);
    };
    co_await m_.store.write(job);
    if (!before)
        co_return;
    m_bell.ring(*before, *after);
    if (!after->session.isEmpty())
        m_.sessions.ended(after->session, u"qr_theft"_s);
}

} // namespace passport
