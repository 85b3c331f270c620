// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/qr/qrbell.h"

#include "backend/push/hub.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

/// The command that says how the state changed; empty where the asking side needs no bell: it made the change itself.
QString commandOf(const Ticket &before, const Ticket &after)
{
    if (after.wrongPortal && !before.wrongPortal)
        return u"qrProblem"_s;
    if (after.state == before.state)
        return {};
    switch (after.state) {
    case QrState::Scanned:
        return u"qrScanned"_s;
    case QrState::Approved:
        return u"qrAuthorize"_s;
    case QrState::Declined:
        return u"qrDeclined"_s;
    case QrState::Expired:
        return u"qrExpired"_s;
    case QrState::Disabled:
        return u"qrDisabled"_s;
    case QrState::Waiting:
    case QrState::NumberOk:
    case QrState::Claimed:
    case QrState::Cancelled:
        return {};
    }
    return {};
}

} // namespace

void QrBell::ring(const Ticket &before, const Ticket &after) const
{
    if (after.rev == before.rev)
        return;
    ringAsking(before, after);
    if (before.person != 0)
        prompt(after);
}

void QrBell::prompt(const Ticket &ticket) const
{
    m_hub.publishToUser(
        ticket.person, {},
        {.module = u"passport"_s,
         .command = u"qrApproval"_s,
         .params = {{"approvalId"_L1, ticket.approvalId.toJson()}, {"rev"_L1, ticket.rev}}},
        qrlife::whole);
}

void QrBell::ringAsking(const Ticket &before, const Ticket &after) const
{
    const QString command = commandOf(before, after);
    if (command.isEmpty())
        return;
    QJsonObject params{{"ticketId"_L1, after.id.toJson()}, {"rev"_L1, after.rev}};
    std::chrono::seconds expiry = qrlife::whole;
    if (after.state == QrState::Approved) {
        if (!after.isBrowser())
            params.insert("token"_L1, after.token);
        params.insert("redirectUrl"_L1, u""_s); // never where the phone says (SR-26a)
        expiry = after.isBound() || after.isBrowser() ? qrlife::approved : qrlife::approvedBasic;
    }
    m_hub.publishToGuest(
        after.channelTag.toLatin1(), {.module = u"main"_s, .command = command, .params = params}, expiry);
}

void QrBell::newSignIn(UserId person, const SessionId &session, std::chrono::seconds undoLeft) const
{
    m_hub.publishToUser(
        person, {},
        {.module = u"passport"_s,
         .command = u"newSignIn"_s,
         .params = {{"sessionId"_L1, session.toJson()}, {"undoSecondsLeft"_L1, static_cast<qint64>(undoLeft.count())}}},
        qrlife::undo);
}

void QrBell::forget(const QString &channelTag) const
{
    m_hub.endGuest(channelTag.toLatin1());
}

} // namespace passport
