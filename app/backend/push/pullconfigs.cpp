// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/push/pullconfigs.h"

#include "backend/core/serverurls.h"
#include "backend/push/listenrights.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

QDateTime toDateTime(PullChannels::Time time)
{
    return QDateTime::fromMSecsSinceEpoch(time.time_since_epoch().count(), Qt::UTC);
}

qint64 unixSeconds(PullChannels::Time time)
{
    return std::chrono::floor<std::chrono::seconds>(time).time_since_epoch().count();
}

} // namespace

PullConfigs::PullConfigs(const Clock &clock, const PullChannels &channels, ListenRights &rights, const ServerUrls &urls)
    : m_clock(clock)
    , m_channels(channels)
    , m_rights(rights)
    , m_urls(urls)
{
}

PullConfig PullConfigs::base() const
{
    const QString host = m_urls.domain();
    PullConfig config;
    config.hostname = host;
    config.websocket = u"ws://"_s + host + u"/bitrix/subws/"_s;
    config.websocketSecure = u"wss://"_s + host + u"/bitrix/subws/"_s;
    config.longPolling = u"http://"_s + host + u"/bitrix/sub/"_s;
    config.longPollingSecure = u"https://"_s + host + u"/bitrix/sub/"_s;
    config.publish = u"http://"_s + host + u"/bitrix/pubweb/"_s;
    config.publishSecure = u"https://"_s + host + u"/bitrix/pubweb/"_s;
    return config;
}

/// The pair is signed as one string (wire.md 2.5, version 4 and newer).
PullChannel PullConfigs::named(const ListenRight &right, const ChannelPair &pair, PullChannels::Span span) const
{
    const QByteArray both = pair.privateId.toHex() + ':' + pair.publicId.toHex();
    const QByteArray publicHex = pair.publicId.toHex();
    return {
        .id = QString::fromLatin1(m_rights.issue(right, both)),
        .publicId = QString::fromLatin1(publicHex + '.' + m_channels.sign("public:" + publicHex)),
        .start = toDateTime(span.start),
        .end = toDateTime(span.end)};
}

PullConfig PullConfigs::forUser(UserId user, const SessionId &session, const PullScope &scope) const
{
    const auto now = m_clock.now();
    const ChannelPair pair = m_channels.user(user, scope, now);
    const ChannelId shared = m_channels.shared(scope);
    const PullChannels::Span span = PullChannels::userSpan(user, now);
    const PullChannels::Span sharedSpan = PullChannels::sharedSpan(now);
    const ListenRight right{
        .channels = {pair.privateId, shared},
        .user = user,
        .session = session.toString().toLatin1(),
        .scope = scope.key(),
        .channelsEnd = span.end,
        .end = now + userLife};
    PullConfig config = base();
    config.privateChannel = named(right, pair, span);
    config.sharedChannel = PullChannel{
        .id = QString::fromLatin1(m_rights.issue(right, shared.toHex())),
        .publicId = {},
        .start = toDateTime(sharedSpan.start),
        .end = toDateTime(sharedSpan.end)};
    config.jwt = QString::fromLatin1(m_rights.token(right, std::nullopt));
    config.expires = unixSeconds(right.end);
    return config;
}

PullConfig PullConfigs::forGuest(QByteArrayView channelTag) const
{
    const auto now = m_clock.now();
    const ChannelPair pair = m_channels.guest(channelTag);
    const PullChannels::Span span{now, now + guestLife};
    const ListenRight right{
        .channels = {pair.privateId}, .user = 0, .session = {}, .scope = {}, .channelsEnd = span.end, .end = span.end};
    PullConfig config = base();
    config.privateChannel = named(right, pair, span);
    config.jwt = QString::fromLatin1(m_rights.token(right, pair.publicId));
    config.expires = unixSeconds(right.end);
    return config;
}

} // namespace passport
