// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/portalchangesapi.h"

#include "protocol/json.h"
#include "protocol/words.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

using Reason = AddressCheck::Reason;

constexpr std::array reasons{
    Word{Reason::Length, "length"_L1}, Word{Reason::Characters, "characters"_L1}, Word{Reason::Hyphens, "hyphens"_L1},
    Word{Reason::Taken, "taken"_L1}};

} // namespace

QString wordOf(AddressCheck::Reason reason)
{
    return wordOf(reasons, reason);
}

AddressCheck::Reason addressReasonFromWord(QStringView word)
{
    return fromWord(reasons, word, Reason::Unknown);
}

QJsonObject CreatePortal::toJson() const
{
    return {{"title"_L1, title}};
}

Result<CreatePortal> CreatePortal::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    CreatePortal request{.title = in.string("title"_L1)};
    return in.finish(std::move(request));
}

Result<AddressCheck> AddressCheck::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    AddressCheck check{.free = in.boolean("free"_L1), .reason = std::nullopt};
    if (const auto word = in.maybeString("reason"_L1))
        check.reason = addressReasonFromWord(*word);
    return in.finish(std::move(check));
}

QJsonObject AddressCheck::toJson() const
{
    QJsonObject json{{"free"_L1, free}};
    if (reason)
        json.insert("reason"_L1, wordOf(*reason));
    return json;
}

QJsonObject CheckPortalAddress::toJson() const
{
    return {{"address"_L1, address}};
}

Result<CheckPortalAddress> CheckPortalAddress::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    CheckPortalAddress request{.address = in.string("address"_L1)};
    return in.finish(std::move(request));
}

QJsonObject RenamePortal::toJson() const
{
    return {{"memberId"_L1, memberId.toJson()}, {"address"_L1, address}};
}

Result<RenamePortal> RenamePortal::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    RenamePortal request{.memberId = PortalId(in.string("memberId"_L1)), .address = in.string("address"_L1)};
    return in.finish(std::move(request));
}

QJsonObject LeavePortal::toJson() const
{
    QJsonObject json{{"memberId"_L1, memberId.toJson()}};
    if (endPortal)
        json.insert("endPortal"_L1, true);
    return json;
}

Result<LeavePortal> LeavePortal::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    LeavePortal request{
        .memberId = PortalId(in.string("memberId"_L1)), .endPortal = in.maybeBoolean("endPortal"_L1).value_or(false)};
    return in.finish(std::move(request));
}

} // namespace passport
