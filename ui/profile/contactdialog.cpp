// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/profile/contactdialog.h"

#include "client/contactchange.h"
#include "protocol/errorcodes.h"
#include "ui/errortext.h"
#include "ui/statetext.h"
#include "ui/style.h"
#include "ui/widgets/busybutton.h"
#include "ui/widgets/codeboxes.h"
#include "ui/widgets/dialogfooter.h"
#include "ui/widgets/label.h"
#include "ui/widgets/passwordfield.h"
#include "ui/widgets/resendlink.h"

#include <QCheckBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {

namespace {

Label *caption(const QString &text, QWidget &field)
{
    auto *label = new Label(TextRole::Caption, Tone::Secondary);
    label->setText(text);
    field.setAccessibleName(text);
    return label;
}

} // namespace

ContactDialog::ContactDialog(std::unique_ptr<ContactChange> change, QWidget *parent)
    : FormDialog(u"contact"_s, parent)
    , m_change(std::move(change))
    , m_entering(new QWidget)
    , m_value(new QLineEdit)
    , m_password(new PasswordField)
    , m_updatePortals(new QCheckBox(tr("Update in all portals")))
    , m_confirming(new QWidget)
    , m_code(new CodeBoxes(6))
    , m_resend(new ResendLink(u"resendCode"_s))
{
    m_value->setObjectName("contactValue"_L1);
    m_password->setObjectName("contactPassword"_L1);
    m_updatePortals->setObjectName("contactUpdatePortals"_L1);
    m_code->setObjectName("contactCode"_L1);
    m_value->setText(m_change->value());
    m_seconds.setInterval(1s);
    layOut();
    connectGestures();
    render();
    (m_value->text().isEmpty() ? m_value : m_password)->setFocus();
    if (std::holds_alternative<contactchange::CodeNeeded>(m_change->state()))
        m_code->setFocus();
}

ContactDialog::~ContactDialog() = default;

void ContactDialog::layOut()
{
    const bool phone = m_change->kind() == Contact::Kind::Phone;
    auto *entering = partColumn(*m_entering);
    entering->addWidget(caption(phone ? tr("New phone number") : tr("New e-mail address"), *m_value));
    entering->addWidget(m_value);
    entering->addSpacing(measure::between);
    entering->addWidget(caption(tr("Current password"), *m_password));
    entering->addWidget(m_password);
    entering->addSpacing(measure::between);
    entering->addWidget(m_updatePortals);
    auto *confirming = partColumn(*m_confirming);
    confirming->addWidget(m_code, 0, Qt::AlignHCenter);
    confirming->addSpacing(measure::step);
    confirming->addWidget(m_resend, 0, Qt::AlignHCenter);
    m_code->setAccessibleName(tr("Code from the message"));
    fields().addWidget(m_entering);
    fields().addWidget(m_confirming);
}

void ContactDialog::connectGestures()
{
    connect(&acceptButton(), &QPushButton::clicked, this, &ContactDialog::submit);
    connect(m_value, &QLineEdit::textChanged, this, &ContactDialog::render);
    connect(m_password, &QLineEdit::textChanged, this, &ContactDialog::render);
    connect(m_code, &CodeBoxes::edited, this, [this] {
        setFieldError(*m_code, false);
        acceptButton().setEnabled(m_code->isComplete());
    });
    connect(m_code, &CodeBoxes::completed, m_change.get(), &ContactChange::confirm);
    connect(m_resend, &QPushButton::clicked, m_change.get(), &ContactChange::resend);
    connect(&m_seconds, &QTimer::timeout, this, &ContactDialog::renderSend);
    connect(m_change.get(), &ContactChange::stateChanged, this, &ContactDialog::render);
}

void ContactDialog::submit()
{
    if (std::holds_alternative<contactchange::CodeNeeded>(m_change->state()))
        m_change->confirm(m_code->text());
    else
        m_change->send(m_value->text(), m_password->text(), m_updatePortals->isChecked());
}

void ContactDialog::render()
{
    if (const auto *bound = std::get_if<contactchange::Bound>(&m_change->state())) {
        Q_EMIT confirmed(*bound);
        return accept();
    }
    const bool code = std::holds_alternative<contactchange::CodeNeeded>(m_change->state());
    const bool hadCode = m_confirming->isVisible();
    m_entering->setVisible(!code);
    m_confirming->setVisible(code);
    if (code)
        return renderCode();
    renderEntering();
    if (hadCode) // to what helps: an Enter typed after the last digit must not meet the button that closes
        (acceptButton().isEnabled() ? static_cast<QWidget *>(&acceptButton()) : m_password)->setFocus();
}

void ContactDialog::renderEntering()
{
    const bool phone = m_change->kind() == Contact::Kind::Phone;
    const auto *entering = std::get_if<contactchange::Entering>(&m_change->state());
    setWords(
        phone ? tr("Phone number") : tr("E-mail address"),
        phone ? tr("A code comes there by SMS. Then one can sign in with it.")
              : tr("A code and a link come there. Then one can sign in with it."),
        tr("Send the code"));
    acceptButton().setBusy(!entering);
    renderSend();
    m_value->setReadOnly(!entering);
    m_password->setReadOnly(!entering);
    const auto &error = entering ? entering->error : std::nullopt;
    const bool wrongValue = error && error->code == code::invalidRequest;
    const bool spent = error && (error->code == code::ticketGone || error->code == code::wrongCode);
    setFieldError(*m_password, error && error->code == code::wrongCredentials);
    setFieldError(*m_value, wrongValue);
    if (wrongValue && error->details.value("reason"_L1) == AddContact::boundAlready)
        showError(phone ? tr("This number is yours already.") : tr("This address is yours already."));
    else if (wrongValue)
        showError(phone ? tr("This is no phone number.") : tr("This is no e-mail address."));
    else if (spent)
        showError(tr("That code does not count any more. Have another one sent."));
    else
        showError(refusal(error));
}

void ContactDialog::renderSend()
{
    const bool entering = std::holds_alternative<contactchange::Entering>(m_change->state());
    const auto left = secondsLeft(m_change->heldUntil(m_value->text()));
    acceptButton().setText(left > 0s ? tr("Send again in %1").arg(shownTime(left)) : tr("Send the code"));
    acceptButton().setEnabled(entering && left <= 0s && !m_value->text().isEmpty() && !m_password->text().isEmpty());
    if (entering && left > 0s)
        m_seconds.start();
    else
        m_seconds.stop();
}

void ContactDialog::renderCode()
{
    const auto &needed = std::get<contactchange::CodeNeeded>(m_change->state());
    const bool phone = m_change->kind() == Contact::Kind::Phone;
    setWords(
        tr("Enter the code"),
        needed.delayed
            ? tr("It waits here until it can be sent to %1: the server that takes it there can't be reached.")
                  .arg(needed.value)
            : phone ? tr("It is on its way to %1.").arg(needed.value)
                    : tr("It is on its way to %1. Opening the link in the mail does the same.").arg(needed.value),
        tr("Confirm"));
    if (needed.error)
        m_code->clear();
    setFieldError(*m_code, needed.error.has_value());
    m_code->setReadOnly(needed.checking);
    acceptButton().setBusy(needed.checking);
    acceptButton().setEnabled(!needed.checking && m_code->isComplete());
    showError(needed.error ? errorText(*needed.error) : QString());
    m_code->setFocus();
    m_seconds.stop();
    m_resend->render(needed.resendAt, !needed.checking);
}

} // namespace passport
