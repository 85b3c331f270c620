// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/approval.h"

#include "client/apiclient.h"
#include "client/logging.h"
#include "client/pushconnection.h"
#include "protocol/errorcodes.h"
#include "protocol/pullevent.h"
#include "protocol/qrlink.h"

#include <array>

namespace passport {
namespace {

constexpr std::array stateNames{"Idle",   "Scanning",  "Asking",   "Approving", "Approved", "Undoing",
                                "Undone", "Declining", "Declined", "Gone",      "Failed"};
static_assert(stateNames.size() == std::variant_size_v<Approval::State>);

} // namespace

Approval::Approval(ApiClient &api, PushConnection &push, Timing timing, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_timing(timing)
{
    m_poll.setSingleShot(true);
    connect(&m_poll, &QTimer::timeout, this, &Approval::readState);
    connect(&push, &PushConnection::connected, this, &Approval::readState);
    connect(&push, &PushConnection::eventReceived, this, [this](const PullEvent &event) {
        const auto ring = ApprovalRing::fromEvent(event);
        if (ring && current() && ring->approvalId == current()->approvalId)
            readState();
    });
}

void Approval::scanLink(const QString &text)
{
    const Result<QrLink> link = QrLink::parse(text, m_api.server());
    if (!link)
        return fail(link.error());
    ScanQr request;
    request.link = link->toString();
    scan(request);
}

void Approval::enterCode(const QString &text)
{
    const Result<QString> code = parseTypedCode(text);
    if (!code)
        return fail(code.error());
    ScanQr request;
    request.typedCode = *code;
    scan(request);
}

void Approval::scan(const ScanQr &request)
{
    takeBack();
    m_call = m_api.send(request, this, &Approval::scanned);
    setState(approval::Scanning{});
}

void Approval::scanned(const Result<QrApproval> &answer)
{
    m_call = nullptr;
    if (!answer)
        return setState(approval::Failed{answer.error()});
    m_poll.start(m_timing.poll);
    setState(approval::Asking{
        .approval = *answer,
        .expires = QDeadlineTimer(answer->secondsLeft),
        .canApprove = answer->state == QrState::NumberOk,
        .error = {}});
}

void Approval::approve()
{
    const auto *asking = std::get_if<approval::Asking>(&m_state);
    if (!asking || !asking->canApprove)
        return;
    takeBack();
    m_call = m_api.send(ApproveQr{asking->approval.approvalId}, this, &Approval::approved);
    setState(approval::Approving{*asking});
}

void Approval::approved(const Result<QrApprovalState> &answer)
{
    m_call = nullptr;
    if (answer)
        return follow(*answer);
    refused(std::get<approval::Approving>(m_state).asking, answer.error());
}

void Approval::decline()
{
    const auto *asking = std::get_if<approval::Asking>(&m_state);
    if (!asking)
        return;
    takeBack();
    m_call = m_api.send(DeclineQr{asking->approval.approvalId}, this, &Approval::declined);
    setState(approval::Declining{*asking});
}

void Approval::declined(const Result<Done> &answer)
{
    m_call = nullptr;
    const approval::Asking &asking = std::get<approval::Declining>(m_state).asking;
    if (answer)
        return setState(approval::Declined{asking.approval});
    refused(asking, answer.error());
}

/// Neither approved nor declined: the person is asked again, unless there is nothing left to be asked about.
void Approval::refused(const approval::Asking &asking, const Error &error)
{
    if (error.code == code::ticketGone)
        return setState(approval::Gone{asking.approval});
    approval::Asking again = asking;
    again.error = error;
    again.canApprove = again.canApprove && error.code != code::numberPending;
    m_poll.start(m_timing.poll);
    setState(std::move(again));
}

void Approval::undo()
{
    const auto *approved = std::get_if<approval::Approved>(&m_state);
    if (!approved)
        return;
    takeBack();
    UndoQr request;
    request.approvalId = approved->approval.approvalId;
    m_call = m_api.send(request, this, &Approval::undone);
    setState(approval::Undoing{*approved});
}

void Approval::undone(const Result<Done> &answer)
{
    m_call = nullptr;
    approval::Approved before = std::get<approval::Undoing>(m_state).approved;
    if (answer)
        return setState(approval::Undone{before.approval});
    before.error = answer.error();
    setState(std::move(before));
}

void Approval::reset()
{
    takeBack();
    setState(approval::Idle{});
}

/// What the server says of it now. A gesture that is under way says more than a state read before it.
void Approval::readState()
{
    if (m_call || !current())
        return;
    const bool listening
        = std::holds_alternative<approval::Asking>(m_state) || std::holds_alternative<approval::Approved>(m_state);
    if (listening)
        m_call = m_api.send(GetQrApproval{current()->approvalId}, this, &Approval::stateRead);
}

void Approval::stateRead(const Result<QrApprovalState> &answer)
{
    m_call = nullptr;
    if (answer)
        return follow(*answer);
    const auto *asking = std::get_if<approval::Asking>(&m_state);
    if (asking && (answer.error().code == code::ticketGone || asking->expires.hasExpired()))
        return setState(approval::Gone{asking->approval});
    m_poll.start(m_timing.poll); // a state that could not be read is no state
}

void Approval::follow(const QrApprovalState &now)
{
    const QrApproval approval = *current();
    switch (now.state) {
    case QrState::Waiting:
    case QrState::Scanned:
    case QrState::NumberOk: {
        m_poll.start(m_timing.poll);
        return setState(approval::Asking{
            .approval = approval,
            .expires = QDeadlineTimer(now.secondsLeft),
            .canApprove = now.state == QrState::NumberOk,
            .error = {}});
    }
    case QrState::Approved:
        m_poll.start(m_timing.undoPoll);
        return setState(approval::Approved{approval, {}, {}});
    case QrState::Claimed:
        return setState(approval::Approved{approval, QDeadlineTimer(now.undoSecondsLeft), {}});
    case QrState::Declined:
        return setState(approval::Declined{approval});
    case QrState::Expired:
    case QrState::Cancelled:
    case QrState::Disabled:
        return setState(approval::Gone{approval});
    }
}

const QrApproval *Approval::current() const
{
    if (const auto *asking = std::get_if<approval::Asking>(&m_state))
        return &asking->approval;
    if (const auto *approving = std::get_if<approval::Approving>(&m_state))
        return &approving->asking.approval;
    if (const auto *declining = std::get_if<approval::Declining>(&m_state))
        return &declining->asking.approval;
    if (const auto *approved = std::get_if<approval::Approved>(&m_state))
        return &approved->approval;
    return nullptr;
}

void Approval::fail(const Error &error)
{
    takeBack();
    setState(approval::Failed{error});
}

void Approval::takeBack()
{
    m_poll.stop();
    if (m_call)
        m_call->abort();
    m_call = nullptr;
}

void Approval::setState(State state)
{
    if (state.index() != m_state.index())
        qCInfo(qrLog, "Approval: %s → %s", stateNames[m_state.index()], stateNames[state.index()]);
    m_state = std::move(state);
    Q_EMIT stateChanged();
}

} // namespace passport
