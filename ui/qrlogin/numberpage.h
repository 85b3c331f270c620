// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/qrloginstate.h"

#include <QWidget>

class QPushButton;

namespace passport {

class Avatar;
class BusyButton;
class Card;
class CodeBoxes;
class IconLabel;
class Label;
class MessageStrip;

/// Who has scanned; null in states that do not know.
[[nodiscard]] const qrlogin::Scan *scanOf(const qrlogin::State &state);

/// After the scan (mockup 05): whom this computer is about to become, and the number from the phone (SR-10, SR-13).
/// Shows Scanned, SendingNumber and AwaitingApproval.
class NumberPage : public QWidget {
    Q_OBJECT

public:
    explicit NumberPage(QWidget *parent = nullptr);

    void render(const qrlogin::State &state);
    /// The time left alone; once a second.
    void renderTime();

Q_SIGNALS:
    void numberTyped(const QString &number);
    void personConfirmed();
    void notMeAsked();
    void cancelAsked();

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    enum class Step { AskPerson, TypeNumber, Sending, Awaiting };

    void layOut();
    void connectGestures();
    [[nodiscard]] Step step() const;
    void renderPerson(const qrlogin::Scan &scan);
    void renderStep();
    void renderButtons();
    void renderNumber(const qrlogin::Scanned &scanned);
    void takeFocus();
    void press();
    void sendNumber();

    qrlogin::State m_state;
    bool m_edited = false; ///< Since the last wrong number.
    Avatar *m_avatar;
    Label *m_name;
    Label *m_portal;
    Card *m_facts;
    Label *m_phone;
    IconLabel *m_lineIcon;
    Label *m_line;
    IconLabel *m_done;
    Label *m_prompt;
    CodeBoxes *m_number;
    Label *m_time;
    BusyButton *m_continue;
    QPushButton *m_notMe;
    MessageStrip *m_warning;
};

} // namespace passport
