// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/http/handler.h"
#include "backend/push/hub.h"
#include "backend/push/pingwheel.h"

#include <chrono>
#include <optional>

namespace passport {

/// The `/bitrix/subws/` end of one client, version 5: JSON-RPC frames out, `ping` and `pong`, `mack:<mid>`, a few
/// requests in (wire.md 2.7). Small: ten thousand of them lie idle.
class PushListener final : public WebSocketListener, public Subscriber, public PingWheel::Member {
public:
    /// Without a right it only opens to be closed with 4010, so that the client asks for a fresh config.
    PushListener(Hub &hub, PingWheel &wheel, const Clock &clock, std::optional<ListenRight> granted, QByteArray mid);
    ~PushListener() override;

    void opened(WebSocket &socket) override;
    void received(QByteArrayView text) override;
    void deliver(const QByteArray &frame) override;
    void close() override;
    void turn() override;

private:
    enum class Stage : quint8 { Refused, Live, Told, Closed };

    [[nodiscard]] bool mayReceive();
    void tellExpiry();

    Hub &m_hub;
    PingWheel &m_wheel;
    const Clock &m_clock;
    WebSocket *m_socket = nullptr;
    QByteArray m_mid; ///< From the URL, until opened().
    std::chrono::steady_clock::time_point m_refilled;
    float m_allowance; ///< Messages the client may still send at once (SR-24).
    Stage m_stage;
};

} // namespace passport
