// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/ids.h"
#include "protocol/result.h"

#include <QDateTime>
#include <QString>
#include <optional>
#include <vector>

namespace passport {

/// A portal that the person created or was invited to (api.md 3). Words of a newer server that we do not know become
/// Unknown: a portal with a new plan shall not hide the whole list.
struct Portal {
    enum class Role { Unknown, Admin, Employee, Guest };
    enum class Plan { Unknown, Free, Basic, Standard, Professional, Enterprise };
    enum class State { Unknown, Active, Invited, Pending, Blocked };
    enum class Rename { Unknown, Self, Support, No };
    /// Why an administrator cannot simply leave (features PO-17): the last one with others inside, or alone in it.
    enum class LeaveObstacle { None, SoleAdministrator, LastMember };

    PortalId memberId;
    QString title;
    QString address; ///< "romashka": the label that renaming changes.
    QString url; ///< Where it lives; shown without its scheme.
    Role role = Role::Unknown;
    Plan plan = Plan::Unknown;
    State state = State::Unknown;
    bool mine = false; ///< Created by this person.
    Rename rename = Rename::Unknown;
    int counter = 0; ///< Unread.
    bool qrAllowed = false;
    std::optional<QString> logoUrl;
    std::optional<QDateTime> deletesOn; ///< Idle free portals only.
    LeaveObstacle leaveObstacle = LeaveObstacle::None; ///< None of an older server, too: it says it when one leaves.

    [[nodiscard]] QString shownAddress() const; ///< The url without its scheme and last slash.
    static Result<Portal> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const Portal &) const = default;
};

[[nodiscard]] QString wordOf(Portal::Role role);
[[nodiscard]] QString wordOf(Portal::Plan plan);
[[nodiscard]] QString wordOf(Portal::State state);
[[nodiscard]] QString wordOf(Portal::LeaveObstacle obstacle); ///< Also the reason of a refused leave.
[[nodiscard]] Portal::Role
portalRoleFromWord(QStringView word); ///< Unknown for a word we do not know, like the others.
[[nodiscard]] Portal::Plan portalPlanFromWord(QStringView word);
[[nodiscard]] Portal::State portalStateFromWord(QStringView word);
[[nodiscard]] Portal::LeaveObstacle leaveObstacleFromWord(QStringView word); ///< None for a word we do not know.

/// The portal of a QR ticket or of a fresh sign-in: as much as one needs to name it.
struct PortalName {
    QString title;
    QString address;

    static Result<PortalName> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const PortalName &) const = default;
};

/// One page of portals.
struct PortalList {
    std::vector<Portal> items;
    std::optional<QString> cursor; ///< Of the next page; none on the last.
    int total = 0;
    int createdCount = 0;
    int createdLimit = 7; ///< wire.md 4.1
    qint64 revision = 0;

    static Result<PortalList> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const PortalList &) const = default;
};

} // namespace passport
