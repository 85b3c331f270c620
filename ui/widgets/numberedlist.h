// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QWidget>

namespace passport {

/// Short steps with their numbers on small discs.
class NumberedList : public QWidget {
    Q_OBJECT

public:
    explicit NumberedList(QWidget *parent = nullptr);

    void setSteps(const QStringList &steps);
    [[nodiscard]] const QStringList &steps() const { return m_steps; }

private:
    QStringList m_steps;
};

} // namespace passport
