// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/contactchange.h"
#include "ui/widgets/formdialog.h"

#include <QTimer>
#include <memory>

class QCheckBox;
class QLineEdit;

namespace passport {

class CodeBoxes;
class PasswordField;
class ResendLink;

/// Binds a phone number or an e-mail address: the new value with the current password, then the code that came there.
/// Moves on by itself when the link in the mail was opened.
class ContactDialog : public FormDialog {
    Q_OBJECT
public:
    ContactDialog(std::unique_ptr<ContactChange> change, QWidget *parent);
    ~ContactDialog() override;

Q_SIGNALS:
    /// By the code, or by the link in the mail; the dialog closes.
    void confirmed(const passport::contactchange::Bound &bound);

private:
    void layOut();
    void connectGestures();
    void render();
    void renderEntering();
    void renderCode();
    void renderSend();
    void submit();

    std::unique_ptr<ContactChange> m_change;
    QWidget *m_entering;
    QLineEdit *m_value;
    PasswordField *m_password;
    QCheckBox *m_updatePortals;
    QWidget *m_confirming;
    CodeBoxes *m_code;
    ResendLink *m_resend;
    QTimer m_seconds; ///< Counts on the button until the first code may be sent once more.
};

} // namespace passport
