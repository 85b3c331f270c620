// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/error.h"
#include "ui/widgets/fittingdialog.h"

#include <optional>

class QPushButton;
class QVBoxLayout;

namespace passport {

class BusyButton;
class Label;
class MessageStrip;

/// A small dialog that asks for something: title, a sentence, the dialog's own fields, a strip for what went wrong,
/// and two buttons. Esc and the second button close it. The keys start in its first field, the buttons come last.
class FormDialog : public FittingDialog {
    Q_OBJECT
public:
    explicit FormDialog(const QString &name, QWidget *parent);

    void setVisible(bool visible) override;

protected:
    void setWords(const QString &title, const QString &sentence, const QString &accept);
    /// For what the dialog asks; between the sentence and the strip.
    [[nodiscard]] QVBoxLayout &fields() const { return *m_fields; }
    [[nodiscard]] BusyButton &acceptButton() const { return *m_accept; }
    [[nodiscard]] QPushButton &cancelButton() const { return *m_cancel; }
    /// "" hides it.
    void showError(const QString &text);
    /// What a dialog says that has asked for the password: wrong credentials are the password alone.
    [[nodiscard]] static QString refusal(const std::optional<Error> &error);
    /// A caption above a field, which becomes its name for screen readers; Alt and its letter after "&" lead there.
    Label *addField(QWidget &field, const QString &caption);

private:
    void chainFocus();

    Label *m_title;
    Label *m_sentence;
    QVBoxLayout *m_fields;
    MessageStrip *m_strip;
    QPushButton *m_cancel;
    BusyButton *m_accept;
};

} // namespace passport
