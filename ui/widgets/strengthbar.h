// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace passport {

/// How strong a password is, as four bars; the word beside them says the same.
class StrengthBar : public QWidget {
    Q_OBJECT
public:
    explicit StrengthBar(QWidget *parent = nullptr);

    /// 0…4; -1: not known.
    void setScore(int score);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_score = -1;
};

} // namespace passport
