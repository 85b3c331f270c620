// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/qr/qrapproving.h"
#include "backend/qr/qrasking.h"
#include "backend/qr/qrbasic.h"
#include "backend/qr/qrclaims.h"
#include "backend/qr/qrkeeper.h"
#include "backend/qr/ticketdesk.h"

namespace passport {

class DpopCheck;
class Secrets;

/// Signing in by QR, all of it (api.md 5 and 6).
class QrSignIn {
public:
    QrSignIn(const QrParts &parts, const SecondSteps &secondSteps, const DpopCheck &dpop);

    void addTo(MethodTable &methods, ActionTable &actions);
    /// Looks after the tickets for ever; spawn it on the io_context.
    boost::asio::awaitable<void> watch() { return keeper.watch(); }

    /// The Passport's public 16 characters (wire.md 1.3): one for the installation, telling nothing of its secret.
    [[nodiscard]] static QString uniqueIdOf(const Secrets &secrets);

    TicketDesk desk;
    QrAsking asking;
    QrClaims claims;
    QrApproving approving;
    QrBasic basic;
    QrKeeper keeper;
};

} // namespace passport
