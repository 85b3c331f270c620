// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/style.h"

#include <QLatin1StringView>
#include <QWidget>

namespace passport {

/// A line icon beside a text, in a tone. It says nothing by itself, so it has no accessible name.
class IconLabel : public QWidget {
    Q_OBJECT

public:
    explicit IconLabel(QLatin1StringView name, Tone tone = Tone::Secondary, int size = measure::icon);

    void setIcon(QLatin1StringView name, Tone tone);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QLatin1StringView m_name;
    Tone m_tone;
};

} // namespace passport
