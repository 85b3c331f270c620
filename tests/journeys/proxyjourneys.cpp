// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/keychainstore.h"
#include "journeys/backendprocess.h"
#include "journeys/desktop.h"
#include "support/authproxy.h"
#include "support/certificates.h"
#include "support/stricttest.h"
#include "ui/widgets/messagestrip.h"

#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QSslConfiguration>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace passport {

/// Behind a proxy that wants a name and a password: everything goes through it, and it is asked for once (SR-25).
class ProxyJourneys : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void askedOnceAndKept();
    void cleanupTestCase();

private:
    static void setProxyByHand(quint16 port);

    const QUrl m_server{u"https://passport.example.test"_s}; ///< Known to the proxy alone.
    QTemporaryDir m_certificates;
    std::unique_ptr<BackendProcess> m_backend;
    QSslConfiguration m_before;
};

void ProxyJourneys::initTestCase()
{
    makeCertificates(m_certificates, m_server.host(), 1);
    m_before = QSslConfiguration::defaultConfiguration();
    QSslConfiguration trusting = m_before;
    QVERIFY(trusting.addCaCertificates(m_certificates.filePath(u"ca.pem"_s)));
    QSslConfiguration::setDefaultConfiguration(trusting);
    m_backend = std::make_unique<BackendProcess>(
        0, m_server,
        QStringList{
            u"--tls-cert"_s, m_certificates.filePath(u"made.pem"_s), u"--tls-key"_s,
            m_certificates.filePath(u"key.pem"_s)});
    QTRY_VERIFY(m_backend->isReady());
}

void ProxyJourneys::cleanupTestCase()
{
    m_backend.reset();
    QSslConfiguration::setDefaultConfiguration(m_before);
}

/// In the footer of the first window, where whoever is behind a proxy looks for it.
void ProxyJourneys::setProxyByHand(quint16 port)
{
    QTRY_VERIFY((Desktop::part<QToolButton>("signInWindow"_L1, "proxy"_L1)));
    Desktop::part<QToolButton>("signInWindow"_L1, "proxy"_L1)->menu()->actions().last()->trigger();
    Desktop::type("proxyDialog"_L1, "proxyHost"_L1, u"127.0.0.1"_s);
    Desktop::part<QSpinBox>("proxyDialog"_L1, "proxyPort"_L1)->setValue(port);
    Desktop::click("proxyDialog"_L1, "useProxy"_L1);
    QTRY_VERIFY(!Desktop::window("proxyDialog"_L1));
    QCOMPARE(Desktop::part<QToolButton>("signInWindow"_L1, "proxy"_L1)->text(), u"Proxy: 127.0.0.1"_s);
}

void ProxyJourneys::askedOnceAndKept()
{
    AuthProxy proxy(static_cast<quint16>(m_backend->url().port()), "anna", "proxy-canary");
    KeychainStore keychain(u"proxy"_s);
    Desktop desktop(m_server, &keychain);
    desktop.start();
    setProxyByHand(proxy.serverPort());
    desktop.signIn(u"anna@example.test"_s, u"anna-demo-Passport"_s, true);

    // proxy_auth: the window says who asks, and its button leads to where the answer is typed.
    QTRY_VERIFY((Desktop::part("signInWindow"_L1, "signInStrip"_L1)));
    QVERIFY(proxy.refusals() > 0);
    const auto *strip = Desktop::part<MessageStrip>("signInWindow"_L1, "signInStrip"_L1);
    QCOMPARE(strip->text(), u"The proxy 127.0.0.1 needs a name and a password."_s);
    QCOMPARE(proxy.tunnels(), 0);
    strip->findChild<QPushButton *>(u"stripFirst"_s)->click();
    Desktop::type("proxyDialog"_L1, "proxyUser"_L1, u"anna"_s);
    Desktop::type("proxyDialog"_L1, "proxyPassword"_L1, u"proxy-canary"_s);
    Desktop::click("proxyDialog"_L1, "useProxy"_L1);
    QTRY_VERIFY(!Desktop::window("proxyDialog"_L1));
    Desktop::click("signInWindow"_L1, "signIn"_L1);
    QTRY_VERIFY(Desktop::showsPortals());
    QTRY_VERIFY(desktop.app().client().push().isOnline()); // the socket goes the same way
    QVERIFY(!desktop.settingsFile().contains("canary")); // SR-25

    desktop.quit();
    const int tunnels = proxy.tunnels();
    desktop.start();
    QTRY_VERIFY(Desktop::showsPortals()); // nobody was asked again
    QVERIFY(proxy.tunnels() > tunnels);
    QVERIFY(!desktop.settingsFile().contains("canary"));
    std::optional<SecretStore::Found> kept;
    keychain.read(m_server.toString() + u"/proxy"_s, this, [&kept](const SecretStore::Found &found) { kept = found; });
    QTRY_VERIFY(kept);
    QCOMPARE(**kept, "proxy-canary"_ba);
}

} // namespace passport

QTEST_MAIN(passport::ProxyJourneys)
#include "proxyjourneys.moc"
