// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <mutex>

namespace passport {

/// The connection on which somebody waits for an answer, for work that is worth doing only as long as he does. A
/// connection reads nothing while it answers, so it does not notice by itself that the other side has gone.
class CallerLine {
public:
    /// `socket` stays the connection's.
    explicit CallerLine(int socket)
        : m_socket(socket)
    {
    }

    /// Whether the other side is there still. Whoever has closed his half alone counts as gone: the two cannot be told
    /// apart. Asks the kernel and waits for nothing. Any thread.
    [[nodiscard]] bool isOpen() const;
    /// The connection ends; before its socket is closed and the number goes to somebody else.
    void cut();

private:
    mutable std::mutex m_mutex;
    int m_socket; // -1: cut
};

} // namespace passport
