// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/push/listenrights.h"

#include "backend/push/jwt.h"
#include "protocol/json.h"

#include <QByteArrayList>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr qsizetype mostChannels = 100; // wire.md 2.13

qint64 unixSeconds(PullChannels::Time time)
{
    return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

PullChannels::Time timeOf(qint64 seconds)
{
    return PullChannels::Time(std::chrono::seconds(seconds));
}

} // namespace

ListenRights::ListenRights(const Clock &clock, const PullChannels &channels, IsAlive alive)
    : m_clock(clock)
    , m_channels(channels)
    , m_alive(std::move(alive))
{
}

boost::asio::awaitable<std::optional<ListenRight>> ListenRights::check(const HttpRequest &request) const
{
    const auto jwt = request.queryItem("token");
    std::optional<ListenRight> right
        = jwt ? ofToken(*jwt) : ofChannelIds(request.queryItem("CHANNEL_ID").value_or(QByteArray()));
    if (!right || right->channels.empty() || right->end <= m_clock.now() || right->channelsEnd <= m_clock.now())
        co_return std::nullopt;
    if (std::ranges::any_of(right->channels, [this](const ChannelId &id) { return m_ended.contains(id); }))
        co_return std::nullopt;
    if (!right->session.isEmpty()) {
        const bool alive = co_await m_alive(*right);
        if (!alive)
            co_return std::nullopt;
    }
    co_return right;
}

QByteArray ListenRights::token(const ListenRight &right, const std::optional<ChannelId> &publicId) const
{
    QByteArrayList ids;
    for (const ChannelId &id : right.channels)
        ids.append(id.toHex());
    if (publicId)
        ids.append(publicId->toHex());
    QJsonObject claims{
        {"iss"_L1, QString::fromLatin1(m_channels.keys().hostId)},
        {"iat"_L1, unixSeconds(m_clock.now())},
        {"exp"_L1, unixSeconds(right.end)},
        {"chan"_L1, QString::fromLatin1(ids.join(','))},
    };
    if (right.user != 0) {
        claims.insert("sub"_L1, QString::number(right.user));
        claims.insert("sid"_L1, QString::fromLatin1(right.session));
        claims.insert("scope"_L1, QString::fromUtf8(right.scope));
        claims.insert("chanEnd"_L1, unixSeconds(right.channelsEnd));
    }
    return makeJwt(claims, m_channels.keys().signatureKey);
}

std::optional<ListenRight> ListenRights::ofToken(const QByteArray &token) const
{
    const auto claims = readJwt(token, m_channels.keys().signatureKey);
    if (!claims)
        return std::nullopt;
    JsonReader in(*claims);
    ListenRight right;
    right.end = timeOf(in.integer("exp"_L1));
    right.channelsEnd = timeOf(in.maybeInteger("chanEnd"_L1).value_or(unixSeconds(right.end)));
    right.user = in.maybeString("sub"_L1).value_or(QString()).toLongLong();
    right.session = in.maybeString("sid"_L1).value_or(QString()).toLatin1();
    right.scope = in.maybeString("scope"_L1).value_or(QString()).toUtf8();
    for (const QByteArray &text : in.string("chan"_L1).toLatin1().split(',')) {
        const auto id = ChannelId::fromHex(text);
        if (!id)
            return std::nullopt;
        right.channels.push_back(*id);
    }
    return in.error() ? std::nullopt : std::optional(right);
}

/// `<private>:<public>.<signature>/<shared>.<signature>`, all of one session's.
std::optional<ListenRight> ListenRights::ofChannelIds(const QByteArray &text) const
{
    const QByteArrayList parts = text.split('/');
    if (parts.size() > mostChannels)
        return std::nullopt;
    ListenRight right;
    right.end = right.channelsEnd = PullChannels::Time::max();
    for (const QByteArray &part : parts) {
        const auto issued = m_issued.constFind(m_channels.sign(part));
        if (issued == m_issued.constEnd() || (!right.channels.empty() && issued->session != right.session))
            return std::nullopt;
        right.channels.push_back(issued->channel);
        right.user = issued->user;
        right.session = issued->session;
        right.scope = issued->scope;
        right.end = right.channelsEnd = std::min(right.end, issued->end);
    }
    return right;
}

QByteArray ListenRights::issue(const ListenRight &right, const QByteArray &text)
{
    const QByteArray whole = text + '.' + m_channels.sign(text, right.session);
    Issued &issued = m_issued[m_channels.sign(whole)];
    issued
        = {.channel = ChannelId::fromHex(text.first(32)).value_or(ChannelId()),
           .user = right.user,
           .session = right.session,
           .scope = right.scope,
           .end = std::max(issued.end, right.channelsEnd)};
    return whole;
}

void ListenRights::endGuest(const ChannelId &channel, PullChannels::Time until)
{
    m_ended.insert(channel, until);
}

void ListenRights::purge()
{
    const auto now = m_clock.now();
    m_issued.removeIf([now](const auto &entry) { return entry.value().end <= now; });
    m_ended.removeIf([now](const auto &entry) { return entry.value() <= now; });
}

} // namespace passport
