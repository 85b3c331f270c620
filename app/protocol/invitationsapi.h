// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/endpoint.h"
#include "protocol/portal.h"

#include <QDateTime>
#include <optional>
#include <vector>

namespace passport {

using InvitationId = Id<struct InvitationIdTag>;

/// A portal that somebody wants the person to join.
struct Invitation {
    InvitationId id;
    PortalId memberId; ///< Of the portal.
    QString title;
    QString address;
    QString url;
    Portal::Role role = Portal::Role::Unknown; ///< As what.
    QDateTime invitedAt; ///< UTC
    bool needsApproval = false; ///< An administrator there has to let him in after he has accepted.

    static Result<Invitation> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const Invitation &) const = default;
};

/// All of them: nobody has more than one page.
struct InvitationList {
    std::vector<Invitation> items; ///< Latest first.
    std::optional<QString> cursor;
    int total = 0;

    static Result<InvitationList> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const InvitationList &) const = default;
};

/// Reads the person's invitations. In the list of portals the same ones are `invited`.
struct ListInvitations {
    using Response = InvitationList;
    static constexpr QLatin1StringView method{"passport.invitations.list"};
    static constexpr Auth auth = Auth::Token;

    [[nodiscard]] QJsonObject toJson() const { return {}; }
    static Result<ListInvitations> fromJson(const QJsonObject &) { return ListInvitations{}; }
    bool operator==(const ListInvitations &) const = default;
};

/// Joins. The answer is the portal: `active`, or `pending` until an administrator has let him in.
/// Error: not_found (never was, withdrawn, answered).
struct AcceptInvitation {
    using Response = Portal;
    static constexpr QLatin1StringView method{"passport.invitations.accept"};
    static constexpr Auth auth = Auth::Token;
    static constexpr bool changes = true;

    InvitationId id;

    [[nodiscard]] QJsonObject toJson() const;
    static Result<AcceptInvitation> fromJson(const QJsonObject &json);
    bool operator==(const AcceptInvitation &) const = default;
};

/// Nothing to tell but that it is done.
struct InvitationDeclined {
    static Result<InvitationDeclined> fromJson(const QJsonObject &) { return InvitationDeclined{}; }
    [[nodiscard]] QJsonObject toJson() const { return {}; }
    bool operator==(const InvitationDeclined &) const = default;
};

/// Does not join; the portal is no longer in the list. Error: not_found.
struct DeclineInvitation {
    using Response = InvitationDeclined;
    static constexpr QLatin1StringView method{"passport.invitations.decline"};
    static constexpr Auth auth = Auth::Token;
    static constexpr bool changes = true;

    InvitationId id;

    [[nodiscard]] QJsonObject toJson() const;
    static Result<DeclineInvitation> fromJson(const QJsonObject &json);
    bool operator==(const DeclineInvitation &) const = default;
};

} // namespace passport
