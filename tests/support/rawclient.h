// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <chrono>
#include <optional>

namespace passport {

/// A TCP connection to 127.0.0.1 that sends exactly the bytes it is given: hostile requests, halves of requests,
/// websocket frames. Waits on the socket itself, with an end.
class RawClient {
public:
    static constexpr std::chrono::milliseconds patience{30'000};

    explicit RawClient(quint16 port);
    ~RawClient();
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;

    [[nodiscard]] bool isConnected() const { return m_socket >= 0; }
    bool send(const QByteArray &bytes);
    void finishSending(); ///< FIN, while reading goes on.

    /// Head and body of one answer, by its Content-Length; what comes after stays for the next call. Empty if the
    /// connection ended or nothing came in time.
    QByteArray response();
    /// Everything until the other side closes; nothing if it does not within `patience`.
    std::optional<QByteArray> untilClosed(std::chrono::milliseconds within = patience);

    /// Asks for an upgrade of this target; true when 101 came. `headers` are whole lines.
    bool openWebSocket(const QByteArray &target, const QByteArray &headers = {});
    bool sendText(const QByteArray &text); ///< One masked text frame.
    struct Frame {
        int opcode = 0; ///< 1 text, 8 close, 9 ping
        QByteArray payload;
        [[nodiscard]] int closeCode() const; ///< 0 if it is no close frame with a code.
    };
    /// The next frame; nothing when the connection ended or in time nothing came.
    std::optional<Frame> frame(std::chrono::milliseconds within = patience);

private:
    bool fill(std::chrono::steady_clock::time_point end); ///< Some more bytes; false: closed or late.
    bool ensure(qsizetype size, std::chrono::steady_clock::time_point end);

    int m_socket = -1;
    bool m_closed = false;
    QByteArray m_buffer;
};

/// The status of an answer's first line; 0 if there is none.
[[nodiscard]] int statusOf(const QByteArray &response);
[[nodiscard]] QByteArray bodyOf(const QByteArray &response);
/// The value of a header, by its name in any case.
[[nodiscard]] QByteArray headerOf(const QByteArray &response, const QByteArray &name);

} // namespace passport
