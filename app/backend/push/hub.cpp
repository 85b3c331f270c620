// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/push/hub.h"

#include "backend/push/pullconfigs.h"
#include "protocol/pullframes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr qsizetype startDigits = 10;
constexpr qsizetype counterDigits = 16;
/// After a person's channel has changed, publish to the old one as well for as long as its listeners may be about
/// to move (PushListener lets them a minute).
constexpr std::chrono::minutes overlap{3};
/// Longer than any handshake may last (limits.h): who was let in before his session ended is shown out after it.
constexpr std::chrono::minutes endedMemory{2};

QByteArray digits(quint64 number, qsizetype count)
{
    return QByteArray::number(number).rightJustified(count, '0');
}

} // namespace

Hub::Hub(const Clock &clock, const PullChannels &channels, ListenRights &rights)
    : m_clock(clock)
    , m_channels(channels)
    , m_rights(rights)
    , m_start(digits(static_cast<quint64>(clock.nowMs() / 1000), startDigits))
    // Begins with the milliseconds of the second, so that ids grow even across a restart within one second.
    , m_counter(static_cast<quint64>(clock.nowMs() % 1000) * 1'000'000'000'000ULL)
{
}

QByteArray Hub::midOf(quint64 number) const
{
    return m_start + digits(number, counterDigits);
}

