// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/linkbutton.h"

#include <QDeadlineTimer>
#include <QTimer>

namespace passport {

/// "Send again" under a code that was sent: counts down while it is too early for another one. A screen reader hears
/// how long that takes, once, and when it is over; not every second.
class ResendLink : public LinkButton {
    Q_OBJECT

public:
    explicit ResendLink(const QString &objectName, QWidget *parent = nullptr);

    /// `at`: before that it cannot be pressed. `idle`: nothing else is on its way.
    void render(QDeadlineTimer at, bool idle);

protected:
    void changeEvent(QEvent *event) override;

private:
    void renderTime();

    QDeadlineTimer m_at;
    bool m_idle = true;
    bool m_counts = false;
    QTimer m_seconds;
};

} // namespace passport
