// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/style.h"

#include <QLabel>

namespace passport {

/// Text in one of the roles and tones of the style; follows the theme and the system's font.
class Label : public QLabel {
    Q_OBJECT

public:
    explicit Label(TextRole role, Tone tone = Tone::Normal, QWidget *parent = nullptr);

    void setTone(Tone tone);

protected:
    void changeEvent(QEvent *event) override;

private:
    void colour();

    TextRole m_role;
    Tone m_tone;
};

/// The same, breaking its lines: for sentences.
[[nodiscard]] Label *wrappedLabel(TextRole role, Tone tone = Tone::Normal);

} // namespace passport
