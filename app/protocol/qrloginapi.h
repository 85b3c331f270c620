// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/endpoint.h"
#include "protocol/person.h"
#include "protocol/qrticket.h"
#include "protocol/tokens.h"

#include <optional>

namespace passport {

/// What each asking-side call after `open` carries (api.md 5, SR-5, SR-17). A browser page has none: its ticket is
/// bound to its cookie session (api.md 7).
struct QrProof {
    qint64 seq = 0; ///< First 1, each greater than the last one sent.
    QString proof; ///< base64url Ed25519 signature over qrProofText().

    bool operator==(const QrProof &) const = default;
};

/// Opens a QR sign-in and returns the ticket to show. Needs no sign-in.
/// Errors: qr_disabled, push_unavailable, not_found (portal), too_many (retryAfter), overloaded.
struct OpenQrLogin {
    using Response = QrTicket;
    static constexpr QLatin1StringView method{"passport.qr.open"};
    static constexpr Auth auth = Auth::None;

    std::optional<QString> key; ///< base64url Ed25519 key of this ticket alone; none = basic.
    Device device;
    bool remember = false;
    std::optional<QString> portal; ///< Address, host or memberId; none = the Passport.
    std::optional<QString> idempotencyKey;

    [[nodiscard]] QJsonObject toJson() const;
    static Result<OpenQrLogin> fromJson(const QJsonObject &json);
    bool operator==(const OpenQrLogin &) const = default;
};

/// Where the ticket stands. Errors: invalid_proof, replayed, too_many (2 a second).
struct GetQrStatus {
    using Response = QrStatus;
    static constexpr QLatin1StringView method{"passport.qr.status"};
    static constexpr Auth auth = Auth::None;

    TicketId ticketId;
    std::optional<QrProof> proof;

    [[nodiscard]] QJsonObject toJson() const;
    static Result<GetQrStatus> fromJson(const QJsonObject &json);
    bool operator==(const GetQrStatus &) const = default;
};

/// What the right number answers.
struct QrProgress {
    QrState state = QrState::Waiting;
    qint64 rev = 0;
    std::chrono::seconds secondsLeft{};

    static Result<QrProgress> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const QrProgress &) const = default;
};

/// The number that the phone shows, typed at the window (SR-10). Errors: number_mismatch (triesLeft), not_scanned,
/// ticket_gone (declined after the third).
struct SendQrNumber {
    using Response = QrProgress;
    static constexpr QLatin1StringView method{"passport.qr.number"};
    static constexpr Auth auth = Auth::None;

    TicketId ticketId;
    QString number; ///< Exactly two digits.
    std::optional<QrProof> proof;

    [[nodiscard]] QJsonObject toJson() const;
    static Result<SendQrNumber> fromJson(const QJsonObject &json);
    bool operator==(const SendQrNumber &) const = default;
};

/// Signed in by QR.
struct ClaimedQrLogin {
    std::optional<SessionTokens> tokens; ///< None only for a browser, which is signed in by its cookie.
    std::optional<Person> person;
    std::optional<PortalName> portal;
    std::optional<QString> redirectUrl; ///< Browser only: a path of ours.

    static Result<ClaimedQrLogin> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const ClaimedQrLogin &) const = default;
};

/// Turns the approval into a session, exactly once (SR-4). Errors: otp_required (SecondStep), invalid_proof, used,
/// ticket_gone (30 s are over).
struct ClaimQrLogin {
    using Response = ClaimedQrLogin;
    static constexpr QLatin1StringView method{"passport.qr.claim"};
    static constexpr Auth auth = Auth::None;

    TicketId ticketId;
    std::optional<QString> token; ///< Opened: 32 of [0-9A-Za-z]. A browser has none.
    std::optional<QString> key; ///< Of the session, another one than the ticket's.
    QString idempotencyKey;
    std::optional<QrProof> proof;

    [[nodiscard]] QJsonObject toJson() const;
    static Result<ClaimQrLogin> fromJson(const QJsonObject &json);
    bool operator==(const ClaimQrLogin &) const = default;
};

/// The window was closed: the ticket is of no more use.
struct CancelQrLogin {
    using Response = Done;
    static constexpr QLatin1StringView method{"passport.qr.cancel"};
    static constexpr Auth auth = Auth::None;

    TicketId ticketId;
    std::optional<QrProof> proof;

    [[nodiscard]] QJsonObject toJson() const;
    static Result<CancelQrLogin> fromJson(const QJsonObject &json);
    bool operator==(const CancelQrLogin &) const = default;
};

} // namespace passport
