// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/accountapi.h"

#include "protocol/errorcodes.h"
#include "protocol/json.h"

using namespace Qt::StringLiterals;

namespace passport {

Result<PortalOutcome> PortalOutcome::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    PortalOutcome outcome{
        .memberId = PortalId(in.string("memberId"_L1)),
        .title = in.maybeString("title"_L1).value_or(QString()),
        .ok = in.boolean("ok"_L1),
        .error = in.maybeString("error"_L1)};
    return in.finish(std::move(outcome));
}

QJsonObject PortalOutcome::toJson() const
{
    QJsonObject json{{"memberId"_L1, memberId.toJson()}, {"title"_L1, title}, {"ok"_L1, ok}};
    setIf(json, "error"_L1, error);
    return json;
}

Result<ProfileChange> ProfileChange::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    ProfileChange change{
        .revision = in.integer("revision"_L1),
        .photoUrl = in.maybeString("photoUrl"_L1),
        .portals = in.list<PortalOutcome>("portals"_L1)};
    return in.finish(std::move(change));
}

QJsonObject ProfileChange::toJson() const
{
    QJsonObject json{{"revision"_L1, revision}, {"portals"_L1, toJsonArray(portals)}};
    setIf(json, "photoUrl"_L1, photoUrl);
    return json;
}

QJsonObject UpdateProfile::toJson() const
{
    QJsonObject json{{"updatePortals"_L1, updatePortals}, {"revision"_L1, revision}};
    setIf(json, "firstName"_L1, firstName);
    setIf(json, "lastName"_L1, lastName);
    QJsonArray ids;
    for (const PortalId &id : portals)
        ids.append(id.toJson());
    if (!ids.isEmpty())
        json.insert("portals"_L1, ids);
    return json;
}

Result<UpdateProfile> UpdateProfile::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    UpdateProfile request{
        .firstName = in.maybeString("firstName"_L1),
        .lastName = in.maybeString("lastName"_L1),
        .updatePortals = in.maybeBoolean("updatePortals"_L1).value_or(false),
        .portals = {},
        .revision = in.integer("revision"_L1)};
    if (in.has("portals"_L1)) {
        for (const QString &id : in.strings("portals"_L1))
            request.portals.emplace_back(id);
    }
    return in.finish(std::move(request));
}

std::optional<ProfileConflict> ProfileConflict::fromError(const Error &error)
{
    if (error.code != code::conflict)
        return std::nullopt;
    const Result<Profile> theirs = Profile::fromJson(error.details.value("profile"_L1).toObject());
    return theirs ? std::optional(ProfileConflict{*theirs}) : std::nullopt;
}

QJsonObject ProfileConflict::toJson() const
{
    return {{"revision"_L1, theirs.revision}, {"profile"_L1, theirs.toJson()}};
}

QJsonObject PutPhoto::toJson() const
{
    QJsonObject json{{"updatePortals"_L1, updatePortals}};
    setIf(json, "revision"_L1, revision);
    return json;
}

Result<PutPhoto> PutPhoto::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    PutPhoto request{
        .contentType = {},
        .body = {},
        .updatePortals = in.maybeBoolean("updatePortals"_L1).value_or(false),
        .revision = in.maybeInteger("revision"_L1)};
    return in.finish(std::move(request));
}

QJsonObject DeletePhoto::toJson() const
{
    QJsonObject json{{"updatePortals"_L1, updatePortals}};
    setIf(json, "revision"_L1, revision);
    return json;
}

Result<DeletePhoto> DeletePhoto::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    DeletePhoto request{
        .updatePortals = in.maybeBoolean("updatePortals"_L1).value_or(false),
        .revision = in.maybeInteger("revision"_L1)};
    return in.finish(std::move(request));
}

} // namespace passport
