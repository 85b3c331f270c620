// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/invitationsapi.h"

#include "protocol/json.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

template <typename Request> Result<Request> readId(const QJsonObject &json)
{
    JsonReader in(json);
    Request request{.id = InvitationId(in.string("id"_L1))};
    return in.finish(std::move(request));
}

} // namespace

Result<Invitation> Invitation::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    Invitation invitation{
        .id = InvitationId(in.string("id"_L1)),
        .memberId = PortalId(in.string("memberId"_L1)),
        .title = in.string("title"_L1),
        .address = in.string("address"_L1),
        .url = in.string("url"_L1),
        .role = portalRoleFromWord(in.string("role"_L1)),
        .invitedAt = in.time("invitedAt"_L1),
        .needsApproval = in.boolean("needsApproval"_L1)};
    return in.finish(std::move(invitation));
}

QJsonObject Invitation::toJson() const
{
    return {
        {"id"_L1, id.toJson()},
        {"memberId"_L1, memberId.toJson()},
        {"title"_L1, title},
        {"address"_L1, address},
        {"url"_L1, url},
        {"role"_L1, wordOf(role)},
        {"invitedAt"_L1, toRfc3339(invitedAt)},
        {"needsApproval"_L1, needsApproval}};
}

Result<InvitationList> InvitationList::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    InvitationList list{
        .items = in.list<Invitation>("items"_L1),
        .cursor = in.maybeString("cursor"_L1),
        .total = static_cast<int>(in.integer("total"_L1))};
    return in.finish(std::move(list));
}

QJsonObject InvitationList::toJson() const
{
    return {
        {"items"_L1, toJsonArray(items)},
        {"cursor"_L1, cursor ? QJsonValue(*cursor) : QJsonValue()},
        {"total"_L1, total}};
}

QJsonObject AcceptInvitation::toJson() const
{
    return {{"id"_L1, id.toJson()}};
}

Result<AcceptInvitation> AcceptInvitation::fromJson(const QJsonObject &json)
{
    return readId<AcceptInvitation>(json);
}

QJsonObject DeclineInvitation::toJson() const
{
    return {{"id"_L1, id.toJson()}};
}

Result<DeclineInvitation> DeclineInvitation::fromJson(const QJsonObject &json)
{
    return readId<DeclineInvitation>(json);
}

} // namespace passport
