// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/style.h"

#include <QFrame>

namespace passport {

/// A raised ground with a thin line around it, for things that belong together.
class Card : public QFrame {
    Q_OBJECT

public:
    using QFrame::QFrame;

    /// A line that warns, instead of the usual one.
    void setOutline(Tone tone);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Tone m_outline = Tone::Normal;
};

/// A thin line between two parts of a card or page; of no meaning to a screen reader.
class Separator : public QWidget {
    Q_OBJECT

public:
    explicit Separator(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace passport
