// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/qr/ticketdesk.h"
#include "protocol/qrloginapi.h"

namespace passport {

struct PortalRow;

/// The side that wants to be signed in: `passport.qr.open`, `status`, `number`, `cancel` (api.md 5; in a browser, 7).
/// `claim` is QrClaims. I/O thread.
class QrAsking {
public:
    explicit QrAsking(TicketDesk &desk)
        : m_desk(desk)
        , m_(desk.parts())
    {
    }

    void addTo(MethodTable &methods);

    /// Errors: qr_disabled, basic_refused, not_found, invalid_request (key), too_many, overloaded.
    boost::asio::awaitable<Result<QrTicket>> open(const OpenQrLogin &request, const Call &call);
    boost::asio::awaitable<Result<QrStatus>> status(const GetQrStatus &request, const Call &call);
    boost::asio::awaitable<Result<QrProgress>> number(const SendQrNumber &request, const Call &call);
    boost::asio::awaitable<Result<Done>> cancel(const CancelQrLogin &request, const Call &call);

private:
    [[nodiscard]] Result<Ticket> drafted(const OpenQrLogin &request, const Call &call, const PortalId &portal) const;
    [[nodiscard]] Result<Done> store(Db &db, Ticket &ticket, const Call &call) const;

    TicketDesk &m_desk;
    const QrParts &m_;
};

} // namespace passport
