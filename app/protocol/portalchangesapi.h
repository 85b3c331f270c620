// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/endpoint.h"
#include "protocol/portal.h"

#include <optional>

namespace passport {

/// Creates a portal with a generated address (b24-xxxxxx) on the plan "free"; the caller becomes its administrator.
/// Errors: stepup_required (SR-40), limit_reached {limit} (seven a Passport, SR-44), invalid_request {key: title}.
struct CreatePortal {
    using Response = Portal;
    static constexpr QLatin1StringView method{"passport.portals.create"};
    static constexpr Auth auth = Auth::Token;
    static constexpr bool changes = true;
    static constexpr qsizetype longestTitle = 64; ///< Code points; the rest is cut off.

    QString title;

    [[nodiscard]] QJsonObject toJson() const;
    static Result<CreatePortal> fromJson(const QJsonObject &json);
    bool operator==(const CreatePortal &) const = default;
};

/// Whether a portal may be called so.
struct AddressCheck {
    enum class Reason {
        Unknown,
        Length, ///< Not 3 to 60 characters.
        Characters, ///< Something else than Latin letters, digits and hyphens inside.
        Hyphens, ///< Two hyphens in a row (with them a name can pretend to be another).
        Taken, ///< Somebody has or had it, or nobody may.
    };

    bool free = false;
    std::optional<Reason> reason; ///< Only if not free.

    static Result<AddressCheck> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const AddressCheck &) const = default;
};

[[nodiscard]] QString wordOf(AddressCheck::Reason reason);
[[nodiscard]] AddressCheck::Reason addressReasonFromWord(QStringView word);

/// Asked while the person types, a second after the last key (wire.md 4.1). Error: too_many.
struct CheckPortalAddress {
    using Response = AddressCheck;
    static constexpr QLatin1StringView method{"passport.portals.checkaddress"};
    static constexpr Auth auth = Auth::Token;

    QString address;

    [[nodiscard]] QJsonObject toJson() const;
    static Result<CheckPortalAddress> fromJson(const QJsonObject &json);
    bool operator==(const CheckPortalAddress &) const = default;
};

/// Gives a portal another address: administrators only, once by oneself (SR-44). The old one leads to the new one and
/// is given to nobody else. The answer is the portal as it is now.
/// Errors: not_found (no member), not_allowed {reason: administrators_only | plan}, support_only (once more, but
/// through support), invalid_address {reason}, address_taken, stepup_required (SR-40).
struct RenamePortal {
    using Response = Portal;
    static constexpr QLatin1StringView method{"passport.portals.rename"};
    static constexpr Auth auth = Auth::Token;
    static constexpr bool changes = true;

    PortalId memberId;
    QString address;

    [[nodiscard]] QJsonObject toJson() const;
    static Result<RenamePortal> fromJson(const QJsonObject &json);
    bool operator==(const RenamePortal &) const = default;
};

/// Nothing to tell but that it is done.
struct PortalLeft {
    static Result<PortalLeft> fromJson(const QJsonObject &) { return PortalLeft{}; }
    [[nodiscard]] QJsonObject toJson() const { return {}; }
    bool operator==(const PortalLeft &) const = default;
};

/// Leaves a portal, which then is no longer in the list. A sole administrator can't: with others inside he hands his
/// rights over first; alone he ends the portal with himself, which he says with `endPortal`. Only that end wants a
/// proof: SR-40 does not name leaving, which takes nothing from anybody and which an invitation undoes. Errors:
/// not_found, not_allowed {reason: sole_administrator, others} | {reason: last_member} | {reason: invited},
/// stepup_required (with endPortal, SR-40).
struct LeavePortal {
    using Response = PortalLeft;
    static constexpr QLatin1StringView method{"passport.portals.leave"};
    static constexpr Auth auth = Auth::Token;
    static constexpr bool changes = true;

    PortalId memberId;
    bool endPortal = false;

    [[nodiscard]] QJsonObject toJson() const;
    static Result<LeavePortal> fromJson(const QJsonObject &json);
    bool operator==(const LeavePortal &) const = default;
};

} // namespace passport
