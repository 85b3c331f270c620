// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/statepage.h"

#include "ui/icons.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/label.h"

#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr int discSide = 96;
constexpr int iconSide = 48;
constexpr int buttonWidth = 240;
constexpr int sentenceWidth = 316;

} // namespace

/// The picture on its soft ground.
class StatePage::Disc : public QWidget {
public:
    Disc() { setFixedSize(discSide, discSide); }

    void show(QLatin1StringView icon, Tone tone)
    {
        m_icon = icon;
        m_tone = tone;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens t = tokens(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(softColour(m_tone, t));
        painter.drawEllipse(rect());
        QRect place(0, 0, iconSide, iconSide);
        place.moveCenter(rect().center());
        paintIcon(painter, place, m_icon, toneColour(m_tone, t));
    }

private:
    QLatin1StringView m_icon = "info"_L1;
    Tone m_tone = Tone::Accent;
};

StatePage::StatePage(QWidget *parent)
    : QWidget(parent)
    , m_disc(new Disc)
    , m_title(wrappedLabel(TextRole::Title))
    , m_sentence(wrappedLabel(TextRole::Body, Tone::Secondary))
    , m_first(new QPushButton)
    , m_second(new QPushButton)
{
    m_title->setObjectName(u"stateTitle"_s);
    m_sentence->setObjectName(u"stateSentence"_s);
    m_first->setObjectName(u"stateFirst"_s);
    m_second->setObjectName(u"stateSecond"_s);
    setButtonLook(*m_first, ButtonLook::Primary);
    m_title->setAlignment(Qt::AlignHCenter);
    m_sentence->setAlignment(Qt::AlignHCenter);

    m_sentence->setMaximumWidth(sentenceWidth);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(measure::margin, discSide, measure::margin, measure::section);
    layout->setSpacing(0);
    layout->addWidget(m_disc, 0, Qt::AlignHCenter);
    layout->addSpacing(measure::section);
    layout->addWidget(m_title);
    layout->addSpacing(measure::step);
    // Between stretches instead of aligned: an aligned label would not get the height that its width asks for.
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(m_sentence, 100);
    middle->addStretch(1);
    layout->addLayout(middle);
    layout->addSpacing(measure::section);
    for (QPushButton *button : {m_first, m_second}) {
        button->setMinimumWidth(buttonWidth);
        layout->addWidget(button, 0, Qt::AlignHCenter);
        layout->addSpacing(measure::step);
    }
    layout->addStretch();
    connect(m_first, &QPushButton::clicked, this, &StatePage::firstPressed);
    connect(m_second, &QPushButton::clicked, this, &StatePage::secondPressed);
}

void StatePage::setContent(const Content &content)
{
    if (m_content == content)
        return;
    m_content = content;
    m_disc->show(content.icon, content.tone);
    m_title->setText(content.title);
    m_sentence->setText(content.sentence);
    m_sentence->setVisible(!content.sentence.isEmpty());
    m_first->setText(content.first);
    m_first->setVisible(!content.first.isEmpty());
    m_second->setText(content.second);
    m_second->setVisible(!content.second.isEmpty());
    if (isVisible())
        present();
}

void StatePage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    present();
}

void StatePage::present()
{
    if (!m_content.first.isEmpty())
        m_first->setFocus(Qt::OtherFocusReason);
    const QString spoken
        = m_content.sentence.isEmpty() ? m_content.title : m_content.title + u". "_s + m_content.sentence;
    setAccessibleDescription(m_content.sentence);
    announce(*this, spoken);
}

} // namespace passport
