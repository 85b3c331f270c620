// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/pageheader.h"

#include "ui/icons.h"
#include "ui/widgets/label.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace passport {

PageHeader::PageHeader(QWidget *parent)
    : QWidget(parent)
    , m_back(new QPushButton)
    , m_title(new Label(TextRole::Section))
    , m_chip(new Label(TextRole::Caption, Tone::Warning))
{
    setMinimumHeight(measure::row);
    m_back->setObjectName(u"back"_s);
    m_back->setIcon(lineIcon("left"_L1));
    setButtonLook(*m_back, ButtonLook::Flat);
    m_title->setObjectName(u"pageTitle"_s);
    m_chip->setObjectName(u"levelChip"_s);
    m_chip->hide();

    auto *middle = new QHBoxLayout;
    middle->setSpacing(measure::step);
    middle->addWidget(m_title);
    middle->addWidget(m_chip);
    // Three columns, the outer ones of equal width: the title stands in the middle of the window.
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins(measure::group, 0, measure::group, 0);
    layout->addWidget(m_back, 0, 0, Qt::AlignLeft | Qt::AlignVCenter);
    layout->addLayout(middle, 0, 1, Qt::AlignCenter);
    layout->setColumnStretch(0, 1);
    layout->setColumnStretch(2, 1);
    layout->setColumnMinimumWidth(2, m_back->sizeHint().width());
    connect(m_back, &QPushButton::clicked, this, &PageHeader::backPressed);
    retranslate();
}

void PageHeader::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PageHeader::setChip(const QString &words, const QString &explanation)
{
    m_chip->setText(words);
    m_chip->setToolTip(explanation);
    m_chip->setAccessibleDescription(explanation);
    m_chip->setVisible(!words.isEmpty());
}

void PageHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PageHeader::retranslate()
{
    m_back->setText(tr("&Back"));
}

} // namespace passport
