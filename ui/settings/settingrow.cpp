// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settingrow.h"

#include "ui/style.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>

namespace passport {

SettingRow::SettingRow(QWidget *control, QWidget *parent)
    : QWidget(parent)
    , m_control(control)
    , m_name(new Label(TextRole::Body))
    , m_explanation(wrappedLabel(TextRole::Caption, Tone::Secondary))
{
    setMinimumHeight(measure::row);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    texts->addWidget(m_name);
    texts->addWidget(m_explanation);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(measure::group, measure::step, measure::group, measure::step);
    row->setSpacing(measure::group);
    row->addLayout(texts, 1);
    row->setAlignment(texts, Qt::AlignVCenter);
    row->addWidget(control, 0, Qt::AlignVCenter);
}

void SettingRow::setTexts(const QString &name, const QString &explanation)
{
    m_name->setText(name);
    m_explanation->setText(explanation);
    m_control->setAccessibleName(name);
    m_control->setAccessibleDescription(explanation);
}

} // namespace passport
