// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/navigation.h"

#include <QWidget>

class QStackedLayout;
class QStackedWidget;

namespace passport {

enum class HelpTopic;
class Account;
class Counters;
class PortalModel;
class Portals;
class PortalsPage;
class ProfilePage;
class PushConnection;
class SecurityPage;
class Session;
class SessionPage;
class Settings;
class SettingsPage;
class Sidebar;
class StatusStrip;
class TrayWatch;

/// The window of somebody who is signed in, or about to be: navigation at the left, one page at the right.
class MainWindow : public QWidget {
    Q_OBJECT
public:
    /// What it shows and asks; all of them outlive it.
    struct Parts {
        Session &session;
        Portals &portals;
        PortalModel &model;
        Counters &counters;
        PushConnection &push;
        Settings &settings;
        Account &account;
        TrayWatch &tray;
    };

    explicit MainWindow(const Parts &parts);
    ~MainWindow() override;

    void showPage(Page page);
    [[nodiscard]] PortalsPage &portalsPage() const { return *m_portalsPage; }

Q_SIGNALS:
    void signOutRequested();
    void languageChosen(const QString &language);
    void themeChosen();
    /// Help for somebody without portals; see PortalsPage.
    void addressRequested();
    void siteRequested();
    /// The person closed the window (it is hidden already).
    void closed();
    void quitRequested();

protected:
    void changeEvent(QEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void layOut();
    void addShortcuts();
    [[nodiscard]] HelpTopic helpTopic() const;
    void askForDeletion();
    void render();
    void retranslate();
    void enterPortal(int place);
    void enterNeighbour(int step);
    [[nodiscard]] ProfilePage *profilePage();
    [[nodiscard]] SecurityPage *securityPage();
    [[nodiscard]] SettingsPage *settingsPage();

    Parts m_parts;
    QStackedLayout *m_whole; ///< The way in, or sidebar and pages.
    SessionPage *m_sessionPage;
    QWidget *m_signedIn;
    Sidebar *m_sidebar;
    StatusStrip *m_strip;
    QStackedWidget *m_pages;
    PortalsPage *m_portalsPage;
    ProfilePage *m_profilePage = nullptr; ///< Made when it is first wanted, like the next.
    SecurityPage *m_securityPage = nullptr;
    SettingsPage *m_settingsPage = nullptr;
};

} // namespace passport
