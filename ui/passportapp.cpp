// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/passportapp.h"

#include "protocol/qrlink.h"
#include "ui/errortext.h"

#include <QCoreApplication>
#include <QDesktopServices>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

/// Where passport-backend listens when nothing else is said.
QUrl bundledServer()
{
    return QUrl(u"http://127.0.0.1:8080"_s);
}

std::optional<Theme> chosenTheme(Settings::Theme theme)
{
    switch (theme) {
    case Settings::Theme::Light:
        return Theme::Light;
    case Settings::Theme::Dark:
        return Theme::Dark;
    case Settings::Theme::System:
        break;
    }
    return {};
}

} // namespace

PassportApp::PassportApp(
    QSettings &store, SecretStore &secrets, const Policy &policy, const Timing &timing, QObject *parent)
    : QObject(parent)
    , m_client(store, secrets, policy, timing.client)
    , m_appearance(chosenTheme(m_client.settings().theme()))
    , m_watch(timing.tray)
    , m_tray(m_watch)
    , m_windows(m_client, m_watch)
    , m_policy(policy)
{
    setLanguage(m_client.settings().language());
    connectTray();
    connectWindows();
    connect(&m_lock, &ScreenLock::changed, &m_client.qrLogin(), &QrLogin::setLocked);
    connect(&m_client.session(), &Session::stateChanged, this, &PassportApp::renderTray);
    connect(&m_client.portals(), &Portals::stateChanged, this, &PassportApp::portalsChanged);
    connect(&m_client.portalModel(), &PortalModel::unreadChanged, this, &PassportApp::renderTray);
    connect(&m_client.counters(), &Counters::changed, this, &PassportApp::renderTray);
    connect(&m_client.push(), &PushConnection::stateChanged, this, &PassportApp::renderTray);
    connect(&m_client.portals(), &Portals::linkReady, this, [](const PortalId &, const QUrl &url) {
        QDesktopServices::openUrl(url);
    });
}

PassportApp::~PassportApp()
{
    m_client.qrLogin().cancel(); // the server need not keep a ticket that nobody shows
}

void PassportApp::start(const Options &options)
{
    m_watch.start();
    if (m_policy.server)
        m_client.useServer(*m_policy.server);
    else if (options.server)
        m_client.useServer(*options.server);
    else if (m_client.settings().server().isEmpty())
        m_client.lookForServer(bundledServer());
    else
        m_client.restore();
    // Hidden only where something is left to be seen of it; a tray may still come, and says so if not.
    m_windows.start(options.background && !m_watch.hasGivenUp());
    if (options.link || options.qr)
        follow(options);
}

void PassportApp::handOver(const QStringList &arguments)
{
    const auto parsed = parseOptions(arguments);
    const auto *options = std::get_if<Options>(&parsed);
    if (!options)
        return m_windows.show();
    const bool serverIsKnown = !m_client.api().server().isEmpty();
    if (options->server && !serverIsKnown)
        m_client.useServer(*options->server);
    if (!options->server || !serverIsKnown || originOf(*options->server) == m_client.api().origin())
        return follow(*options);
    // Another one than that in use is not taken unasked: somebody may be signed in. What else was wanted was wanted
    // there.
    if (!options->background)
        m_windows.show();
    m_windows.offerServer(*options->server);
}

void PassportApp::follow(const Options &options)
{
    if (options.qr || (options.link && options.link->page == DeepLink::Page::QrSignIn))
        m_windows.showQr();
    else if (options.link && options.link->page == DeepLink::Page::Settings)
        m_windows.showPage(Page::Settings);
    else if (options.link && options.link->portal)
        m_windows.showPortal(*options.link->portal);
    else if (!options.background)
        m_windows.show();
}

void PassportApp::connectTray()
{
    connect(&m_tray, &Tray::portalTriggered, &m_client.portals(), &Portals::switchTo);
    connect(&m_tray, &Tray::openTriggered, &m_windows, &Windows::show);
    connect(&m_tray, &Tray::allPortalsTriggered, &m_windows, [this] { m_windows.showPage(Page::Portals); });
    connect(&m_tray, &Tray::settingsTriggered, &m_windows, [this] { m_windows.showPage(Page::Settings); });
    connect(&m_tray, &Tray::quitTriggered, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    // Nobody may be left without any way back to the program.
    connect(&m_watch, &TrayWatch::gaveUp, this, [this] {
        if (m_windows.isHidden())
            m_windows.show();
    });
}

void PassportApp::connectWindows()
{
    connect(&m_windows, &Windows::closed, this, &PassportApp::windowClosed);
    connect(&m_windows, &Windows::quitRequested, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
    connect(&m_windows, &Windows::languageChosen, this, [this](const QString &language) {
        m_client.settings().setLanguage(language);
        setLanguage(language);
    });
    connect(&m_windows, &Windows::themeChosen, this, [this] {
        m_appearance.setTheme(chosenTheme(m_client.settings().theme()));
    });
}

void PassportApp::windowClosed()
{
    if (!m_watch.isAvailable() || !m_client.settings().keepRunning())
        return QCoreApplication::quit();
    if (m_client.settings().trayHintShown())
        return;
    m_client.settings().setTrayHintShown(true);
    m_tray.notify(tr("Passport goes on in the tray"), tr("Open or quit it from its icon."));
}

void PassportApp::portalsChanged()
{
    const auto *ready = std::get_if<portals::Ready>(&m_client.portals().state());
    if (ready && ready->error && m_windows.isHidden())
        m_tray.notify(tr("The portal was not switched"), errorText(*ready->error));
    renderTray();
}

void PassportApp::renderTray()
{
    m_tray.render(trayStateOf(m_client));
}

void PassportApp::setLanguage(const QString &language)
{
    m_language.use(language);
    m_windows.setLanguage(m_language.current());
    m_tray.retranslate();
}

} // namespace passport
