// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/error.h"
#include "protocol/qrapprovalapi.h"

#include <QDeadlineTimer>
#include <optional>
#include <variant>

/// What the approving of another device's sign-in can be in; see Approval for the way between them.
namespace passport::approval {

struct Idle { };
struct Scanning { };
/// Who asks; the person compares it with the screen in front of him (SR-9).
struct Asking {
    QrApproval approval; ///< With the number to type there.
    QDeadlineTimer expires;
    bool canApprove = false; ///< The number has been typed there (SR-10).
    std::optional<Error> error; ///< The last gesture did not get through.
};
struct Approving {
    Asking asking;
};
/// The other device is let in.
struct Approved {
    QrApproval approval;
    std::optional<QDeadlineTimer> undoUntil; ///< From the claim on (SR-18).
    std::optional<Error> error; ///< It could not be undone.
};
struct Undoing {
    Approved approved;
};
struct Undone {
    QrApproval approval;
};
struct Declining {
    Asking asking;
};
/// Kept out, by the person here or by a number that was wrong three times.
struct Declined {
    QrApproval approval;
};
/// The other window was closed, or the time is over.
struct Gone {
    QrApproval approval;
};
/// The code could not be taken: bad_link, ticket_gone, wrong_portal, too_many, no network …
struct Failed {
    Error error;
};

using State
    = std::variant<Idle, Scanning, Asking, Approving, Approved, Undoing, Undone, Declining, Declined, Gone, Failed>;

} // namespace passport::approval
