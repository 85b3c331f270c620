// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "bench/loadconnection.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace passport::bench {

/// One channel: how to listen to it, and how to publish to it.
struct PushTarget {
    std::string jwt;
    std::string path; ///< "/p/romashka/rest/"
    std::string token;
};

/// Thousands of websockets that listen and answer pings, as cheap for the machine as they can be: the handshake is
/// ready bytes, of a frame only its length and first letters are looked at.
class PushSockets {
public:
    using Clock = std::chrono::steady_clock;

    PushSockets(boost::asio::io_context &context, boost::asio::ip::tcp::endpoint server);
    ~PushSockets();

    /// Connects one socket for each target and waits until all are answered.
    void open(const std::vector<PushTarget> &targets);
    [[nodiscard]] std::size_t openCount() const { return m_open; }

    /// The next message must come to this socket; it left at `sent`.
    void expect(std::size_t socket, Clock::time_point sent);
    [[nodiscard]] bool isExpecting() const { return m_expected.has_value(); }
    /// What has not come by now is lost.
    void giveUp();

    [[nodiscard]] int lost() const { return m_lost; } ///< Also messages that came to the wrong socket.
    [[nodiscard]] std::vector<double> &milliseconds() { return m_milliseconds; }

private:
    struct Socket;
    boost::asio::awaitable<void> listen(Socket &socket, std::size_t number, std::string request);
    void heard(std::size_t number);

    boost::asio::io_context &m_context;
    boost::asio::ip::tcp::endpoint m_server;
    std::vector<std::unique_ptr<Socket>> m_sockets;
    std::size_t m_open = 0;
    struct Expected {
        std::size_t socket = 0;
        Clock::time_point sent;
    };
    std::optional<Expected> m_expected;
    std::vector<double> m_milliseconds;
    int m_lost = 0;
};

} // namespace passport::bench
