// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "journeys/backendprocess.h"
#include "journeys/desktop.h"
#include "support/stricttest.h"
#include "support/tray/trayclient.h"

#include <QSignalSpy>
#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace passport {

/// The program in the tray of a desktop: the window closes, the icon stays, and a portal is switched from its menu.
class TrayJourneys : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void switchesFromTheMenu();
    void closedWindowLeavesTheIcon();

private:
    /// The icon answers on this thread while the hand asks on another.
    template <typename Work> static auto ask(Work work)
    {
        auto future = QtConcurrent::run(std::move(work));
        [&] { QTRY_VERIFY(future.isFinished()); }();
        return future.result();
    }
    static std::optional<TrayEntry> entry(const QString &label)
    {
        return ask([label]() -> std::optional<TrayEntry> {
            const auto icon = TrayClient::first();
            return icon ? icon->find(label) : std::nullopt;
        });
    }
    static bool trigger(const QString &label)
    {
        return ask([label] { return TrayClient::first()->trigger(label); });
    }

    BackendProcess m_backend;
};

void TrayJourneys::initTestCase()
{
    QTRY_VERIFY(m_backend.isReady());
}

void TrayJourneys::switchesFromTheMenu()
{
    Desktop desktop(m_backend.url());
    desktop.start();
    desktop.signIn(u"anna@example.test"_s, u"anna-demo-Passport"_s);
    QTRY_VERIFY(Desktop::showsPortals());
    QTRY_VERIFY(entry(u"Склад"_s));
    QVERIFY(!entry(u"Склад"_s)->checked);
    QVERIFY(!entry(u"Тест"_s)->enabled); // an invitation
    QVERIFY(trigger(u"Склад"_s));
    QTRY_VERIFY(entry(u"Склад"_s)->checked);
    QVERIFY(!entry(u"Ромашка"_s)->checked);
    const auto current = desktop.app().client().portals().current();
    QCOMPARE(desktop.app().client().portals().list()->items.at(1).memberId, current);
    QVERIFY(trigger(u"Settings"_s));
    QTRY_VERIFY((Desktop::part("mainWindow"_L1, "settingsPage"_L1)));
}

void TrayJourneys::closedWindowLeavesTheIcon()
{
    Desktop desktop(m_backend.url());
    QSignalSpy quitting(qApp, &QCoreApplication::aboutToQuit);
    desktop.start();
    desktop.signIn(u"anna@example.test"_s, u"anna-demo-Passport"_s);
    QTRY_VERIFY(Desktop::showsPortals());
    QTRY_VERIFY(entry(u"Open Passport"_s));
    Desktop::window("mainWindow"_L1)->close();
    QTRY_VERIFY(!Desktop::window("mainWindow"_L1));
    QVERIFY(trigger(u"Open Passport"_s));
    QTRY_VERIFY(Desktop::window("mainWindow"_L1));
    QVERIFY(quitting.isEmpty());
}

} // namespace passport

QTEST_MAIN(passport::TrayJourneys)
#include "trayjourneys.moc"
