// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/qrscene.h"
#include "journeys/desktop.h"
#include "protocol/accountapi.h"
#include "support/backendfixture.h"
#include "support/stricttest.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

constexpr auto offer = "serverSwitch"_L1;

} // namespace

/// A second start names another server: the window says it, the person decides, and nobody's sign-in is lost by it.
class ServerJourneys : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void thereAndBack();
    void askedWhileNobodyIsSignedIn();
    void setByTheAdministrator();
    void hiddenItAsksWhenItIsSeen();

private:
    static void startAgain(Desktop &desktop, const QUrl &server, const QStringList &more = {})
    {
        desktop.app().handOver(QStringList{u"passport"_s, u"--server"_s, server.toString()} + more);
    }
    /// All that the question says.
    static QString words()
    {
        QString all;
        if (const auto *dialog = Desktop::window(offer)) {
            for (const auto *label : dialog->findChildren<QLabel *>())
                all += label->text() + u'\n';
        }
        return all;
    }

    BackendFixture m_first;
    BackendFixture m_other;
};

void ServerJourneys::thereAndBack()
{
    Desktop desktop(m_first.url());
    desktop.start();
    auto &client = desktop.app().client();
    desktop.signIn(u"anna@example.test"_s, u"anna-demo-Passport"_s, true);
    QTRY_VERIFY(Desktop::showsPortals());
    startAgain(desktop, m_first.url());
    QVERIFY(!Desktop::window(offer)); // the same one

    startAgain(desktop, m_other.url());
    QVERIFY(words().contains(m_other.url().authority()) && words().contains(m_first.url().authority()));
    QVERIFY(words().contains(u"stays on this computer"_s));
    QVERIFY((Desktop::part<QPushButton>(offer, "serverSwitchCancel"_L1)->isDefault()));
    QTest::keyClick(Desktop::window(offer), Qt::Key_Return); // in a hurry nobody is moved
    QTRY_VERIFY(!Desktop::window(offer));
    QVERIFY(Desktop::showsPortals());
    QCOMPARE(client.api().server(), m_first.url());

    startAgain(desktop, m_other.url());
    Desktop::click(offer, "serverSwitchAccept"_L1);
    QTRY_COMPARE(client.api().server(), m_other.url());
    QTRY_VERIFY(Desktop::window("signInWindow"_L1) && !Desktop::window("mainWindow"_L1));
    desktop.signIn(u"vera@example.test"_s, u"vera-demo-Passport"_s, false);
    QTRY_VERIFY(Desktop::showsPortals());
    QTRY_COMPARE(client.session().profile()->firstName, u"Вера"_s);
    const Credentials veras = *client.api().credentials();

    startAgain(desktop, m_first.url());
    QVERIFY(words().contains(u"not kept"_s));
    Desktop::click(offer, "serverSwitchAccept"_L1);
    QTRY_VERIFY(Desktop::showsPortals() && client.api().server() == m_first.url()); // without a word typed
    QTRY_COMPARE(client.session().profile()->firstName, u"Анна"_s);
    Wire thief(m_other.url());
    thief.api.setCredentials(veras);
    QVERIFY(!ask(thief.api, GetProfile{})); // what was not kept has ended there, too
}

void ServerJourneys::askedWhileNobodyIsSignedIn()
{
    Desktop desktop(m_first.url());
    Options qr;
    qr.qr = true;
    desktop.start(qr);
    QTRY_VERIFY(!Desktop::codeOnScreen().isEmpty());
    startAgain(desktop, m_other.url(), {u"--qr"_s});
    QVERIFY(words().contains(m_other.url().authority()));
    startAgain(desktop, m_other.url()); // once more: one question
    int questions = 0;
    for (const auto *window : QApplication::topLevelWidgets())
        questions += window->objectName() == offer && window->isVisible();
    QCOMPARE(questions, 1);
    Desktop::click(offer, "serverSwitchAccept"_L1);
    QTRY_COMPARE(desktop.app().client().api().server(), m_other.url());
    QTRY_VERIFY(Desktop::window("signInWindow"_L1) && !Desktop::window("qrLoginWindow"_L1));
    desktop.signIn(u"anna@example.test"_s, u"anna-demo-Passport"_s);
    QTRY_VERIFY(Desktop::showsPortals());
}

void ServerJourneys::setByTheAdministrator()
{
    Desktop desktop(m_first.url());
    Policy policy;
    policy.server = m_first.url();
    desktop.setPolicy(policy);
    desktop.start();
    QTRY_VERIFY(Desktop::window("signInWindow"_L1));
    startAgain(desktop, m_other.url());
    QVERIFY(words().contains(u"administrator"_s));
    QVERIFY(!(Desktop::part<QPushButton>(offer, "serverSwitchAccept"_L1)));
    Desktop::click(offer, "serverSwitchCancel"_L1);
    QTRY_VERIFY(!Desktop::window(offer));
    QCOMPARE(desktop.app().client().api().server(), m_first.url());
}

void ServerJourneys::hiddenItAsksWhenItIsSeen()
{
    Desktop desktop(m_first.url());
    Options hidden;
    hidden.background = true;
    desktop.start(hidden);
    startAgain(desktop, m_other.url(), {u"--background"_s});
    QVERIFY(!Desktop::window(offer) && !Desktop::window("signInWindow"_L1));
    desktop.app().handOver({u"passport"_s});
    QVERIFY(Desktop::window("signInWindow"_L1) && Desktop::window(offer));
}

} // namespace passport

QTEST_MAIN(passport::ServerJourneys)
#include "serverjourneys.moc"
