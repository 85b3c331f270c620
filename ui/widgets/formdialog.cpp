// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/formdialog.h"

#include "protocol/errorcodes.h"
#include "ui/errortext.h"
#include "ui/style.h"
#include "ui/widgets/busybutton.h"
#include "ui/widgets/dialogfooter.h"
#include "ui/widgets/label.h"
#include "ui/widgets/messagestrip.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace passport {

FormDialog::FormDialog(const QString &name, QWidget *parent)
    : FittingDialog(parent)
    , m_title(wrappedLabel(TextRole::Title))
    , m_sentence(wrappedLabel(TextRole::Body, Tone::Secondary))
    , m_fields(new QVBoxLayout)
    , m_strip(new MessageStrip)
    , m_cancel(new QPushButton(tr("Cancel")))
    , m_accept(new BusyButton)
{
    setObjectName(name);
    m_strip->setObjectName(name + "Strip"_L1);
    m_cancel->setObjectName(name + "Cancel"_L1);
    m_accept->setObjectName(name + "Accept"_L1);
    setButtonLook(*m_accept, ButtonLook::Primary);
    m_cancel->setAutoDefault(false);
    m_fields->setSpacing(measure::half);
    m_strip->hide();
    auto *column = layOutDialog(*this, new DialogFooter({m_cancel, m_accept}));
    column->setSpacing(measure::group);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addLayout(m_fields);
    column->addWidget(m_strip);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void FormDialog::setVisible(bool visible)
{
    if (visible && !isVisible())
        chainFocus();
    FittingDialog::setVisible(visible);
}

/// The buttons were made before the fields, and stand behind them.
void FormDialog::chainFocus()
{
    if (QWidget *last = previousInFocusChain(); last != m_accept) {
        setTabOrder(last, m_cancel);
        setTabOrder(m_cancel, m_accept);
    }
    if (focusWidget())
        return; // the dialog has chosen itself
    for (QWidget *part = nextInFocusChain(); part != this; part = part->nextInFocusChain()) {
        const bool button = part == m_cancel || part == m_accept;
        if (!button && part->isVisibleTo(this) && part->isEnabled() && part->focusPolicy() & Qt::TabFocus)
            return part->setFocus(Qt::OtherFocusReason);
    }
}

void FormDialog::setWords(const QString &title, const QString &sentence, const QString &accept)
{
    setWindowTitle(title);
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
    m_accept->setText(accept);
}

void FormDialog::showError(const QString &text)
{
    m_strip->setMessage(Tone::Error, text);
    m_strip->setVisible(!text.isEmpty());
}

QString FormDialog::refusal(const std::optional<Error> &error)
{
    if (!error)
        return {};
    return error->code == code::wrongCredentials ? tr("The password is not right.") : errorText(*error);
}

Label *FormDialog::addField(QWidget &field, const QString &caption)
{
    auto *label = new Label(TextRole::Caption, Tone::Secondary);
    label->setText(caption);
    label->setBuddy(&field);
    field.setAccessibleName(QString(caption).remove(u'&'));
    m_fields->addWidget(label);
    m_fields->addWidget(&field);
    m_fields->addSpacing(measure::step);
    return label;
}

} // namespace passport
