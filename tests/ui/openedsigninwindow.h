// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/signin/signinpage.h"
#include "ui/signin/signinwindow.h"
#include "ui/widgets/passwordfield.h"

#include <QPushButton>
#include <QTest>

namespace passport {

template <typename Widget> Widget *part(QWidget &window, const char16_t *name)
{
    return window.findChild<Widget *>(QString::fromUtf16(name));
}

/// A sign-in window as a person meets it: a server is known, the window is in front.
struct OpenedSignInWindow {
    OpenedSignInWindow()
    {
        window.setServer(QUrl(QStringLiteral("https://passport.example.test")));
        window.show();
        window.activateWindow();
    }

    void type(const QString &loginText, const QString &passwordText)
    {
        QTest::keyClicks(login, loginText);
        QTest::keyClicks(password, passwordText);
    }

    SignInWindow window;
    QLineEdit *login = part<QLineEdit>(window, u"login");
    PasswordField *password = part<PasswordField>(window, u"password");
    QPushButton *signIn = part<QPushButton>(window, u"signIn");
    QPushButton *qr = part<QPushButton>(window, u"qrSignIn");
};

} // namespace passport
