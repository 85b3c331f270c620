// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/tray/traymenu.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

/// "Romashka	12": what stands behind a tab is set at the right edge where the desktop can do that.
QString portalText(const TrayPortal &portal)
{
    auto text = portal.title;
    text.replace(u'&', u"&&"_s); // a portal's name has no mnemonic
    text.replace(u'\t', u' ');
    if (portal.unread > 0)
        text += u'\t' + QLocale().toString(portal.unread);
    return text;
}

} // namespace

TrayMenu::TrayMenu()
{
    setObjectName("trayMenu"_L1);
}

bool TrayMenu::hasShapeOf(const TrayState &state) const
{
    const auto signedOut = TrayState::Connection::SignedOut;
    return m_filled && state.morePortals == m_state.morePortals
        && (state.connection == signedOut) == (m_state.connection == signedOut)
        && std::ranges::equal(state.portals, m_state.portals, {}, &TrayPortal::id, &TrayPortal::id);
}

void TrayMenu::render(const TrayState &state)
{
    if (!m_filled)
        fill(state);
    m_state = state;
    for (qsizetype i = 0; i < m_portals.size(); ++i) {
        const auto &portal = state.portals.at(static_cast<std::size_t>(i));
        auto *action = m_portals.at(i);
        action->setText(portalText(portal));
        action->setChecked(portal.current);
        action->setEnabled(portal.enterable);
    }
}

void TrayMenu::fill(const TrayState &state)
{
    m_filled = true;
    for (const auto &portal : state.portals) {
        auto *action = addAction(QString());
        action->setCheckable(true);
        connect(action, &QAction::triggered, this, [this, action, id = portal.id] {
            action->setChecked(!action->isChecked()); // the mark follows the server's answer, not the click
            Q_EMIT portalTriggered(id);
        });
        m_portals.append(action);
    }
    if (state.connection != TrayState::Connection::SignedOut) {
        if (state.morePortals)
            addEntry(tr("All portals…"), u"trayAllPortals"_s, &TrayMenu::allPortalsTriggered);
        addSeparator();
    }
    addEntry(tr("Open Passport"), u"trayOpen"_s, &TrayMenu::openTriggered);
    if (state.connection != TrayState::Connection::SignedOut)
        addEntry(tr("Settings…"), u"traySettings"_s, &TrayMenu::settingsTriggered);
    addSeparator();
    addEntry(tr("Quit"), u"trayQuit"_s, &TrayMenu::quitTriggered);
}

QAction *TrayMenu::addEntry(const QString &text, const QString &objectName, void (TrayMenu::*signal)())
{
    auto *action = addAction(text);
    action->setObjectName(objectName);
    connect(action, &QAction::triggered, this, signal);
    return action;
}

} // namespace passport
