// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "shots.h"
#include "ui/helpdialog.h"
#include "ui/portals/addressdialog.h"
#include "ui/signin/proxydialog.h"
#include "ui/signin/serverdialog.h"
#include "ui/style.h"
#include "ui/tray/traymenu.h"
#include "ui/tray/traypicture.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr QSize panelIcon(22, 22);

TrayState signedIn()
{
    return {
        .portals
        = {{.id = PortalId(u"1"_s), .title = u"Компания «Ромашка»"_s, .unread = 12, .current = true},
           {.id = PortalId(u"2"_s), .title = u"Склад"_s, .unread = 3},
           {.id = PortalId(u"3"_s), .title = u"Рога & Копыта"_s},
           {.id = PortalId(u"4"_s), .title = u"Тестовый портал"_s, .enterable = false}},
        .morePortals = true,
        .unread = 15,
        .connection = TrayState::Connection::Online};
}

std::unique_ptr<QWidget> trayMenu(const TrayState &state)
{
    auto menu = std::make_unique<TrayMenu>();
    menu->render(state);
    if (state.portals.size() > 1)
        menu->setActiveAction(menu->actions().at(1)); // the pointer is on it
    return menu;
}

/// The four pictures as they stand in a panel, and four times as large.
std::unique_ptr<QWidget> trayPictures()
{
    auto panel = std::make_unique<QWidget>();
    auto *row = new QHBoxLayout(panel.get());
    TrayState offline = signedIn();
    offline.connection = TrayState::Connection::Offline;
    TrayState attention = signedIn();
    attention.attention = true;
    for (const TrayState &state : {TrayState(), signedIn(), offline, attention}) {
        const QIcon picture = trayPicture(state, tokens(panel->palette()).text);
        for (const QSize size : {panelIcon, 4 * panelIcon}) {
            auto *label = new QLabel;
            label->setPixmap(picture.pixmap(size));
            row->addWidget(label);
        }
    }
    return panel;
}

template <typename Dialog, typename... Words> std::unique_ptr<QWidget> dialog(const Words &...words)
{
    auto made = std::make_unique<Dialog>(words..., nullptr);
    made->setAttribute(Qt::WA_DeleteOnClose, false); // it belongs to who takes the picture
    return made;
}

} // namespace

std::vector<Shot> menuShots()
{
    return {
        {u"01_server_dialog"_s, [] { return dialog<ServerDialog>(QUrl(u"https://passport.example.test"_s)); }},
        {u"01_server_dialog_wrong"_s, [] { return dialog<ServerDialog>(QUrl(u"http://passport.example.test"_s)); }},
        {u"01_help"_s, [] { return dialog<HelpDialog>(HelpTopic::SignIn); }},
        {u"04_help"_s, [] { return dialog<HelpDialog>(HelpTopic::QrCode); }},
        {u"05_help"_s, [] { return dialog<HelpDialog>(HelpTopic::Portals); }},
        {u"01_proxy_dialog"_s, [] { return dialog<ProxyDialog>(ProxyChoice()); }},
        {u"09_address_dialog"_s, [] { return dialog<AddressDialog>(); }},
        {u"09_tray_menu"_s, [] { return trayMenu(signedIn()); }},
        {u"09_tray_menu_signed_out"_s, [] { return trayMenu({}); }},
        {u"09_tray_pictures"_s, trayPictures},
    };
}

} // namespace passport
