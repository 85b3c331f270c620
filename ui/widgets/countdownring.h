// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace passport {

/// A ring that empties: how much of a time is left. The words beside it say the same, so it has no name of its own.
class CountdownRing : public QWidget {
    Q_OBJECT

public:
    explicit CountdownRing(QWidget *parent = nullptr);

    /// 1 = all of it, 0 = over; held within these.
    void setFraction(double left);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double m_left = 1;
};

} // namespace passport
