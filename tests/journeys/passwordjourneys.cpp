// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "journeys/backendprocess.h"
#include "journeys/demophone.h"
#include "journeys/desktop.h"
#include "support/stricttest.h"

#include <QAbstractButton>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace passport {

/// From the sign-in window to the portals by password, and what a restart finds.
class PasswordJourneys : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void passwordLeadsToThePortals();
    void wrongPasswordSaysSo();
    void secondStepLeadsToThePortals();
    void rememberedOverARestart();
    void notRememberedOverARestart();
    void secondStartRaisesAndOpensLinks();

private:
    BackendProcess m_backend;
};

void PasswordJourneys::initTestCase()
{
    QTRY_VERIFY(m_backend.isReady());
}

void PasswordJourneys::passwordLeadsToThePortals()
{
    Desktop desktop(m_backend.url());
    desktop.start();
    desktop.signIn(u"anna@example.test"_s, u"anna-demo-Passport"_s);
    QTRY_VERIFY(Desktop::showsPortals());
    QVERIFY(!Desktop::window("signInWindow"_L1));
}

void PasswordJourneys::wrongPasswordSaysSo()
{
    Desktop desktop(m_backend.url());
    desktop.start();
    desktop.signIn(u"vera@example.test"_s, u"not-her-password"_s);
    QTRY_VERIFY((Desktop::part<QLabel>("signInWindow"_L1, "signInError"_L1)));
    QVERIFY(!Desktop::window("mainWindow"_L1));
}

void PasswordJourneys::secondStepLeadsToThePortals()
{
    Desktop desktop(m_backend.url());
    desktop.start();
    desktop.signIn(u"boris@example.test"_s, u"boris-demo-Passport"_s);
    Desktop::type("signInWindow"_L1, "code"_L1, borisCodeNow());
    QTRY_VERIFY(Desktop::showsPortals());
    const auto isNamed = [] {
        const auto *account = Desktop::part<QAbstractButton>("mainWindow"_L1, "account"_L1);
        return account && account->accessibleName().contains(u"Борис Петров"_s)
            && account->accessibleDescription().contains(u"boris@example.test"_s);
    };
    QTRY_VERIFY(isNamed());
    desktop.app().client().session().signOut();
    desktop.signIn(u"boris@example.test"_s, u"boris-demo-Passport"_s);
    QTRY_VERIFY((Desktop::part("signInWindow"_L1, "code"_L1)));
    const auto *name = Desktop::part<QLabel>("signInWindow"_L1, "secondStepName"_L1);
    QVERIFY(name);
    QCOMPARE(name->text(), u"Борис Петров"_s); // this computer knows him by now
}

void PasswordJourneys::rememberedOverARestart()
{
    Desktop desktop(m_backend.url());
    desktop.start();
    desktop.signIn(u"anna@example.test"_s, u"anna-demo-Passport"_s, true);
    QTRY_VERIFY(Desktop::showsPortals());
    desktop.quit();
    desktop.start();
    QTRY_VERIFY(Desktop::showsPortals());
    QVERIFY(!Desktop::window("signInWindow"_L1));
}

void PasswordJourneys::notRememberedOverARestart()
{
    Desktop desktop(m_backend.url());
    desktop.start();
    desktop.signIn(u"anna@example.test"_s, u"anna-demo-Passport"_s, false);
    QTRY_VERIFY(Desktop::showsPortals());
    desktop.quit();
    desktop.start();
    QTRY_VERIFY(Desktop::window("signInWindow"_L1));
    QVERIFY(!Desktop::window("mainWindow"_L1));
}

void PasswordJourneys::secondStartRaisesAndOpensLinks()
{
    Desktop desktop(m_backend.url());
    desktop.start();
    desktop.signIn(u"anna@example.test"_s, u"anna-demo-Passport"_s);
    QTRY_VERIFY(Desktop::showsPortals());
    desktop.app().handOver({u"passport"_s, u"passport:settings"_s});
    QTRY_VERIFY((Desktop::part("mainWindow"_L1, "settingsPage"_L1)));
    desktop.app().handOver({u"passport"_s, u"passport:approve/everything"_s}); // no link of ours: only raises
    QVERIFY(Desktop::window("mainWindow"_L1));
}

} // namespace passport

QTEST_MAIN(passport::PasswordJourneys)
#include "passwordjourneys.moc"
