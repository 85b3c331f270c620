// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/cardpage.h"

#include "ui/style.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace passport {

namespace {

constexpr int widest = 760;
constexpr int inset = 20; // as on the page of portals

} // namespace

CardPage::CardPage(QWidget *content, QWidget *parent)
    : QWidget(parent)
    , m_title(new Label(TextRole::Title))
    , m_subtitle(new Label(TextRole::Caption, Tone::Secondary))
{
    content->setMaximumWidth(widest + inset + measure::step);
    content->layout()->setContentsMargins(inset, measure::group, measure::step, measure::section);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    auto *header = new QVBoxLayout;
    header->setContentsMargins(inset, measure::between, measure::step, 0);
    header->setSpacing(2);
    header->addWidget(m_title);
    header->addWidget(m_subtitle);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(header);
    column->addWidget(scroll, 1);
}

void CardPage::setTitle(const QString &title, const QString &subtitle)
{
    m_title->setText(title);
    m_subtitle->setText(subtitle);
}

QVBoxLayout *roomyColumn(Card &card)
{
    auto *column = new QVBoxLayout(&card);
    column->setContentsMargins(measure::section, measure::section, measure::section, measure::section);
    column->setSpacing(measure::step);
    return column;
}

QVBoxLayout *rowColumn(Card &card)
{
    auto *column = new QVBoxLayout(&card);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    return column;
}

} // namespace passport
