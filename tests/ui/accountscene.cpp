// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "accountscene.h"

#include "ui/profile/contactscard.h"
#include "ui/security/securitypage.h"
#include "ui/security/stepupdialog.h"

#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace passport {

void AccountScene::init()
{
    StrictTest::init();
    m_backend = std::make_unique<AccountFixture>();
}

void AccountScene::cleanup()
{
    m_window.reset();
    m_person.reset();
    m_backend.reset();
}

void AccountScene::signIn(QLatin1StringView who)
{
    m_window.reset();
    m_person = std::make_unique<SignedIn>(m_backend->url());
    m_person->signIn(who);
    QTRY_VERIFY(client().push().isOnline());
    QTRY_VERIFY(client().portals().list());
    m_window = std::make_unique<QWidget>();
    auto *column = new QVBoxLayout(m_window.get());
    column->addWidget(new ContactsCard(client().account()));
    column->addWidget(new SecurityPage(client().account()));
    askForProofs(client().account().gate(), *m_window);
    m_window->resize(900, 900);
    m_window->show();
    QTRY_VERIFY(std::holds_alternative<contacts::Ready>(client().account().contacts().state()));
    QTRY_VERIFY(std::holds_alternative<twostep::Known>(client().account().twoStep().state()));
}

std::unique_ptr<MainWindow> AccountScene::mainWindow()
{
    auto &person = client();
    auto window = std::make_unique<MainWindow>(MainWindow::Parts{
        person.session(), person.portals(), person.portalModel(), person.counters(), person.push(), person.settings(),
        person.account(), m_tray});
    window->show();
    return window;
}

void AccountScene::press(const char *button) const
{
    QTRY_VERIFY2(find(button) && find(button)->isVisible() && find(button)->isEnabled(), button);
    QTest::mouseClick(find(button), Qt::LeftButton);
}

void AccountScene::type(const char *field, const QString &text) const
{
    QTRY_VERIFY2(find<QLineEdit>(field) && find<QLineEdit>(field)->isVisible(), field);
    QTRY_VERIFY2(!find<QLineEdit>(field)->isReadOnly(), field); // while the last one is looked at
    find<QLineEdit>(field)->clear();
    QTest::keyClicks(find<QLineEdit>(field), text);
}

void AccountScene::prove(const QString &password) const
{
    type("stepUpPassword", password);
    press("stepUpAccept");
}

} // namespace passport
