// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/rememberchoice.h"

#include "ui/style.h"
#include "ui/widgets/iconlabel.h"
#include "ui/widgets/label.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace passport {

RememberChoice::RememberChoice(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_box(new QCheckBox)
    , m_whoLine(new QWidget)
    , m_who(wrappedLabel(TextRole::Caption, Tone::Secondary))
{
    m_box->setObjectName(name);
    m_who->setObjectName(name + "Locked"_L1);
    auto *line = new QHBoxLayout(m_whoLine);
    line->setContentsMargins({});
    line->setSpacing(measure::half);
    line->addWidget(new IconLabel("lock"_L1, Tone::Secondary, measure::smallIcon));
    line->addWidget(m_who, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(measure::half);
    column->addWidget(m_box);
    column->addWidget(m_whoLine);
    m_whoLine->hide();
    connect(m_box, &QCheckBox::toggled, this, &RememberChoice::chosen);
    renderWords();
}

void RememberChoice::setChecked(bool remember)
{
    const QSignalBlocker quiet(m_box);
    m_box->setChecked(remember);
}

bool RememberChoice::isChecked() const
{
    return m_box->isChecked();
}

void RememberChoice::setLocked(bool locked)
{
    m_locked = locked;
    m_whoLine->setVisible(locked);
    m_box->setEnabled(!m_locked && !m_readOnly);
    renderWords();
}

void RememberChoice::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    m_box->setEnabled(!m_locked && !m_readOnly);
}

void RememberChoice::renderWords()
{
    m_box->setText(tr("&Remember me on this computer"));
    m_who->setText(tr("Set by your administrator"));
    m_box->setAccessibleDescription(m_locked ? m_who->text() : QString());
}

void RememberChoice::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        renderWords();
}

} // namespace passport
