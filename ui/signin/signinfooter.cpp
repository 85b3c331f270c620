// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/signin/signinfooter.h"

#include "ui/signin/proxydialog.h"
#include "ui/signin/serverdialog.h"
#include "ui/style.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

QToolButton *footerButton(const QString &objectName)
{
    auto *button = new QToolButton;
    button->setObjectName(objectName);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::StrongFocus);
    button->setFont(textFont(TextRole::Caption, QApplication::font()));
    return button;
}

constexpr int leastServerWidth = 80; // the tool tip has all of it

/// host[:port]; the scheme only where it is not what everybody expects.
QString shownServer(const QUrl &server)
{
    return server.scheme() == "https"_L1 ? server.authority() : server.toString(QUrl::RemovePath);
}

} // namespace

SignInFooter::SignInFooter(QWidget *parent)
    : QFrame(parent)
    , m_serverButton(footerButton(u"server"_s))
    , m_proxyButton(footerButton(u"proxy"_s))
    , m_languageButton(footerButton(u"language"_s))
{
    setBackgroundRole(QPalette::AlternateBase);
    setAutoFillBackground(true);
    setMinimumHeight(measure::footer);
    m_serverButton->setMinimumWidth(leastServerWidth); // takes what the others leave, and is no reason to widen
    m_serverButton->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    m_serverButton->setMenu(new QMenu(m_serverButton));
    m_proxyButton->setMenu(new QMenu(m_proxyButton));
    m_languageButton->setMenu(new QMenu(m_languageButton));

    auto *layout = new QHBoxLayout(this);
    const int side = measure::margin - measure::half / 2; // the words stand under those above
    layout->setContentsMargins(side, measure::half, side, measure::half);
    layout->setSpacing(0);
    layout->addWidget(m_serverButton);
    layout->addWidget(m_proxyButton);
    layout->addStretch();
    layout->addWidget(m_languageButton);
    renderWords();
}

void SignInFooter::setServer(const QUrl &server)
{
    m_server = server;
    renderWords();
}

void SignInFooter::setServerLocked(bool locked)
{
    m_serverLocked = locked;
    renderWords();
}

void SignInFooter::setProxy(const ProxyChoice &proxy)
{
    m_proxyChoice = proxy;
    renderWords();
}

void SignInFooter::setLanguages(const QStringList &languages, const QString &current)
{
    m_languages = languages;
    m_current = current;
    renderWords();
}

void SignInFooter::askForServer()
{
    auto *dialog = new ServerDialog(m_server, window());
    connect(dialog, &ServerDialog::chosen, this, &SignInFooter::serverChosen);
    dialog->open();
}

void SignInFooter::askForProxy()
{
    auto *dialog = new ProxyDialog(m_proxyChoice, window());
    connect(dialog, &ProxyDialog::chosen, this, &SignInFooter::proxyChosen);
    dialog->open();
}

void SignInFooter::renderWords()
{
    QString proxy = tr("system");
    if (m_proxyChoice.mode == ProxyChoice::Mode::None)
        proxy = tr("none");
    else if (m_proxyChoice.mode == ProxyChoice::Mode::Manual)
        proxy = m_proxyChoice.host;
    m_proxyButton->setText(tr("Proxy: %1").arg(proxy));
    m_languageButton->setText(m_current.toUpper());
    m_languageButton->setAccessibleName(tr("Language: %1").arg(QLocale(m_current).nativeLanguageName()));
    m_languageButton->setVisible(!m_languages.isEmpty());
    fillServerMenu();
    fillProxyMenu();
    fillLanguageMenu();
    renderServer();
}

void SignInFooter::renderServer()
{
    const QString server = m_server.isEmpty() ? tr("Choose a server…") : tr("Server: %1").arg(shownServer(m_server));
    m_serverButton->setAccessibleName(server);
    m_serverButton->setToolTip(m_server.toString());
    const QMargins sides = layout()->contentsMargins();
    const int language = m_languageButton->isHidden() ? 0 : m_languageButton->sizeHint().width();
    const int room = width() - sides.left() - sides.right() - m_proxyButton->sizeHint().width() - language;
    m_serverButton->setText(server);
    if (m_server.isEmpty() || m_serverButton->sizeHint().width() <= room)
        return;
    // The scheme goes first; of a long host the middle, so that a port stays.
    const QString host = tr("Server: %1").arg(m_server.authority());
    m_serverButton->setText(host);
    const int around = m_serverButton->sizeHint().width() - m_serverButton->fontMetrics().horizontalAdvance(host);
    m_serverButton->setText(m_serverButton->fontMetrics().elidedText(host, Qt::ElideMiddle, room - around));
}

void SignInFooter::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    renderServer();
}

void SignInFooter::fillServerMenu()
{
    QMenu *menu = m_serverButton->menu();
    menu->clear();
    if (!m_server.isEmpty()) {
        QAction *current = menu->addAction(m_server.toString());
        current->setCheckable(true);
        current->setChecked(true);
        connect(current, &QAction::triggered, current, [current] { current->setChecked(true); });
    }
    QAction *another = menu->addAction(m_serverLocked ? tr("Set by your administrator") : tr("Another server…"));
    another->setEnabled(!m_serverLocked);
    connect(another, &QAction::triggered, this, &SignInFooter::askForServer);
}

void SignInFooter::fillProxyMenu()
{
    QMenu *menu = m_proxyButton->menu();
    menu->clear();
    const auto add = [this, menu](const QString &words, ProxyChoice::Mode mode) {
        QAction *action = menu->addAction(words);
        action->setCheckable(true);
        action->setChecked(m_proxyChoice.mode == mode);
        return action;
    };
    connect(add(tr("As the system says"), ProxyChoice::Mode::System), &QAction::triggered, this, [this] {
        Q_EMIT proxyChosen({.mode = ProxyChoice::Mode::System, .host = {}, .user = {}, .password = {}});
    });
    connect(add(tr("No proxy"), ProxyChoice::Mode::None), &QAction::triggered, this, [this] {
        Q_EMIT proxyChosen({.mode = ProxyChoice::Mode::None, .host = {}, .user = {}, .password = {}});
    });
    connect(add(tr("Set by hand…"), ProxyChoice::Mode::Manual), &QAction::triggered, this, &SignInFooter::askForProxy);
}

void SignInFooter::fillLanguageMenu()
{
    QMenu *menu = m_languageButton->menu();
    menu->clear();
    for (const QString &language : m_languages) {
        QAction *action = menu->addAction(QLocale(language).nativeLanguageName());
        action->setCheckable(true);
        action->setChecked(language == m_current);
        connect(action, &QAction::triggered, this, [this, language] { Q_EMIT languageChosen(language); });
    }
}

void SignInFooter::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        renderWords();
}

} // namespace passport
