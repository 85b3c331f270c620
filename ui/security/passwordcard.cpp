// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/security/passwordcard.h"

#include "protocol/errorcodes.h"
#include "ui/errortext.h"
#include "ui/security/passwordwords.h"
#include "ui/style.h"
#include "ui/widgets/busybutton.h"
#include "ui/widgets/cardpage.h"
#include "ui/widgets/label.h"
#include "ui/widgets/messagestrip.h"
#include "ui/widgets/passwordfield.h"
#include "ui/widgets/strengthbar.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QHideEvent>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr int fieldWidth = 328;

} // namespace

PasswordCard::PasswordCard(PasswordChange &change, QWidget *parent)
    : Card(parent)
    , m_change(change)
    , m_title(new Label(TextRole::Section))
    , m_explanation(wrappedLabel(TextRole::Body, Tone::Secondary))
    , m_currentCaption(new Label(TextRole::Caption, Tone::Secondary))
    , m_current(new PasswordField)
    , m_newCaption(new Label(TextRole::Caption, Tone::Secondary))
    , m_new(new PasswordField)
    , m_bar(new StrengthBar)
    , m_strength(new Label(TextRole::Caption))
    , m_reasons(wrappedLabel(TextRole::Body, Tone::Secondary))
    , m_signOutOthers(new QCheckBox)
    , m_submit(new BusyButton)
    , m_strip(new MessageStrip)
{
    setObjectName("passwordCard"_L1);
    m_current->setObjectName("currentPassword"_L1);
    m_new->setObjectName("newPassword"_L1);
    m_strength->setObjectName("passwordStrength"_L1);
    m_reasons->setObjectName("passwordReasons"_L1);
    m_signOutOthers->setObjectName("signOutOthers"_L1);
    m_submit->setObjectName("changePassword"_L1);
    m_strip->setObjectName("passwordStrip"_L1);
    m_signOutOthers->setChecked(true);
    setButtonLook(*m_submit, ButtonLook::Primary);
    layOut();
    connect(m_new, &QLineEdit::textChanged, &m_change, &PasswordChange::type);
    connect(m_new, &QLineEdit::textChanged, this, &PasswordCard::render);
    connect(m_current, &QLineEdit::textChanged, this, &PasswordCard::render);
    connect(m_new, &QLineEdit::returnPressed, m_submit, &QPushButton::click);
    connect(m_submit, &QPushButton::clicked, this, &PasswordCard::submit);
    connect(&m_change, &PasswordChange::stateChanged, this, &PasswordCard::render);
    retranslate();
}

void PasswordCard::layOut()
{
    auto *fields = new QVBoxLayout;
    fields->setSpacing(measure::half);
    fields->addWidget(m_currentCaption);
    fields->addWidget(m_current);
    fields->addSpacing(measure::between);
    fields->addWidget(m_newCaption);
    fields->addWidget(m_new);
    fields->addSpacing(measure::half);
    fields->addWidget(m_bar);
    fields->addWidget(m_strength);
    fields->addStretch();
    m_current->setFixedWidth(fieldWidth);
    m_new->setFixedWidth(fieldWidth);
    m_bar->setFixedWidth(fieldWidth);
    auto *right = new QVBoxLayout;
    right->setSpacing(measure::group);
    right->addWidget(m_reasons);
    right->addWidget(m_signOutOthers);
    right->addWidget(m_submit, 0, Qt::AlignLeft);
    right->addStretch();
    auto *columns = new QHBoxLayout;
    columns->setSpacing(measure::section);
    columns->addLayout(fields);
    columns->addLayout(right, 1);
    auto *column = roomyColumn(*this);
    column->addWidget(m_title);
    column->addWidget(m_explanation);
    column->addSpacing(measure::step);
    column->addLayout(columns);
    column->addWidget(m_strip);
}

void PasswordCard::submit()
{
    m_change.change(m_current->text(), m_new->text(), m_signOutOthers->isChecked());
}

void PasswordCard::render()
{
    const auto *editing = std::get_if<passwordchange::Editing>(&m_change.state());
    const bool saving = std::holds_alternative<passwordchange::Saving>(m_change.state());
    const bool changed = std::holds_alternative<passwordchange::Changed>(m_change.state());
    if (changed && !m_new->text().isEmpty()) {
        const QSignalBlocker quiet(m_new); // emptying it is no new password
        m_new->clear();
        m_current->clear();
    }
    renderStrength(editing ? *editing : passwordchange::Editing{});
    m_current->setReadOnly(saving);
    m_new->setReadOnly(saving);
    m_submit->setBusy(saving);
    const bool weak = editing && editing->strength && editing->strength->score < PasswordStrength::lowestAccepted;
    m_submit->setEnabled(!saving && !weak && !m_current->text().isEmpty() && !m_new->text().isEmpty());
    const bool refused = editing && editing->error;
    setFieldError(*m_current, refused && editing->error->code == code::wrongCredentials);
    setFieldError(*m_new, refused && editing->error->code == code::weakPassword);
    m_strip->setVisible(changed || refused);
    if (changed)
        m_strip->setMessage(Tone::Success, tr("The password was changed. It holds in every portal."));
    else if (refused)
        m_strip->setMessage(Tone::Error, passwordErrorText(*editing->error));
}

void PasswordCard::renderStrength(const passwordchange::Editing &editing)
{
    const auto &strength = editing.strength;
    m_bar->setScore(strength ? strength->score : -1);
    m_strength->setText(strength ? strengthWord(strength->score) : editing.judging ? tr("Checking…") : QString());
    const bool weak = strength && strength->score < PasswordStrength::lowestAccepted;
    m_strength->setTone(!strength ? Tone::Secondary : weak ? Tone::Error : Tone::Success);
    QStringList reasons = strength ? passwordReasons(strength->reasons) : QStringList();
    if (editing.error && editing.error->code == code::weakPassword)
        reasons = refusalReasons(*editing.error);
    m_reasons->setText(
        reasons.isEmpty() ? tr(
            "At least 8 characters, no password that many people use, and nothing made of your name, e-mail or portal.")
                          : reasons.join(u'\n'));
    m_reasons->setTone(reasons.isEmpty() ? Tone::Secondary : Tone::Error);
    m_new->setAccessibleDescription(
        strength ? tr("Strength: %1, %2 of 4").arg(m_strength->text()).arg(strength->score) : QString());
}

/// Passwords do not wait on a page that nobody looks at.
void PasswordCard::hideEvent(QHideEvent *event)
{
    Card::hideEvent(event);
    if (event->spontaneous())
        return; // the window is only minimised
    const QSignalBlocker quiet(m_new);
    m_new->clear();
    m_current->clear();
    if (!std::holds_alternative<passwordchange::Saving>(m_change.state()))
        m_change.reset();
}

void PasswordCard::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Card::changeEvent(event);
}

void PasswordCard::retranslate()
{
    m_title->setText(tr("Password"));
    m_explanation->setText(tr("A new one holds in every portal at once."));
    m_currentCaption->setText(tr("Current password"));
    m_current->setAccessibleName(m_currentCaption->text());
    m_newCaption->setText(tr("New password"));
    m_new->setAccessibleName(m_newCaption->text());
    m_signOutOthers->setText(tr("Sign out on other devices"));
    m_submit->setText(tr("Change the password"));
    render();
}

} // namespace passport
