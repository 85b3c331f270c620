// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/qr/ticketdesk.h"
#include "backend/qr/ticketrules.h"
#include "protocol/qrloginapi.h"

namespace passport {

class DpopCheck;
class SecondSteps;

/// `passport.qr.claim`: an approval becomes a session, once (SR-4, SR-12), never around a second step (SR-14). I/O
/// thread.
class QrClaims {
public:
    QrClaims(TicketDesk &desk, const SecondSteps &secondSteps, const DpopCheck &dpop)
        : m_desk(desk)
        , m_(desk.parts())
        , m_secondSteps(secondSteps)
        , m_dpop(dpop)
    {
    }

    void addTo(MethodTable &methods);

    /// Errors: otp_required, invalid_proof, replayed, used, ticket_gone, too_many.
    boost::asio::awaitable<Result<ClaimedQrLogin>> claim(const ClaimQrLogin &request, const Call &call);

private:
    /// What one claim makes, filled in by the transaction.
    struct Outcome {
        QByteArray key = {}; ///< To bind the tokens to.
        ClaimedQrLogin answer = {};
        QByteArray sid = {}; ///< Of a browser: its new cookie.
        SessionId replaced = {}; ///< What a lost answer had made.
    };
    Result<Done> settle(Db &db, Ticket &ticket, const ClaimQrLogin &request, const Call &call, Outcome &outcome) const;
    Result<Done> begin(Db &db, Ticket &ticket, const Call &call, Outcome &outcome) const;

    TicketDesk &m_desk;
    const QrParts &m_;
    const SecondSteps &m_secondSteps;
    const DpopCheck &m_dpop;
};

} // namespace passport
