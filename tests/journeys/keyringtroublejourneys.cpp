// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/clientcodes.h"
#include "client/keychainstore.h"
#include "journeys/backendprocess.h"
#include "journeys/desktop.h"
#include "support/stricttest.h"

#include <QDBusConnection>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace passport {

/// A computer whose keyring answers nothing but errors, and one that has none (SR-29): each is told by its name, and
/// the person signs in for this session instead.
class KeyringTroubleJourneys : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void trouble_data();
    void trouble();

private:
    BackendProcess m_backend;
};

void KeyringTroubleJourneys::initTestCase()
{
    QTRY_VERIFY(m_backend.isReady());
}

void KeyringTroubleJourneys::trouble_data()
{
    QTest::addColumn<QLatin1StringView>("code");
    QTest::addColumn<QString>("title");
    // Only a bus that is there can have a service that fails.
    if (qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS"))
        QTest::newRow("failing") << code::keyringFailing << u"The keyring does not work"_s;
    else
        QTest::newRow("missing") << code::keyringMissing << u"Nowhere to keep the sign-in safely"_s;
}

void KeyringTroubleJourneys::trouble()
{
    QFETCH(const QLatin1StringView, code);
    QFETCH(const QString, title);
    // The name without the objects behind it: every call to it is refused.
    auto broken = QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"broken"_s);
    QCOMPARE(broken.registerService(u"org.freedesktop.secrets"_s), code == code::keyringFailing);

    KeychainStore keychain(u"trouble"_s);
    Desktop desktop(m_backend.url(), &keychain);
    desktop.start();
    desktop.signIn(u"anna@example.test"_s, u"anna-demo-Passport"_s, true);
    QTRY_VERIFY((Desktop::part<QLabel>("mainWindow"_L1, "stateTitle"_L1)));
    QCOMPARE(Desktop::part<QLabel>("mainWindow"_L1, "stateTitle"_L1)->text(), title);
    const auto *blocked = std::get_if<session::SaveBlocked>(&desktop.app().client().session().state());
    QVERIFY(blocked);
    QCOMPARE(blocked->error.code, code);
    Desktop::click("mainWindow"_L1, "stateSecond"_L1); // only for this session
    QTRY_VERIFY(Desktop::showsPortals());
    const QString token = desktop.app().client().api().credentials()->tokens.refreshToken;
    QVERIFY(!token.isEmpty() && !desktop.settingsFile().contains(token.toLatin1()));

    desktop.quit();
    desktop.start();
    QTRY_VERIFY(Desktop::window("signInWindow"_L1)); // it was kept nowhere
    QVERIFY(!Desktop::window("mainWindow"_L1));
}

} // namespace passport

QTEST_MAIN(passport::KeyringTroubleJourneys)
#include "keyringtroublejourneys.moc"
