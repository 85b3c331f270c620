// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace passport {

/// What one client may cost us. Tests shorten the times; the sizes are those of toolchain.md's hostile list.
struct HttpLimits {
    std::chrono::milliseconds read{10'000}; ///< For a whole head, and again for a whole body (half-open requests).
    std::chrono::milliseconds write{10'000}; ///< For a whole answer.
    std::chrono::milliseconds keepAlive{60'000}; ///< Between two requests of a connection.
    std::chrono::milliseconds closing{3'000}; ///< For a websocket's closing handshake and a TLS shutdown.
    std::uint32_t headBytes = 16 * 1024; ///< 431 above.
    std::uint64_t bodyBytes = 1024 * 1024; ///< 413 above.
    std::chrono::milliseconds upload{300'000}; ///< For a whole file (Routes::allowUpload), while it moves at all.
    int uploads = 16; ///< At once, of all clients; 503 above.
    std::size_t messageBytes = 64 * 1024; ///< Of one websocket message (SR-24); 1009 above.
    std::size_t queueBytes = 256 * 1024; ///< Waiting for one slow websocket; dropped above.
    int connectionsPerAddress = 1024; ///< An office behind one address; IPv6: a /64.
    int connectionsFromLoopback = 1'000'000; ///< A proxy or a load test on this machine.
    int backlog = 4096; ///< toolchain.md 2.1: 50 dropped handshakes in bursts.
};

} // namespace passport
