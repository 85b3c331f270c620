// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/statepage.h"

#include "ui/icons.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/label.h"

#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr int discSide = 96;
constexpr int iconSide = 48;
constexpr int buttonWidth = 240;
constexpr int sentenceWidth = 316;

int widestWord(const QLabel &label)
{
    int widest = 0;
    const QStringList words = label.text().split(u' ');
    for (const QString &word : words)
        widest = std::max(widest, label.fontMetrics().horizontalAdvance(word));
    return widest;
}

/// Gives the label the least width in which it takes no more lines than in `most`: they become of about one length, and
/// none holds a single word.
void balance(QLabel &label, int most)
{
    const int height = label.heightForWidth(most);
    int least = std::min(most, widestWord(label));
    int enough = most;
    while (least < enough) {
        const int middle = (least + enough) / 2;
        if (label.heightForWidth(middle) <= height)
            enough = middle;
        else
            least = middle + 1;
    }
    label.setMaximumWidth(enough);
}

/// Between stretches instead of aligned: an aligned label would not get the height that its width asks for.
QLayout *centred(QLabel *label)
{
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(label, 100);
    row->addStretch(1);
    return row;
}

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

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(measure::margin, discSide, measure::margin, measure::section);
    layout->setSpacing(0);
    layout->addWidget(m_disc, 0, Qt::AlignHCenter);
    layout->addSpacing(measure::section);
    layout->addLayout(centred(m_title));
    layout->addSpacing(measure::step);
    layout->addLayout(centred(m_sentence));
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
    breakLines();
    if (isVisible())
        present();
}

void StatePage::breakLines()
{
    const int room = std::max(sentenceWidth, width() - 2 * measure::margin);
    balance(*m_title, room);
    balance(*m_sentence, sentenceWidth);
}

void StatePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    breakLines();
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
