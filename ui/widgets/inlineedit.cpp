// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/inlineedit.h"

#include "ui/icons.h"
#include "ui/style.h"
#include "ui/widgets/accessibility.h"
#include "ui/widgets/busybutton.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStackedLayout>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr int fieldWidth = 176;
constexpr int leastFieldWidth = 96; // in a narrow window

} // namespace

InlineEdit::InlineEdit(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_caption(new Label(TextRole::Caption, Tone::Secondary))
    , m_reading(new QWidget)
    , m_editing(new QWidget)
    , m_either(new QStackedLayout)
    , m_value(new ElidedLabel(TextRole::Body))
    , m_pencil(new QPushButton)
    , m_field(new QLineEdit)
    , m_save(new BusyButton)
    , m_revert(new QPushButton)
{
    m_value->setObjectName(name + "Value"_L1);
    m_pencil->setObjectName(name + "Edit"_L1);
    m_field->setObjectName(name);
    m_save->setObjectName(name + "Save"_L1);
    m_revert->setObjectName(name + "Revert"_L1);
    layOut();
    m_field->installEventFilter(this);
    connect(m_pencil, &QPushButton::clicked, this, &InlineEdit::editAsked);
    connect(m_field, &QLineEdit::textEdited, this, &InlineEdit::typed);
    connect(m_field, &QLineEdit::returnPressed, this, &InlineEdit::saveAsked);
    connect(m_save, &QPushButton::clicked, this, &InlineEdit::saveAsked);
    connect(m_revert, &QPushButton::clicked, this, &InlineEdit::revertAsked);
    retranslate();
}

void InlineEdit::layOut()
{
    m_pencil->setIcon(lineIcon("pencil"_L1));
    setButtonLook(*m_pencil, ButtonLook::Flat);
    m_pencil->setFixedSize(measure::control, measure::control);
    m_save->setIcon(lineIcon("check"_L1));
    setButtonLook(*m_save, ButtonLook::Primary);
    m_save->setFixedSize(measure::control, measure::control);
    m_revert->setIcon(lineIcon("x"_L1));
    m_revert->setFixedSize(measure::control, measure::control);
    m_field->setMinimumWidth(leastFieldWidth);
    m_field->setMaximumWidth(fieldWidth);
    auto *reading = new QHBoxLayout(m_reading);
    reading->setContentsMargins(0, 0, 0, 0);
    reading->setSpacing(measure::half);
    reading->addWidget(m_value);
    reading->addWidget(m_pencil);
    reading->addStretch();
    auto *editing = new QHBoxLayout(m_editing);
    editing->setContentsMargins(0, 0, 0, 0);
    editing->setSpacing(measure::half);
    editing->addWidget(m_field, 1);
    editing->addWidget(m_save);
    editing->addWidget(m_revert);
    editing->addStretch();
    m_either->addWidget(m_reading);
    m_either->addWidget(m_editing);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(measure::half);
    column->addWidget(m_caption);
    column->addLayout(m_either);
}

void InlineEdit::setCaption(const QString &caption)
{
    m_caption->setText(caption);
    m_field->setAccessibleName(caption);
    retranslate();
}

void InlineEdit::setEditable(bool editable)
{
    m_pencil->setEnabled(editable);
}

bool InlineEdit::isEditing() const
{
    return m_either->currentWidget() == m_editing;
}

void InlineEdit::showValue(const QString &value)
{
    const bool back = isEditing() && isAncestorOf(focusWidget());
    m_value->setText(value.isEmpty() ? tr("Not given") : value);
    m_value->setTone(value.isEmpty() ? Tone::Secondary : Tone::Normal);
    m_either->setCurrentWidget(m_reading);
    if (back)
        m_pencil->setFocus();
    retranslate();
}

void InlineEdit::showEdit(const QString &text, bool busy, bool locked)
{
    if (m_field->text() != text)
        m_field->setText(text);
    m_field->setReadOnly(busy || locked);
    m_save->setBusy(busy);
    m_save->setIcon(busy ? QIcon() : lineIcon("check"_L1));
    m_save->setEnabled(!busy && !locked);
    m_revert->setEnabled(!busy);
    if (isEditing())
        return;
    m_either->setCurrentWidget(m_editing);
    m_field->setFocus();
    m_field->selectAll();
}

bool InlineEdit::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        Q_EMIT revertAsked();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void InlineEdit::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void InlineEdit::retranslate()
{
    m_pencil->setAccessibleName(tr("%1: %2, change").arg(m_caption->text(), m_value->text()));
    m_pencil->setToolTip(tr("Change"));
    m_save->setAccessibleName(tr("Save"));
    m_save->setToolTip(tr("Save"));
    m_revert->setAccessibleName(tr("Back to the old value"));
    m_revert->setToolTip(m_revert->accessibleName());
}

} // namespace passport
