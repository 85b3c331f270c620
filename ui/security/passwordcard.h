// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/passwordchange.h"
#include "ui/widgets/card.h"

class QCheckBox;

namespace passport {

class BusyButton;
class Label;
class MessageStrip;
class PasswordField;
class StrengthBar;

/// Another password, with its strength in words while it is typed (mockup 11).
class PasswordCard : public Card {
    Q_OBJECT
public:
    /// `change` outlives it.
    explicit PasswordCard(PasswordChange &change, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void layOut();
    void render();
    void renderStrength(const passwordchange::Editing &editing);
    void submit();
    void retranslate();

    PasswordChange &m_change;
    Label *m_title;
    Label *m_explanation;
    Label *m_currentCaption;
    PasswordField *m_current;
    Label *m_newCaption;
    PasswordField *m_new;
    StrengthBar *m_bar;
    Label *m_strength;
    Label *m_reasons;
    QCheckBox *m_signOutOthers;
    BusyButton *m_submit;
    MessageStrip *m_strip;
};

} // namespace passport
