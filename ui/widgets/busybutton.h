// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QBasicTimer>
#include <QPushButton>

namespace passport {

/// A button that can show that its work goes on: three dots before its words, moving unless the system wants
/// stillness. What its words are then ("Cancel", "Signing in…") and whether it may be pressed is the page's matter.
class BusyButton : public QPushButton {
    Q_OBJECT

public:
    using QPushButton::QPushButton;

    void setBusy(bool busy);
    [[nodiscard]] bool isBusy() const { return m_busy; }
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void move();

    bool m_busy = false;
    int m_phase = 0;
    QBasicTimer m_timer; // runs only while busy and visible
};

} // namespace passport
