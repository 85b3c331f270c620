// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "client/sessionstate.h"
#include "client/signinstate.h"
#include "ui/signin/signinfooter.h"

#include <QWidget>

class QSpacerItem;
class QStackedWidget;

namespace passport {

class Label;
class LastPerson;
class SecondStepPage;
class SignIn;
class SignInPage;

/// The first window (mockups 01 to 03): login and password, the second step, and the way to the QR code. It only
/// shows a state and passes gestures on; signing in itself is SignIn's.
class SignInWindow : public QWidget {
    Q_OBJECT

public:
    explicit SignInWindow(QWidget *parent = nullptr);

    /// Gestures go to `machine`, its states come here. It outlives the window.
    void follow(SignIn &machine);
    void render(const signin::State &state);
    /// Says why the last session ended, if the person did not end it.
    void renderEnd(const session::SignedOut &end);
    /// Knows whom the second step shows; it outlives the window.
    void setLastPerson(const LastPerson &person) { m_lastPerson = &person; }

    void setServer(const QUrl &server);
    [[nodiscard]] SignInPage &page() { return *m_page; }
    [[nodiscard]] SignInFooter &footer() { return *m_footer; }

Q_SIGNALS:
    void qrAsked();
    void browserAsked();
    void serverChosen(const QUrl &server);
    void proxyChosen(const passport::ProxyChoice &proxy);
    void languageChosen(const QString &language);

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void layOut();
    void placeColumn();
    void renderWords();

    SignIn *m_machine = nullptr;
    const LastPerson *m_lastPerson = nullptr;
    QUrl m_server;
    session::SignedOut m_end;
    QWidget *m_first; ///< The logo and the page in their column.
    QSpacerItem *m_above; ///< The column.
    Label *m_name;
    SignInPage *m_page;
    SecondStepPage *m_secondStep;
    QStackedWidget *m_stack;
    SignInFooter *m_footer;
};

} // namespace passport
