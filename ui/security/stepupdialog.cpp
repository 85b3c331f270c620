// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/security/stepupdialog.h"

#include "client/stepupgate.h"
#include "ui/style.h"
#include "ui/widgets/busybutton.h"
#include "ui/widgets/label.h"
#include "ui/widgets/linkbutton.h"
#include "ui/widgets/passwordfield.h"

#include <QApplication>
#include <QVBoxLayout>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

/// The window that the person works in: a dialog of `window`, or itself. Over anything else the dialog below could
/// still be used.
QWidget &frontOf(QWidget &window)
{
    QWidget *modal = QApplication::activeModalWidget();
    return modal && window.findChildren<QWidget *>().contains(modal) ? *modal : window;
}

} // namespace

StepUpDialog::StepUpDialog(StepUpGate &gate, QWidget *parent)
    : FormDialog(u"stepUp"_s, parent)
    , m_gate(gate)
    , m_password(new PasswordField)
    , m_code(new QLineEdit)
    , m_other(new LinkButton(u"stepUpOther"_s))
{
    m_password->setObjectName("stepUpPassword"_L1);
    m_code->setObjectName("stepUpCode"_L1);
    m_passwordCaption = addField(*m_password, tr("Password"));
    m_codeCaption = addField(*m_code, tr("Code of the authenticator, or a recovery code"));
    setWords(
        tr("Confirm that it is you"),
        tr("So that nobody else at your computer can do this. It holds for the next five minutes."), tr("Confirm"));
    fields().addWidget(m_other, 0, Qt::AlignLeft);
    connect(m_other, &QPushButton::clicked, this, &StepUpDialog::changeWay);
    connect(&acceptButton(), &QPushButton::clicked, this, &StepUpDialog::submit);
    connect(m_password, &QLineEdit::textChanged, this, &StepUpDialog::render);
    connect(m_code, &QLineEdit::textChanged, this, &StepUpDialog::render);
    connect(this, &QDialog::rejected, &m_gate, &StepUpGate::cancel);
    connect(&m_gate, &StepUpGate::stateChanged, this, &StepUpDialog::render);
    render();
}

StepUpDialog::~StepUpDialog()
{
    m_gate.disconnect(this);
    if (!std::holds_alternative<stepup::Idle>(m_gate.state()))
        m_gate.cancel();
}

void StepUpDialog::submit()
{
    if (!m_password->isHidden())
        m_gate.provePassword(m_password->text());
    else
        m_gate.proveCode(m_code->text());
}

void StepUpDialog::changeWay()
{
    m_byCode = !m_byCode;
    render();
    showError({}); // it was about the other one
    (m_password->isHidden() ? m_code : m_password)->setFocus(Qt::OtherFocusReason);
}

void StepUpDialog::render()
{
    const auto *needed = std::get_if<stepup::Needed>(&m_gate.state());
    const auto *checking = std::get_if<stepup::Checking>(&m_gate.state());
    if (!needed && !checking)
        return accept();
    const QStringList &methods = needed ? needed->methods : checking->methods;
    const bool either = methods.contains("password"_L1) && std::ranges::any_of(methods, &StepUpDialog::isCode);
    const bool byPassword = methods.contains("password"_L1) && !(either && m_byCode);
    m_other->setVisible(either);
    m_other->setEnabled(needed);
    m_other->setText(byPassword ? tr("Use a code instead") : tr("Use the password instead"));
    m_password->setVisible(byPassword);
    m_passwordCaption->setVisible(byPassword);
    m_code->setVisible(!byPassword);
    m_codeCaption->setVisible(!byPassword);
    QLineEdit &field = byPassword ? *m_password : *m_code;
    field.setReadOnly(checking);
    setFieldError(field, needed && needed->error);
    acceptButton().setBusy(checking);
    acceptButton().setEnabled(needed && !field.text().isEmpty());
    showError(needed ? refusal(needed->error) : QString());
}

void askForProofs(StepUpGate &gate, QWidget &parent)
{
    QObject::connect(&gate, &StepUpGate::stateChanged, &parent, [&gate, &parent] {
        const auto *needed = std::get_if<stepup::Needed>(&gate.state());
        if (!needed || needed->error || parent.findChild<StepUpDialog *>())
            return;
        auto *dialog = new StepUpDialog(gate, &frontOf(parent));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
}

} // namespace passport
