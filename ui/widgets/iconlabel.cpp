// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/iconlabel.h"

#include "ui/icons.h"

#include <QPainter>

namespace passport {

IconLabel::IconLabel(QLatin1StringView name, Tone tone, int size)
    : m_name(name)
    , m_tone(tone)
{
    setFixedSize(size, size);
}

void IconLabel::setIcon(QLatin1StringView name, Tone tone)
{
    m_name = name;
    m_tone = tone;
    update();
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintIcon(painter, rect(), m_name, toneColour(m_tone, tokens(palette())));
}

} // namespace passport
