// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>
#include <chrono>

namespace passport {

/// Whether somebody can look at the window and whether somebody uses it (SR-20).
class QrPresence : public QObject {
    Q_OBJECT
public:
    /// After `unattended` without focus nobody uses it any more.
    explicit QrPresence(std::chrono::milliseconds unattended);

    void setVisible(bool visible);
    void setLocked(bool locked);
    void setFocused(bool focused);

    /// On the screen, and the screen is not locked.
    [[nodiscard]] bool isSeen() const { return m_visible && !m_locked; }
    /// Somebody has just asked for a code: the wait for him begins anew.
    void restart();

Q_SIGNALS:
    void seenChanged();
    void focused();
    void unattended();

private:
    void update(bool &flag, bool value);

    QTimer m_unattended;
    bool m_visible = true;
    bool m_locked = false;
    bool m_focused = true;
};

} // namespace passport
