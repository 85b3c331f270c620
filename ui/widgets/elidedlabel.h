// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/label.h"

namespace passport {

/// One line that gives way: shown with an ellipsis where there is no room for it, and whole in the tip.
class ElidedLabel : public Label {
    Q_OBJECT

public:
    explicit ElidedLabel(TextRole role, Tone tone = Tone::Normal, QWidget *parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] QString shownText() const;
};

} // namespace passport
