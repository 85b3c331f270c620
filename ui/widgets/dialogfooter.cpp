// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/dialogfooter.h"

#include "ui/style.h"
#include "ui/widgets/card.h"

#include <QDialog>
#include <QPushButton>
#include <QVBoxLayout>

namespace passport {

namespace {

constexpr int footerHeight = 60;

} // namespace

DialogFooter::DialogFooter(const QList<QPushButton *> &buttons, QPushButton *aside)
    : m_outermost(buttons.last())
{
    setMinimumHeight(footerHeight);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setBackgroundRole(QPalette::AlternateBase);
    setAutoFillBackground(true);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(measure::section, measure::between, measure::section, measure::between);
    row->setSpacing(measure::step);
    if (aside)
        row->addWidget(aside);
    row->addStretch();
    for (QPushButton *button : buttons)
        row->addWidget(button);
}

QVBoxLayout *layOutDialog(QDialog &dialog, DialogFooter *footer)
{
    auto *content = new QVBoxLayout;
    content->setContentsMargins(measure::section, measure::section, measure::section, measure::section);
    auto *column = new QVBoxLayout(&dialog);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(content, 1);
    column->addWidget(new Separator);
    column->addWidget(footer);
    footer->outermost().setDefault(true); // of a button outside a dialog Qt's dialog would not hear
    return content;
}

QVBoxLayout *partColumn(QWidget &part)
{
    auto *column = new QVBoxLayout(&part);
    column->setContentsMargins({});
    column->setSpacing(measure::half);
    return column;
}

} // namespace passport
