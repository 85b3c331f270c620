// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/mainwindow.h"

#include "client/account.h"
#include "client/counters.h"
#include "client/portalmodel.h"
#include "client/portals.h"
#include "client/pushconnection.h"
#include "client/session.h"
#include "client/settings.h"
#include "protocol/initials.h"
#include "ui/helpdialog.h"
#include "ui/portals/portalspage.h"
#include "ui/profile/deletiondialog.h"
#include "ui/profile/profilepage.h"
#include "ui/security/securitypage.h"
#include "ui/security/stepupdialog.h"
#include "ui/settings/settingspage.h"
#include "ui/sidebar.h"
#include "ui/signin/sessionpage.h"
#include "ui/statusstrip.h"
#include "ui/style.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedLayout>
#include <QStackedWidget>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr QSize firstSize(1024, 768);
constexpr QSize smallest(800, 560);
constexpr int compactBelow = 840;
constexpr auto geometryName = "main"_L1;

} // namespace

MainWindow::MainWindow(const Parts &parts)
    : m_parts(parts)
    , m_whole(new QStackedLayout(this))
    , m_sessionPage(new SessionPage)
    , m_signedIn(new QWidget)
    , m_sidebar(new Sidebar(parts.push, parts.portals))
    , m_strip(new StatusStrip(parts.push, parts.session, parts.settings.server().host()))
    , m_pages(new QStackedWidget)
    , m_portalsPage(new PortalsPage(parts.portals, parts.model, parts.session, parts.account.contacts()))
{
    setObjectName("mainWindow"_L1);
    setMinimumSize(smallest);
    resize(firstSize);
    restoreGeometry(m_parts.settings.windowGeometry(geometryName));
    layOut();
    addShortcuts();
    m_sessionPage->follow(m_parts.session);
    askForProofs(m_parts.account.gate(), *this);
    connect(m_sidebar, &Sidebar::pageChosen, this, &MainWindow::showPage);
    connect(m_sidebar, &Sidebar::signOutRequested, this, &MainWindow::signOutRequested);
    connect(m_sidebar, &Sidebar::deletionRequested, this, &MainWindow::askForDeletion);
    connect(m_strip, &StatusStrip::retryRequested, &m_parts.portals, &Portals::refresh);
    connect(m_portalsPage, &PortalsPage::addressRequested, this, &MainWindow::addressRequested);
    connect(m_portalsPage, &PortalsPage::siteRequested, this, &MainWindow::siteRequested);
    connect(&m_parts.session, &Session::stateChanged, this, &MainWindow::render);
    connect(&m_parts.session, &Session::profileChanged, this, &MainWindow::render);
    connect(&m_parts.model, &PortalModel::unreadChanged, this, &MainWindow::render);
    connect(&m_parts.account.contacts(), &Contacts::stateChanged, this, &MainWindow::render);
    connect(&m_parts.account.photo(), &PersonPhoto::changed, this, &MainWindow::render);
    retranslate();
    render();
}

MainWindow::~MainWindow() = default;

void MainWindow::layOut()
{
    m_pages->addWidget(m_portalsPage);
    auto *right = new QVBoxLayout;
    right->setContentsMargins(measure::between, measure::between, measure::group, 0);
    right->setSpacing(0);
    right->addWidget(m_strip);
    right->addWidget(m_pages, 1);
    auto *columns = new QHBoxLayout(m_signedIn);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(0);
    columns->addWidget(m_sidebar);
    columns->addLayout(right, 1);
    m_whole->addWidget(m_sessionPage);
    m_whole->addWidget(m_signedIn);
}

void MainWindow::addShortcuts()
{
    const auto on = [this](const QKeySequence &keys, auto action) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, action);
    };
    for (int place = 0; place < 9; ++place)
        on(QKeySequence(QKeyCombination(Qt::CTRL, static_cast<Qt::Key>(Qt::Key_1 + place))),
           [this, place] { enterPortal(place); });
    on(QKeySequence(Qt::CTRL | Qt::Key_Tab), [this] { enterNeighbour(1); });
    on(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Tab), [this] { enterNeighbour(-1); });
    on(QKeySequence(Qt::CTRL | Qt::Key_K), [this] {
        showPage(Page::Portals);
        m_portalsPage->focusSearch();
    });
    on(QKeySequence(Qt::CTRL | Qt::Key_N), [this] {
        showPage(Page::Portals);
        m_portalsPage->createPortal();
    });
    on(QKeySequence(Qt::CTRL | Qt::Key_Comma), [this] { showPage(Page::Settings); });
    on(QKeySequence(Qt::Key_F5), [this] {
        m_parts.push.retryNow();
        m_parts.portals.refresh();
        m_parts.counters.refresh();
    });
    on(QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { Q_EMIT quitRequested(); });
    offerHelp(*this, [this] { return helpTopic(); });
}

