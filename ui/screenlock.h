// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QString>

class QDBusObjectPath;

namespace passport {

/// Whether the screen is locked: what is not for passers-by is hidden then (SR-20). Three say so, and one is enough:
/// the desktop's screen saver (org.freedesktop.ScreenSaver, org.gnome.ScreenSaver) and logind, for this session or, to
/// a program that was not started in one, for the person's session on the display. Where none of them is, it is never
/// locked.
class ScreenLock : public QObject {
    Q_OBJECT
public:
    explicit ScreenLock(QObject *parent = nullptr);

    [[nodiscard]] bool isLocked() const { return m_locked; }

Q_SIGNALS:
    void changed(bool locked);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private Q_SLOTS:
    void saverChanged(bool active);
    void lockAsked();
    void unlockAsked();
    void sessionChanged();

private:
    void listenToSavers();
    void askForSession();
    void listenToSession(const QDBusObjectPath &session);
    void setAsked(bool asked);
    void update();

    QString m_session; ///< logind's path of it; empty until it is known.
    bool m_saver = false; ///< The screen saver covers the screen.
    bool m_hint = false; ///< logind's LockedHint: the one who locks has said that it is done.
    bool m_asked = false; ///< logind's Lock was heard: somebody is about to lock.
    bool m_locked = false;
};

} // namespace passport
