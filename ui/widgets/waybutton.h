// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLatin1StringView>
#include <QPushButton>

namespace passport {

/// A row that leads somewhere: icon, two lines, chevron; for the other ways of a second step.
class WayButton : public QPushButton {
    Q_OBJECT

public:
    explicit WayButton(QLatin1StringView icon, QWidget *parent = nullptr);

    void setWords(const QString &title, const QString &explanation);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLatin1StringView m_icon;
    QString m_title;
    QString m_explanation;
};

} // namespace passport