HelpTopic MainWindow::helpTopic() const
{
    const QWidget *page = m_pages->currentWidget();
    if (page == m_profilePage)
        return HelpTopic::Profile;
    if (page == m_securityPage)
        return HelpTopic::Security;
    return page == m_settingsPage ? HelpTopic::Settings : HelpTopic::Portals;
}

void MainWindow::enterPortal(int place)
{
    const auto portals = m_parts.model.connected(); // all of them, whatever the search shows
    if (place < static_cast<int>(portals.size()))
        m_parts.portals.switchTo(portals.at(static_cast<std::size_t>(place))->memberId);
}

void MainWindow::enterNeighbour(int step)
{
    const auto portals = m_parts.model.connected();
    if (portals.empty())
        return;
    const auto count = static_cast<int>(portals.size());
    const auto at = std::ranges::find(portals, m_parts.portals.current(), &Portal::memberId);
    int place = at == portals.end() ? (step > 0 ? -1 : 0) : static_cast<int>(at - portals.begin());
    for (int tries = 0; tries < count; ++tries) {
        place = (place + step + count) % count;
        const auto *portal = portals.at(static_cast<std::size_t>(place));
        if (portal->state == Portal::State::Active)
            return m_parts.portals.switchTo(portal->memberId);
    }
}

void MainWindow::showPage(Page page)
{
    m_sidebar->setPage(page);
    switch (page) {
    case Page::Portals:
        m_pages->setCurrentWidget(m_portalsPage);
        break;
    case Page::Profile:
        m_pages->setCurrentWidget(profilePage());
        break;
    case Page::Security:
        m_pages->setCurrentWidget(securityPage());
        break;
    case Page::Settings:
        m_pages->setCurrentWidget(settingsPage());
        break;
    }
}

ProfilePage *MainWindow::profilePage()
{
    if (!m_profilePage) {
        m_profilePage = new ProfilePage(m_parts.account, m_parts.portals);
        connect(m_profilePage, &ProfilePage::deletionAsked, this, &MainWindow::askForDeletion);
        m_pages->addWidget(m_profilePage);
    }
    return m_profilePage;
}

SecurityPage *MainWindow::securityPage()
{
    if (!m_securityPage) {
        m_securityPage = new SecurityPage(m_parts.account);
        m_pages->addWidget(m_securityPage);
    }
    return m_securityPage;
}

SettingsPage *MainWindow::settingsPage()
{
    if (!m_settingsPage) {
        m_settingsPage = new SettingsPage(m_parts.settings, m_parts.session, m_parts.tray);
        connect(m_settingsPage, &SettingsPage::languageChosen, this, &MainWindow::languageChosen);
        connect(m_settingsPage, &SettingsPage::themeChosen, this, &MainWindow::themeChosen);
        connect(m_settingsPage, &SettingsPage::signOutRequested, this, &MainWindow::signOutRequested);
        m_pages->addWidget(m_settingsPage);
    }
    return m_settingsPage;
}

void MainWindow::askForDeletion()
{
    const auto &profile = m_parts.session.profile();
    auto *dialog = new DeletionDialog(
        m_parts.account.deletion(), m_parts.portals, profile ? profile->fullName() : QString(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &DeletionDialog::portalsAsked, this, [this] { showPage(Page::Portals); });
    dialog->open();
}

void MainWindow::render()
{
    const bool signedIn = std::holds_alternative<session::SignedIn>(m_parts.session.state());
    m_whole->setCurrentWidget(signedIn ? m_signedIn : m_sessionPage);
    const auto &profile = m_parts.session.profile();
    const auto server = m_parts.settings.server();
    m_sidebar->setPerson(
        {.name = profile ? profile->fullName() : QString(),
         .initials = profile ? initialsOf(profile->firstName, profile->lastName) : QString(),
         .login = m_parts.account.contacts().login(),
         .server = server.authority(),
         .photo = m_parts.account.photo().image()});
    m_sidebar->setUnread(m_parts.model.unread());
    m_strip->setHost(server.host());
}

void MainWindow::retranslate()
{
    setWindowTitle(tr("Bitrix24 Passport"));
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_parts.settings.setWindowGeometry(geometryName, saveGeometry());
    event->accept(); // never refused: a session that ends must not be held up
    Q_EMIT closed();
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    m_sidebar->setCompact(width() < compactBelow);
    QWidget::resizeEvent(event);
}

} // namespace passport
