// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/widgets/question.h"

#include "ui/style.h"
#include "ui/widgets/busybutton.h"

namespace passport {

Question::Question(const QString &name, const Words &words, QWidget *parent)
    : FormDialog(name, parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWords(words.title, words.sentence, words.yes);
    setButtonLook(acceptButton(), ButtonLook::Danger);
    cancelButton().setDefault(true);
    cancelButton().setFocus(Qt::OtherFocusReason);
    connect(&acceptButton(), &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace passport
