// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/push/pullchannels.h"

#include "backend/store/secrets.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

/// Which 12 h these are, counted from 1970 with an offset of the person's own, so that not everybody asks for a new
/// config in the same second. The Fibonacci constant spreads neighbouring ids over the whole period.
qint64 periodOf(UserId user, PullChannels::Time now, std::chrono::seconds &offset)
{
    const auto length = std::chrono::duration_cast<std::chrono::seconds>(PullChannels::period).count();
    const auto spread = (static_cast<quint64>(user) * 11400714819323198485ULL) >> 32;
    offset = std::chrono::seconds(static_cast<qint64>(spread % static_cast<quint64>(length)));
    return std::chrono::floor<std::chrono::seconds>(now - offset).time_since_epoch().count() / length;
}

ChannelId digest(const QByteArray &text)
{
    ChannelId id;
    const QByteArray hash = QCryptographicHash::hash(text, QCryptographicHash::Md5);
    std::ranges::copy(hash, id.bytes.begin());
    return id;
}

QByteArray tagOf(UserId user, const PullScope &scope, PullChannels::Time now)
{
    std::chrono::seconds offset{};
    return "user/" + QByteArray::number(user) + '/' + scope.key() + '/'
        + QByteArray::number(periodOf(user, now, offset)) + '/';
}

} // namespace

std::optional<ChannelId> ChannelId::fromHex(QByteArrayView text)
{
    if (text.size() != 32)
        return std::nullopt;
    const QByteArray bytes = QByteArray::fromHex(text.toByteArray());
    ChannelId id;
    if (bytes.size() != static_cast<qsizetype>(id.bytes.size()) || bytes.toHex() != text)
        return std::nullopt;
    std::ranges::copy(bytes, id.bytes.begin());
    return id;
}

QByteArray ChannelId::toHex() const
{
    return QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())).toHex();
}

PullKeys PullKeys::from(const Secrets &secrets)
{
    return {
        .signatureKey = secrets.keyFor("push-jwt"_L1).toHex(),
        .serverUniqId = secrets.keyFor("push-channel"_L1).toHex(),
        .hostId = secrets.keyFor("push-host"_L1).toHex().first(32)};
}

PullChannels::PullChannels(PullKeys keys)
    : m_keys(std::move(keys))
{
}

ChannelPair PullChannels::guest(QByteArrayView channelTag) const
{
    const QByteArray text = channelTag.toByteArray() + m_keys.serverUniqId;
    return {digest(text), digest(text + "public")};
}

ChannelPair PullChannels::user(UserId user, const PullScope &scope, Time now) const
{
    return guest(tagOf(user, scope, now));
}

ChannelId PullChannels::shared(const PullScope &scope) const
{
    return guest("shared/" + scope.key() + '/').privateId;
}

PullChannels::Span PullChannels::userSpan(UserId user, Time now)
{
    std::chrono::seconds offset{};
    const Time start{periodOf(user, now, offset) * std::chrono::seconds(period) + offset};
    return {start, start + period + slack};
}

PullChannels::Span PullChannels::sharedSpan(Time now)
{
    return {now, now + period + slack};
}

QByteArray PullChannels::sign(QByteArrayView value, QByteArrayView session) const
{
    const auto hmac = [](const QByteArray &text, const QByteArray &key) {
        return QMessageAuthenticationCode::hash(text, key, QCryptographicHash::Sha1);
    };
    const QByteArray key
        = session.isEmpty() ? m_keys.signatureKey : hmac("session/" + session.toByteArray(), m_keys.signatureKey);
    return hmac(value.toByteArray(), key).toHex();
}

} // namespace passport
