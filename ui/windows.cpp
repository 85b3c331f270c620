// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/windows.h"

#include "client/passportclient.h"
#include "ui/language.h"
#include "ui/mainwindow.h"
#include "ui/portals/addressdialog.h"
#include "ui/portals/portalspage.h"
#include "ui/qrlogin/qrcodepage.h"
#include "ui/qrlogin/qrloginwindow.h"
#include "ui/signin/serverswitchdialog.h"
#include "ui/signin/signinfooter.h"
#include "ui/signin/signinpage.h"
#include "ui/signin/signinwindow.h"

#include <QDesktopServices>
#include <QEvent>
#include <utility>

namespace passport {

namespace {

void bringToFront(QWidget &window)
{
    window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
    window.show();
    window.raise();
    window.activateWindow();
}

/// A window may be the one whose button is being handled: it goes when that is over.
template <typename Window> void discard(std::unique_ptr<Window> &window)
{
    if (!window)
        return;
    window->disconnect();
    window->hide();
    window.release()->deleteLater();
}

} // namespace

Windows::Windows(PassportClient &client, TrayWatch &tray, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_tray(tray)
    , m_lastPerson(client.session(), client.account())
{
    connect(&m_client.session(), &Session::stateChanged, this, &Windows::render);
}

Windows::~Windows() = default;

void Windows::start(bool hidden)
{
    m_started = true;
    m_hidden = hidden;
    render();
}

void Windows::show()
{
    m_hidden = false;
    render();
    if (QWidget *window = seen())
        bringToFront(*window);
    if (!m_offered.isEmpty())
        offerServer(std::exchange(m_offered, {}));
}

QWidget *Windows::seen() const
{
    for (QWidget *window :
         {static_cast<QWidget *>(m_qr.get()), static_cast<QWidget *>(m_signIn.get()),
          static_cast<QWidget *>(m_main.get())}) {
        if (window && window->isVisible())
            return window;
    }
    return nullptr;
}

void Windows::offerServer(const QUrl &server)
{
    using Consequence = ServerSwitchDialog::Consequence;
    delete m_offer; // the last start counts
    QWidget *window = seen();
    if (!window) {
        m_offered = server;
        return;
    }
    const auto &session = m_client.session();
    const auto consequence = m_client.policy().server                 ? Consequence::Forbidden
        : std::holds_alternative<session::SignedOut>(session.state()) ? Consequence::None
        : session.isKept()                                            ? Consequence::Kept
                                                                      : Consequence::Ends;
    m_offer = new ServerSwitchDialog(m_client.api().server(), server, consequence, window);
    m_offer->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_offer, &ServerSwitchDialog::switchAsked, this, [this](const QUrl &asked) {
        leaveQr();
        m_client.moveTo(asked);
    });
    m_offer->open();
}

void Windows::render()
{
    if (!m_started)
        return;
    const auto &state = m_client.session().state();
    if (std::holds_alternative<session::SignedOut>(state))
        return renderSignedOut();
    const bool passing = std::holds_alternative<session::Saving>(state)
        || std::holds_alternative<session::Loading>(state) || std::holds_alternative<session::Restoring>(state);
    if (passing && ((m_signIn && m_signIn->isVisible()) || (m_qr && m_qr->isVisible())))
        return; // the window in which somebody signs in stays until it is clear how that ends
    forgetSignIn();
    if (!m_hidden)
        mainWindow().show();
}

void Windows::renderSignedOut()
{
    discard(m_main);
    if (std::get<session::SignedOut>(m_client.session().state()).isDeleted())
        forgetLogin();
    // The code that led to the session that has just ended stands for nothing any more.
    if (std::holds_alternative<qrlogin::Idle>(m_client.qrLogin().state()))
        discard(m_qr);
    if (m_hidden || (m_qr && m_qr->isVisible()))
        return;
    auto &window = signInWindow();
    window.renderEnd(std::get<session::SignedOut>(m_client.session().state()));
    window.setServer(m_client.api().server());
    window.show();
}

/// Nobody can sign in with it any more.
void Windows::forgetLogin()
{
    m_client.settings().setLogin({});
    m_login.clear();
    m_lastPerson.forget();
    if (m_signIn)
        m_signIn->page().setLogin({});
}

void Windows::forgetSignIn()
{
    const auto *signedIn = std::get_if<session::SignedIn>(&m_client.session().state());
    if (signedIn && signedIn->kept && !m_login.isEmpty())
        m_client.settings().setLogin(m_login);
    discard(m_signIn);
    discard(m_qr);
}

void Windows::showQr()
{
    if (!std::holds_alternative<session::SignedOut>(m_client.session().state()) || m_client.api().server().isEmpty())
        return show();
    m_hidden = false;
    bringToFront(qrWindow()); // asks for a code itself
    if (m_signIn)
        m_signIn->hide();
}

void Windows::leaveQr()
{
    discard(m_qr);
    m_client.qrLogin().cancel();
    render();
}

void Windows::showPage(Page page)
{
    show();
    if (m_main)
        m_main->showPage(page);
}

void Windows::showPortal(const PortalId &portal)
{
    showPage(Page::Portals);
    if (m_main)
        m_main->portalsPage().showPortal(portal);
}

MainWindow &Windows::mainWindow()
{
    if (m_main)
        return *m_main;
    m_main = std::make_unique<MainWindow>(MainWindow::Parts{
        m_client.session(), m_client.portals(), m_client.portalModel(), m_client.counters(), m_client.push(),
        m_client.settings(), m_client.account(), m_tray});
    connect(m_main.get(), &MainWindow::signOutRequested, &m_client.session(), &Session::signOut);
    connect(m_main.get(), &MainWindow::languageChosen, this, &Windows::languageChosen);
    connect(m_main.get(), &MainWindow::themeChosen, this, &Windows::themeChosen);
    connect(m_main.get(), &MainWindow::quitRequested, this, &Windows::quitRequested);
    connect(m_main.get(), &MainWindow::addressRequested, this, &Windows::askForAddress);
    connect(m_main.get(), &MainWindow::siteRequested, this, &Windows::openSite);
    m_main->installEventFilter(this);
    return *m_main;
}

SignInWindow &Windows::signInWindow()
{
    if (m_signIn)
        return *m_signIn;
    m_signIn = std::make_unique<SignInWindow>();
    auto &page = m_signIn->page();
    page.setLogin(m_client.settings().login());
    page.setRemember(m_client.remembers());
    page.setRememberLocked(m_client.policy().rememberLocked);
    page.setQrAllowed(m_client.policy().qrAllowed);
    m_signIn->footer().setServerLocked(m_client.policy().server.has_value());
    m_signIn->footer().setLanguages(Language::available(), m_language);
    m_signIn->footer().setProxy(m_client.proxy());
    connect(&page, &SignInPage::signInAsked, this, [this](const QString &login, const QString &, bool remember) {
        m_login = login;
        m_client.settings().setRemember(remember);
    });
    m_signIn->setLastPerson(m_lastPerson);
    m_signIn->follow(m_client.signIn());
    connect(m_signIn.get(), &SignInWindow::qrAsked, this, &Windows::showQr);
    connect(m_signIn.get(), &SignInWindow::serverChosen, this, [this](const QUrl &server) {
        m_client.useServer(server);
        render();
    });
    connect(m_signIn.get(), &SignInWindow::proxyChosen, this, [this](const ProxyChoice &proxy) {
        m_client.useProxy(proxy);
        m_signIn->footer().setProxy(proxy);
    });
    connect(m_signIn.get(), &SignInWindow::languageChosen, this, &Windows::languageChosen);
    m_signIn->installEventFilter(this);
    return *m_signIn;
}

QrLoginWindow &Windows::qrWindow()
{
    if (m_qr)
        return *m_qr;
    m_qr = std::make_unique<QrLoginWindow>();
    m_client.qrLogin().setRemember(m_signIn ? m_signIn->page().remember() : m_client.remembers());
    m_qr->codePage().setRememberLocked(m_client.policy().rememberLocked);
    m_qr->codePage().setClockSkew(m_client.api().clockSkew());
    connect(&m_client.api(), &ApiClient::clockSkewChanged, m_qr.get(), [this] {
        if (m_qr)
            m_qr->codePage().setClockSkew(m_client.api().clockSkew());
    });
    m_qr->follow(m_client.qrLogin());
    connect(&m_qr->codePage(), &QrCodePage::rememberChanged, this, [this](bool remember) {
        m_client.settings().setRemember(remember);
    });
    connect(m_qr.get(), &QrLoginWindow::backPressed, this, &Windows::leaveQr);
    connect(m_qr.get(), &QrLoginWindow::passwordAsked, this, &Windows::leaveQr);
    connect(m_qr.get(), &QrLoginWindow::finishedSeen, this, &Windows::render);
    connect(m_qr.get(), &QrLoginWindow::browserAsked, this, &Windows::openSite);
    connect(m_qr.get(), &QrLoginWindow::changePasswordAsked, this, &Windows::openSite);
    connect(m_qr.get(), &QrLoginWindow::proxyAsked, this, [this] {
        leaveQr();
        signInWindow().footer().askForProxy();
    });
    m_qr->installEventFilter(this);
    return *m_qr;
}

bool Windows::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Close || !event->isAccepted())
        return QObject::eventFilter(watched, event);
    if (watched == m_qr.get()) {
        leaveQr();
    } else {
        m_hidden = true;
        Q_EMIT closed();
    }
    return QObject::eventFilter(watched, event);
}

void Windows::setLanguage(const QString &language)
{
    m_language = language;
    if (m_signIn)
        m_signIn->footer().setLanguages(Language::available(), m_language);
}

void Windows::openSite()
{
    QDesktopServices::openUrl(m_client.api().server());
}

void Windows::askForAddress()
{
    auto *dialog = new AddressDialog(m_main.get());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &AddressDialog::chosen, this, [](const QUrl &portal) { QDesktopServices::openUrl(portal); });
    dialog->open();
}

} // namespace passport
