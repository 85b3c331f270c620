// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/qr/qrapproving.h"

#include "backend/core/serverurls.h"
#include "backend/identity/sessions.h"
#include "backend/portals/portalstore.h"
#include "backend/qr/qraudit.h"
#include "backend/qr/statusview.h"
#include "backend/qr/ticketdesk.h"
#include "backend/store/serversettings.h"
#include "backend/store/store.h"
#include "protocol/errorcodes.h"
#include "protocol/qrlink.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace passport {
void QrApproving::addTo(MethodTable &methods)
{
    methods.add<ScanQr>(
        [this](const ScanQr &request, const Call &call) { return scan(request, call); }, Repeats::ByHandler);
    methods.add<GetQrApproval>(
        [this](const GetQrApproval &request, const Call &call) { return approval(request, call); }, Repeats::ByHandler);
    methods.add<ApproveQr>(
        [this](const ApproveQr &request, const Call &call) { return approve(request, call); }, Repeats::ByHandler);
    methods.add<DeclineQr>(
        [this](const DeclineQr &request, const Call &call) { return decline(request, call); }, Repeats::ByHandler);
    methods.add<UndoQr>(
        [this](const UndoQr &request, const Call &call) { return undo(request, call); }, Repeats::ByHandler);
}

boost::asio::awaitable<Result<QrApproval>> QrApproving::scan(const ScanQr &request, const Call &call)
{
    if (const auto refused = m_limits.useScan(call))
        co_return *refused;
    const Result<SoughtTicket> sought = soughtBy(request);
    if (!sought)
        co_return sought.error();
    std::optional<Ticket> before;
    std::optional<Ticket> after;
    const auto job = [&](Db &db) -> Result<QrApproval> {
        before = openTicket(db, *sought, call.caller.user, m_.clock.now());
        if (!before)
            return Error::ofCode(code::ticketGone);
        after = before;
        Result<QrApproval> taken = take(db, *after, call);
        saveTicket(db, *after);
        return taken;
    };
    const Result<QrApproval> answer = co_await m_.store.write(job);
    if (!before)
        m_limits.countWrong(call);
    else
        m_bell.ring(*before, *after);
    const bool isNew = before && before->person == 0 && after->person != 0;
    if (isNew && m_limits.mayPrompt(call))
        m_bell.prompt(*after);
    co_return answer;
}

Result<SoughtTicket> QrApproving::soughtBy(const ScanQr &request) const
{
    if (request.typedCode) {
        const Result<QString> typed = parseTypedCode(*request.typedCode);
        return typed ? Result(SoughtTicket{.uniqueId = {}, .channelTag = {}, .typedCode = *typed})
                     : Result<SoughtTicket>(typed.error());
    }
    for (const QString &origin : m_.urls.origins()) {
        const Result<QrLink> link = QrLink::parse(request.link.value_or(QString()), QUrl(origin));
        if (link)
            return SoughtTicket{.uniqueId = link->uniqueId, .channelTag = link->channelTag, .typedCode = {}};
    }
    return Error::ofCode(code::badLink);
}

Result<QrApproval> QrApproving::take(Db &db, Ticket &ticket, const Call &call) const
{
    const Clock::TimePoint now = m_.clock.now();
    if (!ticket.portal.isEmpty() && !isActiveMember(db, call.caller.user, ticket.portal)) {
        const auto needed = portalNameOf(db, ticket);
        if (noteWrongPortal(ticket))
            m_.audit.record(db, from(call, qrEntry(audit::qrWrongPortal, ticket)));
        return Error::ofCode(code::wrongPortal, {}, {{"needed"_L1, needed ? needed->address : QString()}});
    }
    if (ticket.person == 0
        && countWaitingApprovals(db, call.caller.user, now) >= m_.settings.integer(setting::waitingApprovals))
        return tooMany(ApprovingLimits::window);
    const qint64 rev = ticket.rev;
    const Result<Done> scanned = scanBy(ticket, approverOf(db, call, ticket.address, m_.places), now);
    if (!scanned)
        return scanned.error();
    if (ticket.rev != rev)
        m_.audit.record(db, from(call, qrEntry(audit::qrScanned, ticket, {{"network"_L1, wordOf(ticket.network)}})));
    return approvalView(db, ticket, m_.places, now);
}

