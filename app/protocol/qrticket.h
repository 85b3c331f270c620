// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/ids.h"
#include "protocol/person.h"
#include "protocol/portal.h"
#include "protocol/pullconfig.h"

#include <chrono>
#include <optional>

namespace passport {

class JsonReader;

/// How well a QR sign-in is protected: bound to the window's key with a number to type, or the public wire alone.
enum class QrLevel { Hardened, Basic };

/// Where a QR sign-in stands (api.md 5).
enum class QrState { Waiting, Scanned, NumberOk, Approved, Claimed, Declined, Expired, Cancelled, Disabled };

[[nodiscard]] QString wordOf(QrLevel level);
[[nodiscard]] QString wordOf(QrState state);
[[nodiscard]] std::optional<QrLevel> qrLevelFromWord(QStringView word);
[[nodiscard]] std::optional<QrState> qrStateFromWord(QStringView word);
/// The key `state` of an object; an unknown word fails the reader.
[[nodiscard]] QrState readQrState(JsonReader &in);

/// A code to show and the channel to listen to while it is shown.
struct QrTicket {
    TicketId ticketId;
    QString nonce; ///< 16 bytes in base64url, signed into each proof; empty when basic.
    QString link; ///< What the QR code says; see QrLink.
    QString siteId;
    QString uniqueId;
    QString channelTag;
    QString typedCode; ///< Eight letters; see shownTypedCode().
    std::chrono::seconds secondsLeft{};
    QrLevel level = QrLevel::Hardened;
    std::optional<PortalName> portal; ///< None = the Passport itself.
    PullConfig pull; ///< Of the guest channel of this ticket.

    static Result<QrTicket> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const QrTicket &) const = default;
};

/// Where a ticket stands, as the asking window may know it. Never says which portal or person a refused phone had.
struct QrStatus {
    enum class Reason { None, Person, Number };

    QrState state = QrState::Waiting;
    qint64 rev = 0; ///< Grows with every change.
    std::chrono::seconds secondsLeft{}; ///< Of this state's life.
    QrLevel level = QrLevel::Hardened;
    std::optional<int> triesLeft; ///< Scanned only.
    std::optional<MaskedPerson> person; ///< From Scanned on.
    std::optional<QString> phone; ///< What the phone says of itself, from Scanned on.
    std::optional<PortalName> portal;
    std::optional<QString> token; ///< Approved only: sealed to the ticket's key; plain when basic.
    Reason reason = Reason::None; ///< Declined only.
    bool wrongPortal = false; ///< A phone of another portal tried; the ticket still waits.

    static Result<QrStatus> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const QrStatus &) const = default;
};

} // namespace passport
