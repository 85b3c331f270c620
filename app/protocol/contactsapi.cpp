// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/contactsapi.h"

#include "protocol/json.h"

using namespace Qt::StringLiterals;

namespace passport {

Result<ContactList> ContactList::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    ContactList list{
        .items = in.list<Contact>("items"_L1),
        .cursor = in.maybeString("cursor"_L1),
        .total = static_cast<int>(in.integer("total"_L1))};
    return in.finish(std::move(list));
}

QJsonObject ContactList::toJson() const
{
    QJsonObject json{{"items"_L1, toJsonArray(items)}, {"total"_L1, total}};
    json.insert("cursor"_L1, cursor ? QJsonValue(*cursor) : QJsonValue());
    return json;
}

Result<CodeSent> CodeSent::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    CodeSent sent{
        .confirmationId = ConfirmationId(in.string("confirmationId"_L1)),
        .resendAfter = std::chrono::seconds(in.integer("resendAfter"_L1)),
        .secondsLeft = std::chrono::seconds(in.integer("secondsLeft"_L1)),
        .delayed = in.maybeBoolean("delayed"_L1).value_or(false)};
    return in.finish(std::move(sent));
}

QJsonObject CodeSent::toJson() const
{
    QJsonObject json{
        {"confirmationId"_L1, confirmationId.toJson()},
        {"resendAfter"_L1, qint64(resendAfter.count())},
        {"secondsLeft"_L1, qint64(secondsLeft.count())}};
    if (delayed)
        json.insert("delayed"_L1, true);
    return json;
}

QJsonObject AddContact::toJson() const
{
    QJsonObject json{
        {"kind"_L1, wordOf(kind)}, {"value"_L1, value}, {"password"_L1, password}, {"updatePortals"_L1, updatePortals}};
    setIf(json, "replaces"_L1, replaces);
    return json;
}

Result<AddContact> AddContact::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const auto replaces = in.maybeString("replaces"_L1);
    AddContact request{
        .kind = contactKindFromWord(in.string("kind"_L1)),
        .value = in.string("value"_L1),
        .password = in.string("password"_L1),
        .updatePortals = in.maybeBoolean("updatePortals"_L1).value_or(false),
        .replaces = replaces ? std::optional(ContactId(*replaces)) : std::nullopt};
    if (request.kind == Contact::Kind::Unknown)
        in.fail("kind"_L1, u"phone or email");
    return in.finish(std::move(request));
}

Result<ContactBound> ContactBound::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    ContactBound bound{.contact = in.value<Contact>("contact"_L1), .portals = in.list<PortalOutcome>("portals"_L1)};
    return in.finish(std::move(bound));
}

QJsonObject ContactBound::toJson() const
{
    return {{"contact"_L1, contact.toJson()}, {"portals"_L1, toJsonArray(portals)}};
}

QJsonObject ConfirmContact::toJson() const
{
    return {{"confirmationId"_L1, confirmationId.toJson()}, {"code"_L1, code}};
}

Result<ConfirmContact> ConfirmContact::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    ConfirmContact request{
        .confirmationId = ConfirmationId(in.string("confirmationId"_L1)), .code = in.string("code"_L1)};
    return in.finish(std::move(request));
}

QJsonObject ResendContactCode::toJson() const
{
    return {{"confirmationId"_L1, confirmationId.toJson()}};
}

Result<ResendContactCode> ResendContactCode::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    ResendContactCode request{.confirmationId = ConfirmationId(in.string("confirmationId"_L1))};
    return in.finish(std::move(request));
}

QJsonObject RemoveContact::toJson() const
{
    return {{"id"_L1, id.toJson()}};
}

Result<RemoveContact> RemoveContact::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    RemoveContact request{.id = ContactId(in.string("id"_L1))};
    return in.finish(std::move(request));
}

} // namespace passport
