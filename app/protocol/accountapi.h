// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/endpoint.h"
#include "protocol/ids.h"
#include "protocol/person.h"

#include <QByteArray>
#include <array>
#include <optional>
#include <vector>

namespace passport {

/// Reads the person's own profile.
struct GetProfile {
    using Response = Profile;
    static constexpr QLatin1StringView method{"passport.profile.get"};
    static constexpr Auth auth = Auth::Token;

    [[nodiscard]] QJsonObject toJson() const { return {}; }
    static Result<GetProfile> fromJson(const QJsonObject &) { return GetProfile{}; }
    bool operator==(const GetProfile &) const = default;
};

/// Whether one portal took over a change ("update in all portals").
struct PortalOutcome {
    PortalId memberId;
    QString title; ///< So that a list of failures needs no second look at the portals.
    bool ok = false;
    std::optional<QString> error; ///< "blocked", "unavailable"; only if not ok.

    static Result<PortalOutcome> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const PortalOutcome &) const = default;
};

/// What a change of the profile comes to.
struct ProfileChange {
    qint64 revision = 0; ///< From now on.
    std::optional<QString> photoUrl; ///< The picture as it is now; none: there is none.
    std::vector<PortalOutcome> portals; ///< Empty unless portals were to be updated.

    static Result<ProfileChange> fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
    bool operator==(const ProfileChange &) const = default;
};

/// Changes names; absent ones stay. With `updatePortals` the person's name and picture go to all of his portals, or to
/// those in `portals`: without names the same call is the retry for the ones that failed.
/// Errors: conflict (somebody was first: ProfileConflict), invalid_request {key: firstName or lastName, reason: empty
/// (nothing of it is seen) or too_long, with {limit: 64}}.
struct UpdateProfile {
    using Response = ProfileChange;
    static constexpr QLatin1StringView method{"passport.profile.update"};
    static constexpr Auth auth = Auth::Token;
    static constexpr bool changes = true;
    static constexpr qsizetype longestName = 64; ///< Code points, of what is left of it without hidden ones.
    static constexpr QLatin1StringView empty{"empty"}; ///< The reasons.
    static constexpr QLatin1StringView tooLong{"too_long"};

    std::optional<QString> firstName;
    std::optional<QString> lastName;
    bool updatePortals = false;
    std::vector<PortalId> portals; ///< Only these; empty: all.
    qint64 revision = 0; ///< The one the edit began with.

    [[nodiscard]] QJsonObject toJson() const;
    static Result<UpdateProfile> fromJson(const QJsonObject &json);
    bool operator==(const UpdateProfile &) const = default;
};

/// What `conflict` carries: the profile as the other program left it, to be shown beside one's own.
struct ProfileConflict {
    Profile theirs;

    /// Nothing if the error is no conflict of a profile.
    static std::optional<ProfileConflict> fromError(const Error &error);
    [[nodiscard]] QJsonObject toJson() const; ///< The details of conflict.
    bool operator==(const ProfileConflict &) const = default;
};

/// Sends a picture: the raw file as the body of the request, the rest in its query. The server judges by content, cuts
/// nothing, and keeps a copy of at most 512 × 512 pixels without anything but the pixels.
/// Errors: too_large (bytes or pixels), unsupported_media (no such picture, or a broken one), conflict (somebody was
/// first: ProfileConflict).
struct PutPhoto {
    using Response = ProfileChange;
    static constexpr QLatin1StringView method{"passport.photo.put"};
    static constexpr Auth auth = Auth::Token;
    static constexpr bool changes = true;
    static constexpr bool raw = true;
    static constexpr qint64 mostBytes = 10 * 1024 * 1024;
    static constexpr qint64 mostPixels = 50'000'000;
    static constexpr std::array<const char *, 3> types{"image/jpeg", "image/png", "image/webp"};

    QByteArray contentType; ///< One of `types`.
    QByteArray body;
    bool updatePortals = false;
    /// The profile's that the person saw when he began. None: the picture takes the place of whatever is there.
    std::optional<qint64> revision = std::nullopt;

    [[nodiscard]] QJsonObject toJson() const; ///< What goes into the query.
    static Result<PutPhoto> fromJson(const QJsonObject &json);
    bool operator==(const PutPhoto &) const = default;
};

/// Removes the picture. Errors: conflict (somebody was first: ProfileConflict).
struct DeletePhoto {
    using Response = ProfileChange;
    static constexpr QLatin1StringView method{"passport.photo.delete"};
    static constexpr Auth auth = Auth::Token;
    static constexpr bool changes = true;

    bool updatePortals = false;
    std::optional<qint64> revision = std::nullopt; ///< As of PutPhoto.

    [[nodiscard]] QJsonObject toJson() const;
    static Result<DeletePhoto> fromJson(const QJsonObject &json);
    bool operator==(const DeletePhoto &) const = default;
};

} // namespace passport
