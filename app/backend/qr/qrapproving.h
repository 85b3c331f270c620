// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/qr/approvinglimits.h"
#include "backend/qr/qrbell.h"
#include "backend/qr/qrparts.h"
#include "backend/qr/ticketrules.h"
#include "backend/qr/ticketstore.h"
#include "backend/rest/method.h"
#include "protocol/qrapprovalapi.h"

namespace passport {

/// An approval with all that can be said of it: for a page, which remembers nothing between two looks.
struct QrApprovalView {
    QrApproval approval;
    QrApprovalState state;
    QrStatus::Reason reason = QrStatus::Reason::None;
};

/// The side that lets in: `passport.qr.scan`, `approval`, `approve`, `decline`, `undo` (api.md 5). I/O thread.
class QrApproving {
public:
    explicit QrApproving(const QrParts &parts)
        : m_(parts)
        , m_bell(parts.hub)
        , m_limits(m_)
    {
    }

    void addTo(MethodTable &methods);

    /// Errors: bad_link, ticket_gone, wrong_portal, too_many.
    boost::asio::awaitable<Result<QrApproval>> scan(const ScanQr &request, const Call &call);
    boost::asio::awaitable<Result<QrApprovalState>> approval(const GetQrApproval &request, const Call &call);
    boost::asio::awaitable<Result<QrApprovalState>> approve(const ApproveQr &request, const Call &call);
    boost::asio::awaitable<Result<Done>> decline(const DeclineQr &request, const Call &call);
    boost::asio::awaitable<Result<Done>> undo(const UndoQr &request, const Call &call);
    /// approval() and what scan() said. Errors: ticket_gone.
    boost::asio::awaitable<Result<QrApprovalView>> view(const GetQrApproval &request, const Call &call);

private:
    using Act = std::function<Result<Done>(Db &db, Ticket &ticket)>;
    boost::asio::awaitable<Result<QrApprovalView>> change(ApprovalId id, const Call &call, Act act);
    [[nodiscard]] Result<SoughtTicket> soughtBy(const ScanQr &request) const;
    Result<QrApproval> take(Db &db, Ticket &ticket, const Call &call) const;

    const QrParts m_;
    const QrBell m_bell;
    const ApprovingLimits m_limits;
};

/// The session that scans, as the ticket remembers it. `asking` is the ticket's address.
[[nodiscard]] Approver approverOf(Db &db, const Call &call, const QString &asking, const Places &places);

/// A fresh token for what an approval lets in, sealed to the ticket's key (SR-6); none for a browser.
[[nodiscard]] SignInToken freshToken(const Ticket &ticket);

} // namespace passport
