// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "support/stricttest.h"
#include "ui/signin/proxydialog.h"
#include "ui/signin/serverdialog.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using namespace passport;

/// The server and the proxy, as they are typed.
class SignInDialogsTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void serverAddresses_data();
    void serverAddresses();
    void problemIsSaid();
    void proxyIsSetByHand();
};

void SignInDialogsTest::serverAddresses_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("address");
    QTest::newRow("host alone") << u"passport.example.test"_s << u"https://passport.example.test"_s;
    QTest::newRow("with a path") << u" https://passport.example.test/auth/?x=1#y "_s
                                 << u"https://passport.example.test"_s;
    QTest::newRow("port") << u"passport.example.test:8443"_s << u"https://passport.example.test:8443"_s;
    QTest::newRow("this computer without a scheme") << u"127.0.0.1:8080"_s << u"http://127.0.0.1:8080"_s;
    QTest::newRow("this computer") << u"http://127.0.0.1:8080"_s << u"http://127.0.0.1:8080"_s;
    QTest::newRow("this computer by name") << u"http://localhost:8080/"_s << u"http://localhost:8080"_s;
    QTest::newRow("plain http (SR-22)") << u"http://passport.example.test"_s << QString();
    QTest::newRow("with a password in it") << u"https://a:b@passport.example.test"_s << QString();
    QTest::newRow("another scheme") << u"ftp://passport.example.test"_s << QString();
    QTest::newRow("no host") << u"https://"_s << QString();
    QTest::newRow("words") << u"my company"_s << QString();
}

void SignInDialogsTest::serverAddresses()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, address);
    ServerDialog dialog({}, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QSignalSpy chosen(&dialog, &ServerDialog::chosen);
    dialog.findChild<QLineEdit *>(u"serverAddress"_s)->setText(typed);
    auto *use = dialog.findChild<QPushButton *>(u"useServer"_s);
    QCOMPARE(use->isEnabled(), !address.isEmpty());
    use->click();
    QCOMPARE(chosen.count(), address.isEmpty() ? 0 : 1);
    QCOMPARE(chosen.isEmpty() ? QString() : chosen.first().first().toUrl().toString(), address);
}

/// The reason stands under the field, as long as there is one; the dialog grows by it.
void SignInDialogsTest::problemIsSaid()
{
    ServerDialog dialog(QUrl(u"https://passport.example.test"_s), nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog, waitLimit));
    auto *field = dialog.findChild<QLineEdit *>(u"serverAddress"_s);
    const auto *problem = dialog.findChild<QLabel *>(u"serverProblem"_s);
    QVERIFY(!problem->isVisible());
    const int before = dialog.height();
    field->setText(u"http://passport.example.test"_s);
    QTRY_VERIFY(dialog.height() > before);
    QCOMPARE(problem->text(), u"Only addresses that begin with https are secure."_s);
    QCOMPARE(field->accessibleDescription(), problem->text());
    QVERIFY(problem->geometry().top() >= field->geometry().bottom());
    field->setText({});
    QTRY_COMPARE(dialog.height(), before);
    QVERIFY(field->accessibleDescription().isEmpty());
}

void SignInDialogsTest::proxyIsSetByHand()
{
    ProxyDialog dialog({}, nullptr);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    QSignalSpy chosen(&dialog, &ProxyDialog::chosen);
    auto *use = dialog.findChild<QPushButton *>(u"useProxy"_s);
    QVERIFY(!use->isEnabled());
    dialog.findChild<QLineEdit *>(u"proxyHost"_s)->setText(u"proxy.example.test"_s);
    dialog.findChild<QSpinBox *>(u"proxyPort"_s)->setValue(8888);
    dialog.findChild<QLineEdit *>(u"proxyUser"_s)->setText(u"anna"_s);
    dialog.findChild<QLineEdit *>(u"proxyPassword"_s)->setText(u"secret"_s);
    use->click();
    QCOMPARE(chosen.count(), 1);
    QCOMPARE(
        chosen.first().first().value<ProxyChoice>(),
        (ProxyChoice{
            .mode = ProxyChoice::Mode::Manual,
            .host = u"proxy.example.test"_s,
            .port = 8888,
            .user = u"anna"_s,
            .password = u"secret"_s}));
}

QTEST_MAIN(SignInDialogsTest)
#include "signindialogstest.moc"
