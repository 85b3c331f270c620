// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/qr/ticket.h"

namespace passport {

class Hub;

/// Tells both sides of a ticket that it has changed (api.md 4 and 5). A doorbell: what it says is re-read over HTTP,
/// but for the sealed token. Nothing in a guest channel names a person. I/O thread, after the transaction.
class QrBell {
public:
    explicit QrBell(Hub &hub)
        : m_hub(hub)
    {
    }

    /// What became of `before`; the approving side hears of changes after its own scan. Silent if the revision is the
    /// same.
    void ring(const Ticket &before, const Ticket &after) const;
    /// To the person's devices: a fresh approval waits. Limited by the caller (api.md 8, "new prompts").
    void prompt(const Ticket &ticket) const;
    /// To the person's other devices: somebody is in, with `undoSecondsLeft` to throw him out (SR-18).
    void newSignIn(UserId person, const SessionId &session, std::chrono::seconds undoLeft) const;
    /// The ticket has been forgotten: its channel too.
    void forget(const QString &channelTag) const;

private:
    void ringAsking(const Ticket &before, const Ticket &after) const;

    Hub &m_hub;
};

} // namespace passport
