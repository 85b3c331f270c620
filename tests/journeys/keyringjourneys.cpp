// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/keychainstore.h"
#include "journeys/backendprocess.h"
#include "journeys/desktop.h"
#include "support/keyring.h"
#include "support/stricttest.h"

#include <QLabel>

using namespace Qt::StringLiterals;

namespace passport {

/// The real keyring of the session: a restart stays signed in, a locked one is waited for and never taken for an empty
/// one (SR-29).
class KeyringJourneys : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void restartStaysSignedIn();
    void lockedKeyringIsWaitedFor();
    void onlyForThisSession();
    void signOutErases();

private:
    void signInAndKeep(Desktop &desktop);

    BackendProcess m_backend;
};

void KeyringJourneys::initTestCase()
{
    QTRY_VERIFY(m_backend.isReady());
}

void KeyringJourneys::signInAndKeep(Desktop &desktop)
{
    desktop.start();
    desktop.signIn(u"anna@example.test"_s, u"anna-demo-Passport"_s, true);
    QTRY_VERIFY(Desktop::showsPortals());
}

void KeyringJourneys::restartStaysSignedIn()
{
    KeychainStore keychain(u"restart"_s);
    Desktop desktop(m_backend.url(), &keychain);
    signInAndKeep(desktop);
    desktop.quit();
    desktop.start();
    QTRY_VERIFY(Desktop::showsPortals());
}

void KeyringJourneys::lockedKeyringIsWaitedFor()
{
    KeychainStore keychain(u"locked"_s);
    Desktop desktop(m_backend.url(), &keychain);
    signInAndKeep(desktop);
    desktop.quit();
    QVERIFY(keyring::lock());
    desktop.start();
    QTRY_VERIFY((Desktop::part<QLabel>("mainWindow"_L1, "stateTitle"_L1)));
    QTRY_COMPARE((Desktop::part<QLabel>("mainWindow"_L1, "stateTitle"_L1)->text()), u"Your keyring is locked"_s);
    QVERIFY(!Desktop::window("signInWindow"_L1)); // not signed out: only locked
    QVERIFY(keyring::unlock());
    QTRY_VERIFY(Desktop::showsPortals()); // by itself
}

void KeyringJourneys::onlyForThisSession()
{
    KeychainStore keychain(u"session"_s);
    Desktop desktop(m_backend.url(), &keychain);
    QVERIFY(keyring::lock());
    desktop.start();
    desktop.signIn(u"anna@example.test"_s, u"anna-demo-Passport"_s, true);
    Desktop::click("mainWindow"_L1, "stateSecond"_L1);
    QTRY_VERIFY(Desktop::showsPortals());
    QVERIFY(keyring::unlock());
}

void KeyringJourneys::signOutErases()
{
    KeychainStore keychain(u"signout"_s);
    Desktop desktop(m_backend.url(), &keychain);
    signInAndKeep(desktop);
    desktop.app().client().session().signOut();
    QTRY_VERIFY(Desktop::window("signInWindow"_L1));
    desktop.quit();
    desktop.start();
    QTRY_VERIFY(Desktop::window("signInWindow"_L1));
    QVERIFY(!Desktop::window("mainWindow"_L1));
}

} // namespace passport

QTEST_MAIN(passport::KeyringJourneys)
#include "keyringjourneys.moc"
