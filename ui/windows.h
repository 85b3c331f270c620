// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/ids.h"
#include "ui/navigation.h"
#include "ui/signin/lastperson.h"

#include <QObject>
#include <QPointer>
#include <QUrl>
#include <memory>

namespace passport {

class MainWindow;
class PassportClient;
class QrLoginWindow;
class ServerSwitchDialog;
class SignInWindow;
class TrayWatch;

/// The windows, each made when it is first needed and gone when it is not, and which of them is seen: sign-in or QR
/// while nobody is signed in, else the main window.
class Windows : public QObject {
    Q_OBJECT
public:
    Windows(PassportClient &client, TrayWatch &tray, QObject *parent = nullptr);
    ~Windows() override;

    /// Lets the session's state decide what is seen from now on; hidden: nothing, until show().
    void start(bool hidden);
    /// The window that belongs to the state, in front of others.
    void show();
    /// The live code; nothing when somebody is signed in already.
    void showQr();
    void showPage(Page page);
    void showPortal(const PortalId &portal);
    /// A second start names another server than the one in use: asks in front of the window that is seen, or of the
    /// next one that is.
    void offerServer(const QUrl &server);
    [[nodiscard]] bool isHidden() const { return m_hidden; }
    /// The language was chosen from `language`, by the program or the person.
    void setLanguage(const QString &language);

Q_SIGNALS:
    /// The person has closed the window that was seen.
    void closed();
    void languageChosen(const QString &language);
    void themeChosen();
    void quitRequested();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void render();
    void renderSignedOut();
    void leaveQr();
    [[nodiscard]] MainWindow &mainWindow();
    [[nodiscard]] SignInWindow &signInWindow();
    [[nodiscard]] QrLoginWindow &qrWindow();
    void forgetSignIn();
    void forgetLogin();
    void askForAddress();
    [[nodiscard]] QWidget *seen() const;
    void openSite();

    PassportClient &m_client;
    TrayWatch &m_tray;
    std::unique_ptr<MainWindow> m_main;
    std::unique_ptr<SignInWindow> m_signIn;
    std::unique_ptr<QrLoginWindow> m_qr;
    QPointer<ServerSwitchDialog> m_offer;
    QUrl m_offered; ///< While nothing was seen.
    QString m_language;
    LastPerson m_lastPerson;
    QString m_login; ///< Typed in the sign-in window; kept when the session is.
    bool m_hidden = true;
    bool m_started = false;
};

} // namespace passport
