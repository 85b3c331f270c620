// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/push/pushlistener.h"

#include "backend/push/rpc.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr quint16 wrongChannel = 4010; // wire.md 2.11
constexpr quint16 policyViolation = 1008; // RFC 6455 7.4.1
constexpr float burst = 100; // messages at once …
constexpr float perSecond = 20; // … and steadily, besides one `mack` for each message we have sent
/// After a channel's end its listeners may take this long to come back with a new config.
constexpr std::chrono::minutes grace{1};

} // namespace

PushListener::PushListener(
    Hub &hub, PingWheel &wheel, const Clock &clock, std::optional<ListenRight> granted, QByteArray mid)
    : m_hub(hub)
    , m_wheel(wheel)
    , m_clock(clock)
    , m_mid(std::move(mid))
    , m_refilled(std::chrono::steady_clock::now())
    , m_allowance(burst)
    , m_stage(granted ? Stage::Live : Stage::Refused)
{
    if (granted)
        right = std::move(*granted);
}

PushListener::~PushListener()
{
    if (m_socket && m_stage != Stage::Refused)
        m_hub.remove(*this);
}

void PushListener::opened(WebSocket &socket)
{
    m_socket = &socket;
    if (m_stage == Stage::Refused) {
        m_socket->close(wrongChannel);
        return;
    }
    m_hub.subscribe(*this, std::exchange(m_mid, {}));
    m_wheel.add(*this);
}

void PushListener::deliver(const QByteArray &frame)
{
    m_allowance = std::min(m_allowance + 1, burst);
    m_socket->send(frame);
}

void PushListener::close()
{
    m_stage = Stage::Closed;
    m_socket->close(wrongChannel);
}

void PushListener::turn()
{
    static const QByteArray ping = "ping"_ba;
    const auto now = m_clock.now();
    const auto end = std::min(right.end, right.channelsEnd);
    if (now >= end + grace || (now >= end && right.user == 0))
        close();
    else if (now >= end && m_stage == Stage::Live)
        tellExpiry();
    else if (m_stage != Stage::Closed)
        m_socket->send(ping);
}

/// A private channel is expired with `get_config` (wire.md 2.10); a token that ends first expires the whole config.
void PushListener::tellExpiry()
{
    m_stage = Stage::Told;
    if (right.end < right.channelsEnd) {
        m_hub.tell(*this, {u"pull"_s, u"config_expire"_s});
        return;
    }
    const QJsonObject channel{
        {"id"_L1, QString::fromLatin1(right.channels.front().toHex())}, {"type"_L1, "private"_L1}};
    m_hub.tell(*this, {u"pull"_s, u"channel_expire"_s, {{"action"_L1, "get_config"_L1}, {"channel"_L1, channel}}});
}

bool PushListener::mayReceive()
{
    const auto now = std::chrono::steady_clock::now();
    const std::chrono::duration<float> passed = now - m_refilled;
    m_refilled = now;
    m_allowance = std::min(m_allowance + passed.count() * perSecond, burst) - 1;
    return m_allowance >= 0;
}

void PushListener::received(QByteArrayView text)
{
    if (m_stage == Stage::Refused || m_stage == Stage::Closed)
        return;
    if (!mayReceive()) {
        m_stage = Stage::Closed;
        m_socket->close(policyViolation);
        return;
    }
    if (text == QByteArrayView("pong") || text.startsWith("mack:"))
        return; // TCP tells us what arrived; history is by the client's own mid
    m_socket->send(rpcAnswer(text.toByteArray(), right, m_hub));
}

} // namespace passport
