// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/qrloginstate.h"
#include "ui/statetext.h"

#include <QTimer>
#include <QWidget>

class QStackedWidget;

namespace passport {

class Label;
class LinkButton;
class NumberPage;
class PageHeader;
class QrCodePage;
class QrLogin;
class SecondStepPage;

/// The live QR window (mockups 04 to 07): every state of a QR sign-in, rendered from the state alone.
class QrLoginWindow : public QWidget {
    Q_OBJECT

public:
    explicit QrLoginWindow(QWidget *parent = nullptr);

    /// Gestures go to `machine`, its states come here, and it learns whether somebody can see the code (SR-20). It
    /// outlives the window.
    void follow(QrLogin &machine);
    void render(const qrlogin::State &state);
    [[nodiscard]] QrCodePage &codePage() { return *m_codePage; }

Q_SIGNALS:
    void backPressed(); ///< Also Esc and Cancel: the person leaves the QR sign-in.
    void passwordAsked();
    void browserAsked();
    void proxyAsked();
    void changePasswordAsked();
    void finishedSeen(); ///< "Done" of the success page.

protected:
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void layOut();
    void connectGestures();
    [[nodiscard]] QWidget *closing();
    void renderWords();
    void renderSecondStep();
    void renderClosing(const StateWords &words);
    void showPage(QWidget *page);
    void makeRoom();
    void restFocus();
    void tick();
    void perform(Gesture gesture);
    void toggleEnlarged();
    void setEnlarged(bool enlarged);

    QrLogin *m_machine = nullptr;
    qrlogin::State m_state;
    StateWords m_words;
    bool m_enlarged = false;
    PageHeader *m_header;
    QStackedWidget *m_stack;
    QrCodePage *m_codePage;
    NumberPage *m_numberPage;
    SecondStepPage *m_secondStep;
    QWidget *m_closing = nullptr;
    StatePage *m_statePage;
    Label *m_otherWays;
    LinkButton *m_password;
    QTimer m_seconds; // counts down while the window is seen
};

} // namespace passport
