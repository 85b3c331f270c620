// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/twostep.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace passport {

class BusyButton;
class CodeBoxes;
class Label;
class MessageStrip;
class QrView;

/// Turning the second step of a sign-in on and off (mockup 11).
class TwoStepCard : public Card {
    Q_OBJECT
public:
    /// `twoStep` outlives it.
    explicit TwoStepCard(TwoStep &twoStep, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    [[nodiscard]] QWidget *setupPart();
    void connectGestures();
    void render();
    void renderKnown(const twostep::Known &known);
    void renderSetup(const twostep::SettingUp &setup);
    void press();
    void askAndDisable();
    void returnFocus();
    void retranslate();

    TwoStep &m_twoStep;
    Label *m_title;
    Label *m_state;
    Label *m_explanation;
    BusyButton *m_switch; ///< Set up, turn off, or try again.
    QPushButton *m_newCodes;
    QWidget *m_setup;
    QrView *m_code;
    Label *m_scan;
    Label *m_manual;
    Label *m_secret;
    QPushButton *m_copy;
    Label *m_enter;
    CodeBoxes *m_boxes;
    BusyButton *m_enable;
    QPushButton *m_cancel;
    MessageStrip *m_strip;
    QPushButton *m_pressed = nullptr; ///< Began what is going on: the keys go back to it.
    QString m_drawn; ///< The address that the QR code shows.
};

} // namespace passport
