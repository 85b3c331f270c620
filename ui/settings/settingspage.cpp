// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/settings/settingspage.h"

#include "client/session.h"
#include "client/settings.h"
#include "ui/language.h"
#include "ui/settings/settingrow.h"
#include "ui/style.h"
#include "ui/tray/traywatch.h"
#include "ui/widgets/card.h"
#include "ui/widgets/cardpage.h"
#include "ui/widgets/label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr int comboWidth = 208;

} // namespace

SettingsPage::SettingsPage(Settings &settings, Session &session, TrayWatch &tray, QWidget *parent)
    : QWidget(parent)
    , m_settings(settings)
    , m_session(session)
    , m_tray(tray)
    , m_general(new Label(TextRole::Section))
    , m_account(new Label(TextRole::Section))
    , m_language(new QComboBox)
    , m_theme(new QComboBox)
    , m_keepRunning(new QCheckBox)
    , m_kept(new Label(TextRole::Body))
    , m_signOut(new QPushButton)
    , m_languageRow(new SettingRow(m_language))
    , m_themeRow(new SettingRow(m_theme))
    , m_keepRunningRow(new SettingRow(m_keepRunning))
    , m_keepRunningLine(new Separator)
    , m_keptRow(new SettingRow(m_kept))
    , m_signOutRow(new SettingRow(m_signOut))
{
    setObjectName("settingsPage"_L1);
    m_language->setObjectName("language"_L1);
    m_theme->setObjectName("theme"_L1);
    m_keepRunning->setObjectName("keepRunning"_L1);
    m_kept->setObjectName("kept"_L1);
    m_signOut->setObjectName("settingsSignOut"_L1);
    layOut();
    retranslate();
    connectGestures();
}

void SettingsPage::layOut()
{
    m_language->setFixedWidth(comboWidth);
    m_theme->setFixedWidth(comboWidth);
    auto *general = new Card;
    auto *generalRows = rowColumn(*general);
    generalRows->addWidget(m_languageRow);
    generalRows->addWidget(new Separator);
    generalRows->addWidget(m_themeRow);
    generalRows->addWidget(m_keepRunningLine);
    generalRows->addWidget(m_keepRunningRow);
    auto *account = new Card;
    auto *accountRows = rowColumn(*account);
    accountRows->addWidget(m_keptRow);
    accountRows->addWidget(new Separator);
    accountRows->addWidget(m_signOutRow);

    auto *content = new QWidget;
    auto *sections = new QVBoxLayout(content);
    sections->setSpacing(measure::step);
    sections->addWidget(m_general);
    sections->addWidget(general);
    sections->addSpacing(measure::step);
    sections->addWidget(m_account);
    sections->addWidget(account);
    sections->addStretch();
    m_page = new CardPage(content);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_page);
}

void SettingsPage::connectGestures()
{
    connect(m_language, &QComboBox::activated, this, [this] {
        m_settings.setLanguage(m_language->currentData().toString());
        Q_EMIT languageChosen(m_settings.language());
    });
    connect(m_theme, &QComboBox::activated, this, [this] {
        m_settings.setTheme(static_cast<Settings::Theme>(m_theme->currentData().toInt()));
        Q_EMIT themeChosen();
    });
    connect(m_keepRunning, &QCheckBox::toggled, this, [this](bool on) { m_settings.setKeepRunning(on); });
    connect(m_signOut, &QPushButton::clicked, this, &SettingsPage::signOutRequested);
    connect(&m_session, &Session::stateChanged, this, &SettingsPage::render);
    connect(&m_tray, &TrayWatch::availableChanged, this, &SettingsPage::render);
}

void SettingsPage::render()
{
    const QSignalBlocker quiet(m_keepRunning);
    m_keepRunning->setChecked(m_settings.keepRunning());
    m_keepRunningRow->setVisible(m_tray.isAvailable()); // without a tray it is not spoken of
    m_keepRunningLine->setVisible(m_tray.isAvailable());
    const auto *signedIn = std::get_if<session::SignedIn>(&m_session.state());
    const bool kept = signedIn && signedIn->kept;
    m_kept->setText(kept ? tr("In the keyring") : tr("Until the program ends"));
    m_kept->setTone(kept ? Tone::Success : Tone::Secondary);
}

void SettingsPage::fillChoices()
{
    m_language->clear();
    m_language->addItem(tr("Like the system"), QString());
    for (const auto &language : Language::available()) {
        auto name = QLocale(language).nativeLanguageName();
        name[0] = name.at(0).toUpper();
        m_language->addItem(name, language);
    }
    m_language->setCurrentIndex(std::max(0, m_language->findData(m_settings.language())));
    m_theme->clear();
    m_theme->addItem(tr("Like the system"), static_cast<int>(Settings::Theme::System));
    m_theme->addItem(tr("Light"), static_cast<int>(Settings::Theme::Light));
    m_theme->addItem(tr("Dark"), static_cast<int>(Settings::Theme::Dark));
    m_theme->setCurrentIndex(std::max(0, m_theme->findData(static_cast<int>(m_settings.theme()))));
}

void SettingsPage::retranslate()
{
    m_page->setTitle(tr("Settings"), tr("Only for this computer"));
    m_general->setText(tr("General"));
    m_account->setText(tr("Sign-in"));
    m_languageRow->setTexts(tr("Language"), tr("Of windows and messages"));
    m_themeRow->setTexts(tr("Appearance"), tr("Light or dark"));
    m_keepRunningRow->setTexts(
        tr("Keep running in the tray"), tr("Closing the window leaves the icon, unread figures go on"));
    m_keptRow->setTexts(tr("Where the sign-in is kept"), tr("In the system’s keyring, or nowhere"));
    m_signOutRow->setTexts(tr("Sign out on this computer"), tr("Other devices stay signed in"));
    m_signOut->setText(tr("Sign out"));
    fillChoices();
    render();
}

void SettingsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace passport
