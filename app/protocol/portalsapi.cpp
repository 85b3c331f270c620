// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/portalsapi.h"

#include "protocol/json.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

template <typename Request> Result<Request> readMemberId(const QJsonObject &json)
{
    JsonReader in(json);
    Request request{.memberId = PortalId(in.string("memberId"_L1))};
    return in.finish(std::move(request));
}

} // namespace

QJsonObject ListPortals::toJson() const
{
    QJsonObject json{{"limit"_L1, limit}};
    setIf(json, "query"_L1, query);
    setIf(json, "cursor"_L1, cursor);
    return json;
}

Result<ListPortals> ListPortals::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    const qint64 limit = in.maybeInteger("limit"_L1).value_or(defaultLimit);
    if (limit < 1 || limit > maxLimit)
        in.fail("limit"_L1, u"1 to 200");
    ListPortals request{
        .query = in.maybeString("query"_L1), .limit = static_cast<int>(limit), .cursor = in.maybeString("cursor"_L1)};
    return in.finish(std::move(request));
}

Result<EnteredPortal> EnteredPortal::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    EnteredPortal entered{
        .portal = in.value<Portal>("portal"_L1),
        .tokens = in.value<SessionTokens>("tokens"_L1),
        .pull = in.value<PullConfig>("pull"_L1)};
    return in.finish(std::move(entered));
}

QJsonObject EnteredPortal::toJson() const
{
    return {{"portal"_L1, portal.toJson()}, {"tokens"_L1, tokens.toJson()}, {"pull"_L1, pull.toJson()}};
}

QJsonObject SwitchPortal::toJson() const
{
    return {{"memberId"_L1, memberId.toJson()}};
}

Result<SwitchPortal> SwitchPortal::fromJson(const QJsonObject &json)
{
    return readMemberId<SwitchPortal>(json);
}

Result<OneTimeLink> OneTimeLink::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    OneTimeLink link{
        .url = QUrl(in.string("url"_L1), QUrl::StrictMode),
        .secondsLeft = std::chrono::seconds(in.integer("secondsLeft"_L1))};
    if (!link.url.isValid())
        in.fail("url"_L1, u"address");
    return in.finish(std::move(link));
}

QJsonObject OneTimeLink::toJson() const
{
    return {{"url"_L1, url.toString(QUrl::FullyEncoded)}, {"secondsLeft"_L1, static_cast<qint64>(secondsLeft.count())}};
}

QJsonObject OpenPortalLink::toJson() const
{
    return {{"memberId"_L1, memberId.toJson()}};
}

Result<OpenPortalLink> OpenPortalLink::fromJson(const QJsonObject &json)
{
    return readMemberId<OpenPortalLink>(json);
}

Result<PortalCounter> PortalCounter::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    PortalCounter counter{
        .memberId = PortalId(in.string("memberId"_L1)), .count = static_cast<int>(in.integer("count"_L1))};
    return in.finish(std::move(counter));
}

QJsonObject PortalCounter::toJson() const
{
    return {{"memberId"_L1, memberId.toJson()}, {"count"_L1, count}};
}

Result<CounterList> CounterList::fromJson(const QJsonObject &json)
{
    JsonReader in(json);
    CounterList counters{
        .total = static_cast<int>(in.integer("total"_L1)), .portals = in.list<PortalCounter>("portals"_L1)};
    return in.finish(std::move(counters));
}

QJsonObject CounterList::toJson() const
{
    return {{"total"_L1, total}, {"portals"_L1, toJsonArray(portals)}};
}

} // namespace passport
