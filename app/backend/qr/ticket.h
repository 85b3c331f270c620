// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/clock.h"
#include "protocol/qrapprovalapi.h"
#include "protocol/qrticket.h"

#include <QByteArray>
#include <QString>
#include <optional>

namespace passport {

/// How long a ticket stays in a state (api.md 5, SR-3).
namespace qrlife {
using namespace std::chrono_literals;
inline constexpr auto waiting = 120s;
inline constexpr auto scanned = 300s; ///< With numberOk together, and never past `whole`.
inline constexpr auto whole = 600s; ///< From `open`.
inline constexpr auto approved = 30s;
inline constexpr auto approvedBasic = 60s; ///< The public wire's own figure (wire.md 1.4).
inline constexpr auto lostAnswer = 30s; ///< The same claim again, after the answer got lost.
inline constexpr auto undo = 120s; ///< SR-18
inline constexpr auto remembered
    = 660s; ///< An ended ticket still tells its end: as long as the guest's JWT (api.md 4).
} // namespace qrlife

/// Wrong numbers that end a ticket (SR-10).
inline constexpr int numberTries = 3;

/// One QR sign-in, as the database keeps it. A value: transitions are the functions of qr/ticketrules.h.
struct Ticket {
    TicketId id = {};
    QByteArray key = {}; ///< 32 bytes of the window's Ed25519 key; empty for a browser and when basic.
    QByteArray cookie = {}; ///< SHA-256 of the browser's cookie session; empty otherwise.
    QString nonce = {};
    QString channelTag = {};
    QString typedCode = {};
    QString uniqueId = {};
    PortalId portal = {}; ///< Empty: the Passport.
    Device device = {};
    bool remember = false;
    QString address = {}; ///< From where it was opened.
    QString addressBlock = {}; ///< limitedAddress() of it.
    Clock::TimePoint openedAt = {};

    QrState state = QrState::Waiting;
    Clock::TimePoint endsAt = {}; ///< Of this state's life; of an ended ticket: when it ended.
    qint64 rev = 1;
    qint64 seq = 0; ///< The last accepted (SR-17).
    QrLevel level = QrLevel::Hardened;
    QrStatus::Reason reason = QrStatus::Reason::None;
    bool wrongPortal = false;

    // From the scan on.
    ApprovalId approvalId = {};
    UserId person = 0;
    SessionId approver = {}; ///< The session that scanned; only it may approve or decline.
    QString phone = {};
    QString number = {};
    int wrongNumbers = 0;
    QrApproval::Network network = QrApproval::Network::Unknown;

    // From the approval on.
    QByteArray tokenHash = {};
    QString token = {}; ///< As it travels: sealed to `key`, plain when basic, empty for a browser.
    QString claimKey = {};
    std::optional<Clock::TimePoint> claimedAt = {};
    SessionId session = {}; ///< What came out; empty while a second step is due.

    [[nodiscard]] bool isBrowser() const { return !cookie.isEmpty(); }
    [[nodiscard]] bool isBound() const { return !key.isEmpty(); }
    /// Waiting, Scanned, NumberOk or Approved.
    [[nodiscard]] bool isOpen() const;
    /// Of the state, rounded up; 0 for an ended ticket (lives are told as seconds left, never as a clock; SR-3).
    [[nodiscard]] std::chrono::seconds left(Clock::TimePoint now) const;
    /// Of the 120 s after the claim.
    [[nodiscard]] std::chrono::seconds undoLeft(Clock::TimePoint now) const;

    bool operator==(const Ticket &) const = default;
};

} // namespace passport
