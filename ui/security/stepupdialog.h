// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/widgets/formdialog.h"

class QLineEdit;

namespace passport {

class LinkButton;
class PasswordField;
class StepUpGate;

/// Asks for a proof that it is the owner who sits here, for the call that waits at the gate (SR-18, SR-40). Closing it
/// gives the call up; so does the end of the window that made the call.
class StepUpDialog : public FormDialog {
    Q_OBJECT
public:
    /// `gate` outlives it.
    StepUpDialog(StepUpGate &gate, QWidget *parent);
    ~StepUpDialog() override;

private:
    void submit();
    void render();
    void changeWay();
    [[nodiscard]] static bool isCode(const QString &method) { return method != QLatin1StringView("password"); }

    StepUpGate &m_gate;
    PasswordField *m_password;
    QLineEdit *m_code;
    Label *m_passwordCaption;
    Label *m_codeCaption;
    LinkButton *m_other; ///< The other way, where the server takes either.
    bool m_byCode = false; ///< Chosen instead of the password.
};

/// Opens one over `parent`'s window, or the dialog that is open there, whenever the gate wants a proof.
void askForProofs(StepUpGate &gate, QWidget &parent);

} // namespace passport
