// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/messagestrip.h"

#include "ui/widgets/accessibility.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

QLatin1StringView iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Success:
        return "ok"_L1;
    case Tone::Warning:
        return "tri"_L1;
    case Tone::Error:
        return "alert"_L1;
    case Tone::Normal:
    case Tone::Secondary:
    case Tone::Disabled:
    case Tone::Accent:
        break;
    }
    return "info"_L1;
}

} // namespace

MessageStrip::MessageStrip(QWidget *parent)
    : QFrame(parent)
    , m_icon(new IconLabel("info"_L1, Tone::Accent))
    , m_text(wrappedLabel(TextRole::Body))
    , m_first(new QPushButton)
    , m_second(new QPushButton)
{
    m_first->setObjectName(u"stripFirst"_s);
    m_second->setObjectName(u"stripSecond"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(measure::between, measure::between, measure::between, measure::between);
    layout->setSpacing(measure::step);
    layout->addWidget(m_icon, 0, Qt::AlignTop);
    layout->addWidget(m_text, 1, Qt::AlignVCenter);
    for (QPushButton *button : {m_first, m_second}) {
        setButtonLook(*button, ButtonLook::Link);
        button->setCursor(Qt::PointingHandCursor);
        layout->addWidget(button, 0, Qt::AlignVCenter);
        button->hide();
    }
    connect(m_first, &QPushButton::clicked, this, &MessageStrip::firstPressed);
    connect(m_second, &QPushButton::clicked, this, &MessageStrip::secondPressed);
}

void MessageStrip::setMessage(Tone tone, const QString &text, const QString &first, const QString &second)
{
    m_tone = tone;
    m_icon->setIcon(iconOf(tone), tone);
    m_text->setText(text);
    m_first->setText(first);
    m_first->setVisible(!first.isEmpty());
    m_second->setText(second);
    m_second->setVisible(!second.isEmpty());
    update();
    if (isVisible())
        speak();
}

QString MessageStrip::text() const
{
    return m_text->text();
}

void MessageStrip::paintEvent(QPaintEvent *)
{
    const Tokens t = tokens(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(toneColour(m_tone, t));
    painter.setBrush(softColour(m_tone, t));
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), measure::controlRadius, measure::controlRadius);
}

void MessageStrip::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    m_spoken.clear();
    speak();
}

void MessageStrip::speak()
{
    if (m_spoken == m_text->text())
        return;
    m_spoken = m_text->text();
    announce(*m_text, m_spoken);
}

} // namespace passport