/// Where in our numbering a subscriber stands; nothing if what it names is no id at all.
std::optional<quint64> Hub::numberOf(QByteArrayView mid) const
{
    const bool allDigits = std::all_of(mid.begin(), mid.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (mid.size() != startDigits + counterDigits || !allDigits)
        return std::nullopt;
    const QByteArray start = mid.first(startDigits).toByteArray();
    if (start > m_start)
        return std::nullopt; // not ours, and not of an earlier run
    return start < m_start ? 0 : mid.sliced(startDigits).toByteArray().toULongLong();
}

QByteArray Hub::frameOf(const PullMessage &message, quint64 number) const
{
    PullEvent event;
    event.module = message.module;
    event.command = message.command;
    event.params = message.params;
    event.mid = QString::fromLatin1(midOf(number));
    return pullFrame(event, static_cast<double>(m_clock.nowMs()) / 1000.0);
}

void Hub::send(Subscriber &subscriber, const QByteArray &frame)
{
    ++m_delivered;
    subscriber.deliver(frame);
}

void Hub::publish(const ChannelId &id, const PullMessage &message, std::chrono::seconds expiry)
{
    ++m_published;
    const quint64 number = ++m_counter;
    const QByteArray frame = frameOf(message, number);
    Channel &channel = m_byId[id];
    keep(id, channel, {.number = number, .frame = frame, .expires = m_clock.now() + std::min(expiry, defaultExpiry)});
    for (Subscriber *subscriber : channel.subscribers)
        send(*subscriber, frame);
}

void Hub::keep(const ChannelId &id, Channel &channel, Stored stored)
{
    m_historyBytes += stored.frame.size();
    m_order.push_back({.channel = id, .number = stored.number});
    channel.history.push_back(std::move(stored));
    if (channel.history.size() > mostInChannel) {
        m_historyBytes -= channel.history.front().frame.size();
        channel.history.erase(channel.history.begin());
    }
    while (m_historyBytes > mostBytes && m_order.size() > 1)
        dropOldest();
}

void Hub::dropOldest()
{
    const Place oldest = m_order.front();
    m_order.pop_front();
    const auto it = m_byId.find(oldest.channel);
    if (it == m_byId.end() || it->history.empty() || it->history.front().number != oldest.number)
        return; // expired or forgotten before
    m_historyBytes -= it->history.front().frame.size();
    it->history.erase(it->history.begin());
}

void Hub::publishToUser(UserId user, const PullScope &scope, const PullMessage &message, std::chrono::seconds expiry)
{
    const auto now = m_clock.now();
    const ChannelPair current = m_channels.user(user, scope, now);
    const ChannelPair before = m_channels.user(user, scope, now - overlap);
    publish(current.privateId, message, expiry);
    if (!(before.privateId == current.privateId))
        publish(before.privateId, message, expiry);
}

void Hub::publishToGuest(QByteArrayView channelTag, const PullMessage &message, std::chrono::seconds expiry)
{
    publish(m_channels.guest(channelTag).privateId, message, expiry);
}

void Hub::publishShared(const PullScope &scope, const PullMessage &message, std::chrono::seconds expiry)
{
    publish(m_channels.shared(scope), message, expiry);
}

void Hub::tellAll(const PullMessage &message)
{
    const QByteArray frame = frameOf(message, ++m_counter);
    for (Subscriber *subscriber : m_all)
        send(*subscriber, frame);
}

void Hub::tell(Subscriber &subscriber, const PullMessage &message)
{
    send(subscriber, frameOf(message, ++m_counter));
}

void Hub::endSession(const SessionId &session, const QString &reason)
{
    const PullMessage message{u"passport"_s, u"sessionEnded"_s, {{"reason"_L1, reason}}};
    const QByteArray id = session.toString().toLatin1();
    m_ended.insert(id, m_clock.now());
    for (Subscriber *subscriber : m_all) {
        if (subscriber->right.session == id) {
            tell(*subscriber, message);
            subscriber->close();
        }
    }
}

void Hub::endOtherPortals(UserId user, const QSet<QString> &portals)
{
    for (Subscriber *subscriber : m_all) {
        const QString portal = PullScope::portalOf(subscriber->right.scope);
        if (subscriber->right.user == user && !portal.isEmpty() && !portals.contains(portal))
            subscriber->close();
    }
}

QSet<UserId> Hub::peopleInPortals() const
{
    QSet<UserId> people;
    for (const Subscriber *subscriber : m_all) {
        if (!PullScope::portalOf(subscriber->right.scope).isEmpty())
            people.insert(subscriber->right.user);
    }
    return people;
}

void Hub::endGuest(QByteArrayView channelTag)
{
    const ChannelId id = m_channels.guest(channelTag).privateId;
    m_rights.endGuest(id, m_clock.now() + PullConfigs::guestLife);
    const auto it = m_byId.find(id);
    if (it == m_byId.end())
        return;
    for (const Stored &stored : it->history)
        m_historyBytes -= stored.frame.size();
    it->history.clear();
    for (Subscriber *subscriber : it->subscribers)
        subscriber->close();
    if (it->subscribers.empty())
        m_byId.erase(it);
}

void Hub::subscribe(Subscriber &subscriber, QByteArrayView mid)
{
    if (const auto after = numberOf(mid))
        replay(subscriber, *after);
    for (const ChannelId &id : subscriber.right.channels)
        m_byId[id].subscribers.push_back(&subscriber);
    subscriber.m_index = m_all.size();
    m_all.push_back(&subscriber);
    if (subscriber.right.user != 0)
        ++m_presence[{subscriber.right.scope, subscriber.right.user}].sockets;
    if (m_ended.contains(subscriber.right.session))
        subscriber.close();
}

/// Nothing can be published between this and the registration: both happen in one turn of the I/O thread.
void Hub::replay(Subscriber &subscriber, quint64 after)
{
    std::vector<const Stored *> missed;
    const auto now = m_clock.now();
    for (const ChannelId &id : subscriber.right.channels) {
        const auto it = m_byId.constFind(id);
        if (it == m_byId.constEnd())
            continue;
        for (const Stored &stored : it->history) {
            if (stored.number > after && stored.expires > now)
                missed.push_back(&stored);
        }
    }
    std::ranges::sort(missed, {}, &Stored::number);
    for (const Stored *stored : missed)
        send(subscriber, stored->frame);
}

void Hub::remove(Subscriber &subscriber)
{
    for (const ChannelId &id : subscriber.right.channels) {
        const auto it = m_byId.find(id);
        if (it == m_byId.end())
            continue;
        std::erase(it->subscribers, &subscriber);
        if (it->subscribers.empty() && it->history.empty())
            m_byId.erase(it);
    }
    Subscriber *last = m_all.back();
    last->m_index = subscriber.m_index;
    m_all.at(subscriber.m_index) = last;
    m_all.pop_back();
    const auto present = m_presence.find({subscriber.right.scope, subscriber.right.user});
    if (present != m_presence.end()) {
        --present->sockets;
        present->left = m_clock.now();
    }
}

std::optional<qint64> Hub::lastSeen(UserId user, const QByteArray &scope) const
{
    const auto present = m_presence.constFind({scope, user});
    if (present == m_presence.constEnd())
        return std::nullopt;
    if (present->sockets > 0)
        return 0;
    return std::chrono::floor<std::chrono::seconds>(m_clock.now() - present->left).count();
}

void Hub::purge()
{
    const auto now = m_clock.now();
    for (auto it = m_byId.begin(); it != m_byId.end();) {
        std::erase_if(it->history, [this, now](const Stored &stored) {
            const bool expired = stored.expires <= now;
            m_historyBytes -= expired ? stored.frame.size() : 0;
            return expired;
        });
        it->history.shrink_to_fit();
        it = it->history.empty() && it->subscribers.empty() ? m_byId.erase(it) : std::next(it);
    }
    std::erase_if(m_order, [this](const Place &place) {
        const auto it = m_byId.constFind(place.channel);
        return it == m_byId.constEnd() || it->history.empty() || it->history.front().number > place.number;
    });
    m_ended.removeIf([now](const auto &ended) { return now - ended.value() > endedMemory; });
    m_rights.purge();
}

} // namespace passport
