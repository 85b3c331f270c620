// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/tray/tray.h"

#include "ui/tray/traypicture.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QPalette>
#include <utility>

namespace passport {

Tray::Tray(TrayWatch &watch, QObject *parent)
    : QObject(parent)
    , m_watch(watch)
{
    connect(&m_watch, &TrayWatch::availableChanged, this, &Tray::watchChanged);
}

Tray::~Tray() = default;

void Tray::render(const TrayState &state)
{
    if (state == m_state)
        return;
    m_state = state;
    if (!m_icon)
        return;
    renderIcon();
    if (m_menu->hasShapeOf(m_state))
        m_menu->render(m_state);
    else
        replaceMenu();
}

void Tray::retranslate()
{
    if (!m_icon)
        return;
    renderIcon();
    replaceMenu();
}

void Tray::notify(const QString &title, const QString &text)
{
    if (m_icon && m_watch.isAvailable())
        m_icon->showMessage(title, text, m_icon->icon());
}

void Tray::watchChanged()
{
    // An icon whose host went away registers itself when it is back.
    if (m_watch.isAvailable() && !m_icon)
        show();
}

void Tray::show()
{
    m_icon = std::make_unique<QSystemTrayIcon>();
    connect(m_icon.get(), &QSystemTrayIcon::activated, this, [this](QSystemTrayIcon::ActivationReason reason) {
        if (reason == QSystemTrayIcon::Trigger || reason == QSystemTrayIcon::DoubleClick)
            Q_EMIT openTriggered();
    });
    renderIcon();
    replaceMenu();
    m_icon->show();
}

void Tray::renderIcon()
{
    m_icon->setIcon(trayPicture(m_state, QGuiApplication::palette().color(QPalette::WindowText)));
    m_icon->setToolTip(trayToolTip(m_state));
}

void Tray::replaceMenu()
{
    // The new menu is set first and filled afterwards, the old one goes then: some panels crash or keep showing the old
    // one otherwise. It goes at once: Qt 6.4 deletes the old menu's D-Bus adaptor when a new menu is set, and a panel's
    // call that already waits in the event queue of the old menu would find the deleted one. That is safe because
    // nothing here runs inside a call to the menu: what it says is queued.
    const auto old = std::exchange(m_menu, std::make_unique<TrayMenu>());
    m_icon->setContextMenu(m_menu.get());
    m_menu->render(m_state);
    constexpr auto queued = Qt::QueuedConnection;
    connect(m_menu.get(), &TrayMenu::portalTriggered, this, &Tray::portalTriggered, queued);
    connect(m_menu.get(), &TrayMenu::allPortalsTriggered, this, &Tray::allPortalsTriggered, queued);
    connect(m_menu.get(), &TrayMenu::openTriggered, this, &Tray::openTriggered, queued);
    connect(m_menu.get(), &TrayMenu::settingsTriggered, this, &Tray::settingsTriggered, queued);
    connect(m_menu.get(), &TrayMenu::quitTriggered, this, &Tray::quitTriggered, queued);
}

QString trayToolTip(const TrayState &state)
{
    const auto words = [](const char *text) { return QCoreApplication::translate("Tray", text); };
    if (state.attention)
        return words(QT_TRANSLATE_NOOP("Tray", "Passport: sign in again"));
    switch (state.connection) {
    case TrayState::Connection::SignedOut:
        return words(QT_TRANSLATE_NOOP("Tray", "Passport: not signed in"));
    case TrayState::Connection::Offline:
        return words(QT_TRANSLATE_NOOP("Tray", "Passport: no connection"));
    case TrayState::Connection::Online:
        break;
    }
    if (state.unread == 0)
        return words(QT_TRANSLATE_NOOP("Tray", "Passport: nothing unread, online"));
    //: The line under the tray icon; %n is the number of unread items in all portals.
    return QCoreApplication::translate("Tray", "Passport: %n unread, online", nullptr, state.unread);
}

} // namespace passport
