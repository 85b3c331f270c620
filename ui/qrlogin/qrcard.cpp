// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/qrlogin/qrcard.h"

#include "ui/icons.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/label.h"
#include "ui/widgets/qrview.h"

#include <QEvent>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr int coverIcon = 36;
constexpr int coverButton = 184;

} // namespace

QrCard::QrCard(QWidget *parent)
    : QWidget(parent)
    , m_view(new QrView(this))
    , m_enlarge(new QPushButton(this))
    , m_cover(new QWidget(this))
    , m_icon(new IconLabel("offline"_L1, Tone::Warning, coverIcon))
    , m_title(wrappedLabel(TextRole::Strong))
    , m_text(wrappedLabel(TextRole::Body))
    , m_first(new QPushButton)
    , m_second(new QPushButton)
{
    m_view->setObjectName(u"qrCode"_s);
    m_enlarge->setObjectName(u"enlarge"_s);
    m_first->setObjectName(u"coverFirst"_s);
    m_second->setObjectName(u"coverSecond"_s);
    m_title->setObjectName(u"coverTitle"_s);
    m_enlarge->setIcon(lineIcon("expand"_L1));
    setButtonLook(*m_first, ButtonLook::Primary);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    layOutCover();
    connect(m_view, &QrView::doubleClicked, this, &QrCard::enlargeAsked);
    connect(m_enlarge, &QPushButton::clicked, this, &QrCard::enlargeAsked);
    connect(m_first, &QPushButton::clicked, this, &QrCard::firstPressed);
    connect(m_second, &QPushButton::clicked, this, &QrCard::secondPressed);
    renderWords();
    showCode();
}

void QrCard::layOutCover()
{
    m_cover->setPalette(paletteOf(Theme::Light));
    auto *column = new QVBoxLayout(m_cover);
    column->setContentsMargins(measure::group, measure::group, measure::group, measure::group);
    column->setSpacing(measure::half);
    column->addStretch();
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addSpacing(measure::half);
    for (Label *label : {m_title, m_text}) {
        label->setAlignment(Qt::AlignHCenter);
        column->addWidget(label);
    }
    column->addSpacing(measure::between);
    for (QPushButton *button : {m_first, m_second}) {
        button->setMinimumWidth(coverButton);
        column->addWidget(button, 0, Qt::AlignHCenter);
        column->addSpacing(measure::half);
    }
    column->addStretch();
}

void QrCard::showCode()
{
    m_shown = {};
    m_cover->hide();
    updateGeometry();
    place();
}

void QrCard::showCover(const Cover &cover)
{
    if (m_shown != cover) {
        m_shown = cover;
        if (!cover.icon.isEmpty())
            m_icon->setIcon(cover.icon, cover.tone);
        m_icon->setVisible(!cover.icon.isEmpty());
        m_title->setText(cover.title);
        m_title->setVisible(!cover.title.isEmpty());
        m_text->setText(cover.text);
        m_text->setVisible(!cover.text.isEmpty());
        m_first->setText(cover.first);
        m_first->setVisible(!cover.first.isEmpty());
        m_second->setText(cover.second);
        m_second->setVisible(!cover.second.isEmpty());
    }
    m_cover->show();
    updateGeometry();
    place();
}

void QrCard::setEnlargeable(bool possible)
{
    m_enlarge->setVisible(possible);
}

void QrCard::setEnlarged(bool enlarged)
{
    m_enlarged = enlarged;
    renderWords();
    place();
}

QSize QrCard::sizeHint() const
{
    return m_view->sizeHint();
}

QSize QrCard::minimumSizeHint() const
{
    return m_view->minimumSizeHint();
}

void QrCard::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void QrCard::place()
{
    m_view->setGeometry(rect());
    const QRect card = m_view->card();
    m_cover->setGeometry(card.adjusted(1, 1, -1, -1));
    const QSize side(measure::control, measure::control);
    QPoint corner(card.right() + 1 + measure::step, card.top());
    // Enlarged to the whole width there is no room beside the card: the button stands in the window's corner.
    corner.setX(std::min(corner.x(), width() - side.width() - measure::step));
    m_enlarge->setGeometry(QStyle::visualRect(layoutDirection(), rect(), QRect(corner, side)));
    m_enlarge->raise();
}

void QrCard::renderWords()
{
    const QString words = m_enlarged ? tr("Make the code smaller") : tr("Enlarge the code");
    m_enlarge->setToolTip(words);
    m_enlarge->setAccessibleName(words);
}

void QrCard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        renderWords();
}

} // namespace passport
