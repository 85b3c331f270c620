// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/http/callerline.h"

#include <poll.h>

namespace passport {

bool CallerLine::isOpen() const
{
    const std::lock_guard lock(m_mutex);
    if (m_socket < 0)
        return false;
    pollfd asked{.fd = m_socket, .events = POLLRDHUP, .revents = 0};
    return ::poll(&asked, 1, 0) == 0; // POLLERR and POLLHUP come unasked
}

void CallerLine::cut()
{
    const std::lock_guard lock(m_mutex);
    m_socket = -1;
}

} // namespace passport