boost::asio::awaitable<Result<QrApprovalView>> QrApproving::change(ApprovalId id, const Call &call, Act act)
{
    std::optional<Ticket> before;
    std::optional<Ticket> after;
    const auto job = [&](Db &db) -> Result<QrApprovalView> {
        before = ticketOfApproval(db, id, call.caller.session);
        if (!before)
            return Error::ofCode(code::ticketGone);
        after = before;
        const Result<Done> done = act(db, *after);
        if (*after != *before)
            saveTicket(db, *after);
        if (!done)
            return done.error();
        const Clock::TimePoint now = m_.clock.now();
        return QrApprovalView{
            .approval = approvalView(db, *after, m_.places, now),
            .state = approvalStateView(db, *after, now),
            .reason = after->reason};
    };
    const Result<QrApprovalView> view = co_await m_.store.write(job);
    if (before)
        m_bell.ring(*before, *after);
    co_return view;
}

boost::asio::awaitable<Result<QrApprovalView>> QrApproving::view(const GetQrApproval &request, const Call &call)
{
    const Act look = [&](Db &db, Ticket &ticket) -> Result<Done> {
        if (expireIfOver(ticket, m_.clock.now()))
            m_.audit.record(db, from(call, qrEntry(audit::qrExpired, ticket)));
        return Done{};
    };
    auto changing = change(request.approvalId, call, look);
    co_return co_await std::move(changing);
}

boost::asio::awaitable<Result<QrApprovalState>> QrApproving::approval(const GetQrApproval &request, const Call &call)
{
    auto viewing = view(request, call);
    const Result<QrApprovalView> seen = co_await std::move(viewing);
    if (!seen)
        co_return seen.error();
    co_return seen->state;
}

boost::asio::awaitable<Result<QrApprovalState>> QrApproving::approve(const ApproveQr &request, const Call &call)
{
    const Act letIn = [&](Db &db, Ticket &ticket) {
        const qint64 rev = ticket.rev;
        Result<Done> approved = approveWith(ticket, freshToken(ticket), m_.clock.now());
        if (approved && ticket.rev != rev)
            m_.audit.record(db, from(call, qrEntry(audit::qrApproved, ticket, {{"level"_L1, wordOf(ticket.level)}})));
        return approved;
    };
    auto changing = change(request.approvalId, call, letIn);
    const Result<QrApprovalView> approved = co_await std::move(changing);
    if (!approved)
        co_return approved.error();
    co_return approved->state;
}

boost::asio::awaitable<Result<Done>> QrApproving::decline(const DeclineQr &request, const Call &call)
{
    const Act keepOut = [&](Db &db, Ticket &ticket) {
        Result<Done> declined = passport::decline(ticket, m_.clock.now());
        if (declined)
            m_.audit.record(db, from(call, qrEntry(audit::qrDeclined, ticket)));
        return declined;
    };
    auto changing = change(request.approvalId, call, keepOut);
    const Result<QrApprovalView> declined = co_await std::move(changing);
    if (!declined)
        co_return declined.error();
    co_return Done{};
}

boost::asio::awaitable<Result<Done>> QrApproving::undo(const UndoQr &request, const Call &call)
{
    const Clock::TimePoint since = m_.clock.now() - qrlife::undo;
    const auto job = [&](Db &db) -> SessionId {
        SessionId session = request.sessionId.value_or(SessionId());
        if (request.approvalId) {
            const auto ticket = ticketOfApproval(db, *request.approvalId, call.caller.session);
            session = ticket ? sessionOfTicket(db, *ticket) : SessionId();
        }
        if (session == call.caller.session || !isFreshQrSession(db, session, call.caller.user, since))
            return {};
        m_.sessions.end(db, session, u"undone"_s);
        m_.audit.record(db, from(call, {.event = audit::qrUndone, .data = {{"session"_L1, session.toJson()}}}));
        return session;
    };
    const SessionId undone = co_await m_.store.write(job);
    if (undone.isEmpty())
        co_return Error::ofCode(code::notFound);
    m_.sessions.ended(undone, u"undone"_s);
    co_return Done{};
}

} // namespace passport
