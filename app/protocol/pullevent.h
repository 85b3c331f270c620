// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/ids.h"
#include "protocol/result.h"

#include <QJsonObject>
#include <QString>
#include <optional>

namespace passport {

/// One message of Push & Pull, the same whatever version's frame brought it (wire.md 2.7, 2.8).
struct PullEvent {
    QString module; ///< Lower case.
    QString command;
    QJsonObject params;
    QString mid; ///< Its place in the history; empty if the server keeps none.
    QString tag; ///< Versions 1-3 only, like `time`.
    QString time;
    bool fromClient = false; ///< sender.type 1: another client, not the server. Never trusted as the server.

    bool operator==(const PullEvent &) const = default;
};

/// Our doorbells of module `main` for a QR ticket: something changed, ask for the status (api.md 5).
struct QrRing {
    TicketId ticketId;
    qint64 rev = 0;

    /// Nothing if the event is no ring of a ticket.
    static std::optional<QrRing> fromEvent(const PullEvent &event);
};

/// `passport / counters`: the one message whose figures may be shown at once (api.md 4).
struct CounterRing {
    PortalId memberId;
    int count = 0;
    int total = 0;

    static std::optional<CounterRing> fromEvent(const PullEvent &event);
};

/// `passport / qrApproval`: the state of an approval changed on the approver's side.
struct ApprovalRing {
    ApprovalId approvalId;
    qint64 rev = 0;

    static std::optional<ApprovalRing> fromEvent(const PullEvent &event);
};

} // namespace passport
