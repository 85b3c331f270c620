// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/qrpresence.h"

namespace passport {

QrPresence::QrPresence(std::chrono::milliseconds unattended)
{
    m_unattended.setSingleShot(true);
    m_unattended.setInterval(unattended);
    connect(&m_unattended, &QTimer::timeout, this, &QrPresence::unattended);
}

void QrPresence::update(bool &flag, bool value)
{
    const bool before = isSeen();
    flag = value;
    if (isSeen() != before)
        Q_EMIT seenChanged();
}

void QrPresence::setVisible(bool visible)
{
    update(m_visible, visible);
}

void QrPresence::setLocked(bool locked)
{
    update(m_locked, locked);
}

void QrPresence::setFocused(bool focused)
{
    if (m_focused == focused)
        return;
    m_focused = focused;
    restart();
    if (focused)
        Q_EMIT this->focused();
}

void QrPresence::restart()
{
    if (m_focused)
        m_unattended.stop();
    else
        m_unattended.start();
}

} // namespace passport
