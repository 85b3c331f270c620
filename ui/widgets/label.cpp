// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/label.h"

#include <QApplication>
#include <QEvent>

namespace passport {

Label::Label(TextRole role, Tone tone, QWidget *parent)
    : QLabel(parent)
    , m_role(role)
    , m_tone(tone)
{
    setTextFormat(Qt::PlainText); // names and addresses come from outside (SR-9)
    setFont(textFont(m_role, QApplication::font()));
    colour();
}

void Label::setTone(Tone tone)
{
    m_tone = tone;
    colour();
}

void Label::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::ParentChange)
        colour();
    else if (event->type() == QEvent::ApplicationFontChange)
        setFont(textFont(m_role, QApplication::font()));
}

void Label::colour()
{
    const QColor ink = toneColour(m_tone, tokens(palette()));
    if (palette().color(QPalette::Active, QPalette::WindowText) == ink)
        return; // also ends the event that the next lines cause
    QPalette own; // only this role; the rest goes on coming from the parent
    own.setColor(QPalette::Active, QPalette::WindowText, ink);
    own.setColor(QPalette::Inactive, QPalette::WindowText, ink);
    setPalette(own);
}

Label *wrappedLabel(TextRole role, Tone tone)
{
    auto *label = new Label(role, tone);
    label->setWordWrap(true);
    return label;
}

} // namespace passport
