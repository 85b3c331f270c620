// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QPushButton;

namespace passport {

class CardPage;
class Label;
class Session;
class SettingRow;
class Settings;
class TrayWatch;

/// The page of the main window with what can be set on this computer. A change works at once.
class SettingsPage : public QWidget {
    Q_OBJECT
public:
    SettingsPage(Settings &settings, Session &session, TrayWatch &tray, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Stored already; "" is the system's language.
    void languageChosen(const QString &language);
    /// Stored already.
    void themeChosen();
    void signOutRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void connectGestures();
    void render();
    void fillChoices();
    void retranslate();

    Settings &m_settings;
    Session &m_session;
    TrayWatch &m_tray;
    CardPage *m_page = nullptr; ///< All of it.
    Label *m_general;
    Label *m_account;
    QComboBox *m_language;
    QComboBox *m_theme;
    QCheckBox *m_keepRunning;
    Label *m_kept;
    QPushButton *m_signOut;
    SettingRow *m_languageRow;
    SettingRow *m_themeRow;
    SettingRow *m_keepRunningRow;
    QWidget *m_keepRunningLine; ///< Above the row; hidden with it.
    SettingRow *m_keptRow;
    SettingRow *m_signOutRow;
};

} // namespace passport
