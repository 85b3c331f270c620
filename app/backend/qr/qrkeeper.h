// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/qr/qrbell.h"
#include "backend/qr/qrparts.h"
#include "backend/qr/ticketstore.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/steady_timer.hpp>
#include <chrono>
#include <vector>

namespace passport {

/// Ends tickets that nobody touches: those whose life is over, and all of a portal (or of the Passport) at once when QR
/// sign-in is switched off there (SR-48). Forgets tickets long after their end. I/O thread.
class QrKeeper {
public:
    /// Half a second: as late as a window may learn that its code has expired.
    explicit QrKeeper(const QrParts &parts, std::chrono::milliseconds interval = std::chrono::milliseconds(500));

    /// For ever; spawn it on the io_context.
    boost::asio::awaitable<void> watch();
    /// One turn of watch().
    boost::asio::awaitable<void> turn();

private:
    boost::asio::awaitable<void> endThem(std::vector<TicketId> tickets, QrState state);
    boost::asio::awaitable<void> endSwitchedOff();

    const QrParts m_;
    const QrBell m_bell;
    const std::chrono::milliseconds m_interval;
    boost::asio::steady_timer *m_timer = nullptr; // of watch(), in whose frame it lives and dies with the io_context
    bool m_settingsChanged = true; // what changed while the server was down holds too
};

} // namespace passport
