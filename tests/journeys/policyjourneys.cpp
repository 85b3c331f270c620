// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "journeys/backendprocess.h"
#include "journeys/desktop.h"
#include "support/stricttest.h"

#include <QCheckBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace passport {

/// What the administrator of a computer has decided reaches the windows, and the windows say who decided it.
class PolicyJourneys : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void rememberIsTheAdministrators();
    void rememberBeginsAsThePolicySays();
    void theChoiceGoesFromWindowToWindow();
    void qrIsTurnedOff();
    void serverIsTheAdministrators();

private:
    static Options qrAtOnce();

    BackendProcess m_backend;
};

void PolicyJourneys::initTestCase()
{
    QTRY_VERIFY(m_backend.isReady());
}

Options PolicyJourneys::qrAtOnce()
{
    Options options;
    options.qr = true;
    return options;
}

void PolicyJourneys::rememberIsTheAdministrators()
{
    Desktop desktop(m_backend.url());
    desktop.setPolicy({.server = {}, .rememberDefault = true, .rememberLocked = true});
    desktop.start();
    QTRY_VERIFY(Desktop::window("signInWindow"_L1));
    auto *box = Desktop::part<QCheckBox>("signInWindow"_L1, "remember"_L1);
    auto *who = Desktop::part<QLabel>("signInWindow"_L1, "rememberLocked"_L1);
    QVERIFY(box && box->isChecked() && !box->isEnabled());
    QVERIFY(who);
    QCOMPARE(box->accessibleDescription(), who->text());
    Desktop::type("signInWindow"_L1, "login"_L1, u"anna@example.test"_s);
    Desktop::type("signInWindow"_L1, "password"_L1, u"anna-demo-Passport"_s);
    Desktop::click("signInWindow"_L1, "signIn"_L1);
    QTRY_VERIFY(Desktop::showsPortals());
    desktop.quit();
    desktop.start();
    QTRY_VERIFY(Desktop::showsPortals()); // kept, as decided

    // Whoever was allowed to choose before is not any more; the QR window says the same.
    desktop.app().client().session().signOut();
    QTRY_VERIFY(Desktop::window("signInWindow"_L1));
    desktop.quit();
    desktop.setPolicy({.server = {}, .rememberDefault = false, .rememberLocked = true});
    desktop.start(qrAtOnce());
    QTRY_VERIFY(!Desktop::codeOnScreen().isEmpty());
    box = Desktop::part<QCheckBox>("qrLoginWindow"_L1, "rememberQr"_L1);
    QVERIFY(box && !box->isChecked() && !box->isEnabled());
    QVERIFY((Desktop::part<QLabel>("qrLoginWindow"_L1, "rememberQrLocked"_L1)));
}

void PolicyJourneys::rememberBeginsAsThePolicySays()
{
    Desktop desktop(m_backend.url());
    desktop.setPolicy({.server = {}, .rememberDefault = true});
    desktop.start();
    QTRY_VERIFY(Desktop::window("signInWindow"_L1));
    auto *box = Desktop::part<QCheckBox>("signInWindow"_L1, "remember"_L1);
    QVERIFY(box && box->isChecked() && box->isEnabled());
    QVERIFY(!Desktop::part("signInWindow"_L1, "rememberLocked"_L1));
    desktop.signIn(u"anna@example.test"_s, u"anna-demo-Passport"_s, false); // the person's word counts
    QTRY_VERIFY(Desktop::showsPortals());
    desktop.quit();
    desktop.start();
    QTRY_VERIFY(Desktop::window("signInWindow"_L1));
    box = Desktop::part<QCheckBox>("signInWindow"_L1, "remember"_L1);
    QVERIFY(box && !box->isChecked());
}

void PolicyJourneys::theChoiceGoesFromWindowToWindow()
{
    Desktop desktop(m_backend.url());
    desktop.start();
    QTRY_VERIFY(Desktop::window("signInWindow"_L1));
    Desktop::part<QCheckBox>("signInWindow"_L1, "remember"_L1)->setChecked(true);
    Desktop::click("signInWindow"_L1, "qrSignIn"_L1);
    QTRY_VERIFY(!Desktop::codeOnScreen().isEmpty());
    QVERIFY(Desktop::part<QCheckBox>("qrLoginWindow"_L1, "rememberQr"_L1)->isChecked());
    QVERIFY(desktop.app().client().qrLogin().remember());
}

void PolicyJourneys::qrIsTurnedOff() // SR-48
{
    Desktop desktop(m_backend.url());
    desktop.setPolicy({.server = {}, .qrAllowed = false});
    desktop.start();
    QTRY_VERIFY(Desktop::window("signInWindow"_L1));
    const auto *button = Desktop::part<QPushButton>("signInWindow"_L1, "qrSignIn"_L1);
    QVERIFY(button && !button->isEnabled());
    QCOMPARE(button->accessibleDescription(), u"QR sign-in is turned off by your administrator"_s);
    QCOMPARE(button->toolTip(), button->accessibleDescription());
    desktop.quit();
    desktop.start(qrAtOnce());
    QTRY_VERIFY((Desktop::part<QLabel>("qrLoginWindow"_L1, "stateTitle"_L1)));
    QCOMPARE(
        Desktop::part<QLabel>("qrLoginWindow"_L1, "stateTitle"_L1)->text(),
        u"QR sign-in is turned off by your administrator"_s);
    QVERIFY(Desktop::codeOnScreen().isEmpty());
}

void PolicyJourneys::serverIsTheAdministrators()
{
    Desktop desktop(QUrl(u"http://127.0.0.1:9"_s)); // the command line names another one: it does not count
    desktop.setPolicy({.server = m_backend.url()});
    desktop.start();
    QTRY_VERIFY(Desktop::window("signInWindow"_L1));
    QCOMPARE(desktop.app().client().api().server(), m_backend.url());
    const auto *server = Desktop::part<QToolButton>("signInWindow"_L1, "server"_L1);
    QVERIFY(server);
    const QAction *another = server->menu()->actions().last();
    QVERIFY(!another->isEnabled());
    QCOMPARE(another->text(), u"Set by your administrator"_s);
}

} // namespace passport

QTEST_MAIN(passport::PolicyJourneys)
#include "policyjourneys.moc"
