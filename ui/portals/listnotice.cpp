// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/portals/listnotice.h"

#include "ui/icons.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/label.h"
#include "ui/widgets/linkbutton.h"

#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr QSize drawingSize(160, 120);
constexpr int discSize = 96;
constexpr int sentenceWidth = 432;

/// A house that is there, one with a door, and a dashed one that may come.
void paintHouses(QPainter &painter, const Tokens &colours)
{
    QPen line(colours.controlLine, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(line);
    painter.drawLine(8, 112, 152, 112);
    painter.drawRoundedRect(20, 48, 36, 64, 4, 4);
    for (const int y : {62, 74, 86})
        painter.drawLine(30, y, 46, y);
    line.setDashPattern({2.5, 2.5});
    painter.setPen(line);
    painter.drawRoundedRect(104, 36, 36, 76, 4, 4);

    line.setStyle(Qt::SolidLine);
    line.setColor(colours.accent);
    painter.setPen(line);
    painter.setBrush(colours.surface);
    QPainterPath house(QPointF(56, 112));
    house.lineTo(56, 28);
    house.quadTo(56, 20, 64, 20);
    house.lineTo(96, 20);
    house.quadTo(104, 20, 104, 28);
    house.lineTo(104, 112);
    painter.drawPath(house);
    painter.drawRoundedRect(68, 34, 24, 78, 4, 4);
    painter.drawLine(86, 74, 86, 78);
}

} // namespace

class ListNotice::Picture : public QWidget {
public:
    explicit Picture(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(drawingSize);
    }

    void setIcon(QLatin1StringView name, Tone tone)
    {
        m_icon = name;
        m_tone = tone;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const auto colours = tokens(palette());
        if (m_icon.isEmpty())
            return paintHouses(painter, colours);
        const QRect disc((width() - discSize) / 2, (height() - discSize) / 2, discSize, discSize);
        painter.setPen(Qt::NoPen);
        painter.setBrush(softColour(m_tone, colours));
        painter.drawEllipse(disc);
        paintIcon(painter, disc.adjusted(24, 24, -24, -24), m_icon, toneColour(m_tone, colours));
    }

private:
    QLatin1StringView m_icon;
    Tone m_tone = Tone::Accent;
};

ListNotice::ListNotice(QWidget *parent)
    : QWidget(parent)
    , m_picture(new Picture(this))
    , m_title(new Label(TextRole::Title))
    , m_sentence(wrappedLabel(TextRole::Body, Tone::Secondary))
    , m_button(new QPushButton)
    , m_link(new LinkButton(u"noticeLink"_s))
{
    m_button->setObjectName("noticeButton"_L1);
    m_button->setMinimumHeight(measure::control);
    m_title->setAlignment(Qt::AlignCenter);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setFixedWidth(sentenceWidth);
    setButtonLook(*m_button, ButtonLook::Primary);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addStretch(5); // 32 above the middle
    column->addWidget(m_picture, 0, Qt::AlignHCenter);
    column->addSpacing(measure::section);
    column->addWidget(m_title, 0, Qt::AlignHCenter);
    column->addSpacing(measure::step);
    column->addWidget(m_sentence, 0, Qt::AlignHCenter);
    column->addSpacing(measure::section);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    column->addSpacing(measure::group);
    column->addWidget(m_link, 0, Qt::AlignHCenter);
    column->addStretch(7);
    connect(m_button, &QPushButton::clicked, this, &ListNotice::buttonPressed);
    connect(m_link, &QPushButton::clicked, this, &ListNotice::linkPressed);
}

void ListNotice::setDrawing()
{
    m_picture->setIcon({}, Tone::Accent);
}

void ListNotice::setIcon(QLatin1StringView name, Tone tone)
{
    m_picture->setIcon(name, tone);
}

void ListNotice::setTexts(const QString &title, const QString &sentence, const QString &button, const QString &link)
{
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_sentence->setMinimumHeight(m_sentence->heightForWidth(sentenceWidth)); // a centred label does not ask for it
    m_button->setText(button);
    m_link->setText(link);
    m_link->setVisible(!link.isEmpty());
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    if (isVisible())
        announce(*this, title + u". "_s + sentence);
}

} // namespace passport
