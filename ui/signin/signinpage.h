// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/signinstate.h"
#include "ui/style.h"

#include <QTimer>
#include <QWidget>
#include <chrono>

class QLineEdit;
class QPushButton;

namespace passport {

class BusyButton;
class Label;
class MessageStrip;
class PasswordField;
class IconLabel;
class RememberChoice;

/// Login and password on one page, and the way to the QR code (mockups 01 and 02). Shows Editing and Checking.
class SignInPage : public QWidget {
    Q_OBJECT

public:
    explicit SignInPage(QWidget *parent = nullptr);

    void render(const signin::State &state);
    /// Offered at the start; the focus then goes to the password.
    void setLogin(const QString &login);
    void setRemember(bool remember);
    /// "Remember me" is the administrator's decision: seen, not changed.
    void setRememberLocked(bool locked);
    [[nodiscard]] QString login() const;
    [[nodiscard]] bool remember() const;
    /// Nobody can sign in before a server is known.
    void setServerKnown(bool known);
    /// Whether the administrator of this computer allows QR sign-in; the button says so if not (SR-48).
    void setQrAllowed(bool allowed);
    /// Whether the server signs people in in the browser.
    void setBrowserOffered(bool offered);
    /// Something to know before signing in ("You were signed out"); empty hides it.
    void setNotice(Tone tone, const QString &text);
    void focusFirst();
    /// What the words about the last try take of the height above the button in a page so wide; 0 without them.
    [[nodiscard]] int answerHeight(int width) const;

Q_SIGNALS:
    void signInAsked(const QString &login, const QString &password, bool remember);
    void cancelAsked();
    void qrAsked();
    void browserAsked();
    void proxyAsked();
    void serverAsked(); ///< None is known yet, and somebody wants to name one.

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void make();
    void layOut();
    [[nodiscard]] QWidget *form();
    [[nodiscard]] QWidget *otherWays();
    void connectGestures();
    void renderWords();
    void renderError();
    void renderFailure(const Error &error);
    void renderButton();
    void press();
    void fieldEdited();
    void stripPressed();
    [[nodiscard]] bool isChecking() const { return std::holds_alternative<signin::Checking>(m_state); }
    [[nodiscard]] const Error *error() const;
    [[nodiscard]] std::chrono::seconds busyFor() const;

    signin::State m_state;
    QString m_missing; ///< What the person forgot to type; instead of an error of the server.
    bool m_serverKnown = true;
    bool m_edited = false; ///< Since the last answer, which says nothing about what is typed now.
    bool m_qrAllowed = true;
    Label *m_loginLabel;
    QLineEdit *m_login;
    Label *m_passwordLabel;
    PasswordField *m_password;
    IconLabel *m_capsIcon;
    Label *m_caps;
    QWidget *m_errorLine;
    Label *m_error;
    RememberChoice *m_remember;
    MessageStrip *m_notice;
    MessageStrip *m_noServer;
    MessageStrip *m_strip;
    BusyButton *m_signIn;
    Label *m_or;
    QPushButton *m_qr;
    QPushButton *m_browser;
    QTimer m_seconds; // counts a "too many" down
};

} // namespace passport
