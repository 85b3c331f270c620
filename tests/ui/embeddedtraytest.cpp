// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "support/stricttest.h"
#include "ui/tray/tray.h"

#include <QApplication>
#include <QMenu>
#include <QProcess>
#include <QSignalSpy>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {

/// A desktop whose tray is of the old kind alone: it lives in the X server, and nothing on the bus tells of it (TR-5).
class EmbeddedTrayTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void isFoundAfterTheTries();
    void leftClickOpens();
    void rightClickShowsTheMenu();
    void itsEndIsNoticed();
    void comesBack();
    void cleanupTestCase();

private:
    void startTray();
    void click(int button) { m_desktop->write(QByteArray::number(button)); }
    [[nodiscard]] bool said(const QByteArray &word)
    {
        m_said += m_desktop->readAllStandardOutput();
        return m_said.contains(word);
    }

    std::unique_ptr<QProcess> m_desktop;
    QByteArray m_said;
    TrayWatch m_watch{TrayWatch::Timing{20ms, 3, 20ms}};
    std::unique_ptr<Tray> m_tray;
};

void EmbeddedTrayTest::startTray()
{
    m_said.clear();
    m_desktop = std::make_unique<QProcess>();
    m_desktop->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_desktop->start(QStringLiteral(TRAY_HOST), QStringList());
    QTRY_VERIFY(said("ready"));
}

void EmbeddedTrayTest::isFoundAfterTheTries()
{
    startTray();
    m_tray = std::make_unique<Tray>(m_watch);
    TrayState anna;
    anna.portals = {{PortalId(u"r"_s), u"Ромашка"_s, 12, true, true}};
    anna.connection = TrayState::Connection::Online;
    m_tray->render(anna);
    QSignalSpy gaveUp(&m_watch, &TrayWatch::gaveUp);
    m_watch.start();
    QVERIFY(!m_watch.isAvailable()); // one on the bus is still waited for
    QTRY_VERIFY(m_watch.isAvailable());
    QTRY_VERIFY(said("docked"));
    QVERIFY(gaveUp.isEmpty() && !m_watch.hasGivenUp());
}

void EmbeddedTrayTest::leftClickOpens()
{
    QSignalSpy open(m_tray.get(), &Tray::openTriggered);
    click(1);
    QTRY_COMPARE(open.size(), 1);
}

void EmbeddedTrayTest::rightClickShowsTheMenu()
{
    click(3);
    QTRY_VERIFY(qobject_cast<QMenu *>(QApplication::activePopupWidget()));
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    const auto actions = menu->actions();
    QVERIFY(actions.constFirst()->text().startsWith(u"Ромашка"_s));
    QVERIFY(actions.constFirst()->isChecked());
    QSignalSpy quit(m_tray.get(), &Tray::quitTriggered);
    QTest::keyClick(menu, Qt::Key_Up); // the last one
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_COMPARE(quit.size(), 1);
}

void EmbeddedTrayTest::itsEndIsNoticed()
{
    QSignalSpy gaveUp(&m_watch, &TrayWatch::gaveUp);
    m_desktop->closeWriteChannel();
    QTRY_COMPARE(m_desktop->state(), QProcess::NotRunning);
    QTRY_COMPARE(gaveUp.size(), 1); // whoever hides there comes out
    QVERIFY(!m_watch.isAvailable() && m_watch.hasGivenUp());
}

void EmbeddedTrayTest::comesBack()
{
    startTray();
    QTRY_VERIFY(m_watch.isAvailable());
    QTRY_VERIFY(said("docked"));
    QVERIFY(!m_watch.hasGivenUp());
}

void EmbeddedTrayTest::cleanupTestCase()
{
    m_tray.reset();
    m_desktop->closeWriteChannel();
    QTRY_COMPARE(m_desktop->state(), QProcess::NotRunning);
}

} // namespace passport

QTEST_MAIN(passport::EmbeddedTrayTest)
#include "embeddedtraytest.moc"
