// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/endpoint.h"
#include "protocol/person.h"
#include "protocol/qrticket.h"

#include <QDateTime>
#include <optional>

namespace passport {

/// Who asks to sign in, as the approving person must see it (SR-9): the server's view of the asking side's connection,
/// beside what the asking program says of itself.
struct QrApproval {
    enum class Network { Unknown, SameAddress, SameNetwork, SameCity, Other };

    ApprovalId approvalId;
    QrState state = QrState::Scanned;
    qint64 rev = 0;
    QString number; ///< "00"…"99", to be shown here and typed there (SR-10).
    Device device; ///< Says of itself.
    QDateTime requestedAt;
    QString address; ///< IP of the asking side.
    std::optional<QString> place;
    Network network = Network::Unknown; ///< How near the two devices are (SR-11).
    std::optional<PortalName> portal;
    bool remember = false;
    QrLevel level = QrLevel::Hardened;
    std::chrono::seconds secondsLeft{};

    static Result<QrApproval> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const QrApproval &) const = default;
};

[[nodiscard]] QString wordOf(QrApproval::Network network);

/// Takes a code: the first person to scan owns the approval. Errors: bad_link, ticket_gone, wrong_portal, too_many.
struct ScanQr {
    using Response = QrApproval;
    static constexpr QLatin1StringView method{"passport.qr.scan"};
    static constexpr Auth auth = Auth::TokenOrCookie;

    std::optional<QString> link; ///< One of the two.
    std::optional<QString> typedCode;

    [[nodiscard]] QJsonObject toJson() const;
    static Result<ScanQr> fromJson(const QJsonObject &json);
    bool operator==(const ScanQr &) const = default;
};

/// Where an approval stands, for the approving side.
struct QrApprovalState {
    QrState state = QrState::Scanned;
    qint64 rev = 0;
    std::chrono::seconds secondsLeft{};
    std::chrono::seconds undoSecondsLeft{}; ///< After the claim: 120 s to undo.
    std::optional<SessionId> sessionId; ///< After the claim.

    static Result<QrApprovalState> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const QrApprovalState &) const = default;
};

/// Reads it. Only the session that scanned may. Errors: ticket_gone.
struct GetQrApproval {
    using Response = QrApprovalState;
    static constexpr QLatin1StringView method{"passport.qr.approval"};
    static constexpr Auth auth = Auth::TokenOrCookie;

    ApprovalId approvalId;

    [[nodiscard]] QJsonObject toJson() const;
    static Result<GetQrApproval> fromJson(const QJsonObject &json);
    bool operator==(const GetQrApproval &) const = default;
};

/// Lets the other window in. Errors: number_pending (the number has not been typed there yet), ticket_gone.
struct ApproveQr {
    using Response = QrApprovalState;
    static constexpr QLatin1StringView method{"passport.qr.approve"};
    static constexpr Auth auth = Auth::TokenOrCookie;

    ApprovalId approvalId;

    [[nodiscard]] QJsonObject toJson() const;
    static Result<ApproveQr> fromJson(const QJsonObject &json);
    bool operator==(const ApproveQr &) const = default;
};

/// Keeps it out, at any time. Errors: ticket_gone.
struct DeclineQr {
    using Response = Done;
    static constexpr QLatin1StringView method{"passport.qr.decline"};
    static constexpr Auth auth = Auth::TokenOrCookie;

    ApprovalId approvalId;

    [[nodiscard]] QJsonObject toJson() const;
    static Result<DeclineQr> fromJson(const QJsonObject &json);
    bool operator==(const DeclineQr &) const = default;
};

/// Ends the session that came out, within 120 s of the claim (SR-18). Errors: not_found.
struct UndoQr {
    using Response = Done;
    static constexpr QLatin1StringView method{"passport.qr.undo"};
    static constexpr Auth auth = Auth::TokenOrCookie;

    std::optional<ApprovalId> approvalId; ///< One of the two.
    std::optional<SessionId> sessionId;

    [[nodiscard]] QJsonObject toJson() const;
    static Result<UndoQr> fromJson(const QJsonObject &json);
    bool operator==(const UndoQr &) const = default;
};

} // namespace passport
