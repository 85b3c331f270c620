// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/tray/tray.h"
#include "support/stricttest.h"
#include "support/tray/trayclient.h"
#include "ui/tray/traypicture.h"

#include <QProcess>
#include <QSignalSpy>
#include <QtConcurrent>
#include <atomic>
#include <memory>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace passport {

/// The icon, its menu and its tool tip as a desktop sees them over D-Bus; the tray's host is
/// a program of its own that comes late and goes.
class UiTrayTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void waitsForALateTray();
    void menuShowsPortals();
    void counterChangesInPlace();
    void panelAsksWhileTheMenuIsReplaced();
    void toolTipInEveryState();
    void picturesDiffer();
    void comesBackWithTheWatcher();

private:
    /// The icon answers on this thread while the hand asks on another.
    template <typename Work> static auto ask(Work work)
    {
        auto future = QtConcurrent::run(std::move(work));
        [&] { QTRY_VERIFY(future.isFinished()); }();
        return future.result();
    }
    static TrayClient hand()
    {
        return TrayClient(ask([] { return TrayClient::items(); }).value(0));
    }
    static qsizetype icons()
    {
        return ask([] { return TrayClient::items(); }).size();
    }
    static TrayState anna();
    void startTray();

    std::unique_ptr<QProcess> m_desktop; ///< Ends with it.
    TrayWatch m_watch{TrayWatch::Timing{20ms, 1000}};
    std::unique_ptr<Tray> m_tray;
};

TrayState UiTrayTest::anna()
{
    TrayState state;
    state.portals
        = {{PortalId(u"r"_s), u"Компания «Ромашка & Ко»"_s, 12, true, true},
           {PortalId(u"s"_s), u"Склад"_s, 0, false, true},
           {PortalId(u"t"_s), u"Тест"_s, 0, false, false}};
    state.unread = 12;
    state.connection = TrayState::Connection::Online;
    return state;
}

void UiTrayTest::startTray()
{
    m_desktop = std::make_unique<QProcess>();
    m_desktop->start(QStringLiteral(TRAY_HOST), {u"serve"_s});
    QTRY_VERIFY(m_desktop->bytesAvailable() > 0); // says so once it has the name
}

void UiTrayTest::waitsForALateTray()
{
    m_tray = std::make_unique<Tray>(m_watch);
    m_watch.start();
    QVERIFY(!m_watch.isAvailable());
    QVERIFY(!m_watch.hasGivenUp());
    m_tray->render(anna()); // remembered until there is a tray
    QSignalSpy changed(&m_watch, &TrayWatch::availableChanged);
    startTray();
    QTRY_VERIFY(m_watch.isAvailable());
    QTRY_COMPARE(icons(), 1);
}

void UiTrayTest::menuShowsPortals()
{
    const auto entries = ask([tray = hand()] { return tray.menu(); });
    QVERIFY(entries.size() >= 6);
    QVERIFY(entries.at(0).label.startsWith(u"Компания «Ромашка & Ко»"_s));
    QVERIFY(entries.at(0).label.endsWith(u"12"_s));
    QVERIFY(entries.at(0).checked);
    QCOMPARE(entries.at(1).label, u"Склад"_s);
    QVERIFY(!entries.at(1).checked && entries.at(1).enabled);
    QVERIFY(!entries.at(2).enabled);
    QVERIFY(ask([tray = hand()] { return tray.find(u"Open Passport"_s); }));
    QVERIFY(ask([tray = hand()] { return tray.find(u"Settings"_s); }));

    QSignalSpy portal(m_tray.get(), &Tray::portalTriggered);
    QVERIFY(ask([tray = hand()] { return tray.trigger(u"Склад"_s); }));
    QTRY_COMPARE(portal.size(), 1);
    QCOMPARE(portal.at(0).at(0).value<PortalId>(), PortalId(u"s"_s));
    // The mark stays where the server last saw it.
    QVERIFY(!ask([tray = hand()] { return tray.find(u"Склад"_s); })->checked);
    QSignalSpy quit(m_tray.get(), &Tray::quitTriggered);
    QVERIFY(ask([tray = hand()] { return tray.trigger(u"Quit"_s); }));
    QTRY_COMPARE(quit.size(), 1);
    QSignalSpy open(m_tray.get(), &Tray::openTriggered);
    QVERIFY(ask([tray = hand()] { return tray.activate(); }));
    QTRY_COMPARE(open.size(), 1);
}

void UiTrayTest::counterChangesInPlace()
{
    const auto before = ask([tray = hand()] { return tray.find(u"Склад"_s); });
    auto state = anna();
    state.portals[1].unread = 3;
    m_tray->render(state);
    QTRY_VERIFY(ask([tray = hand()] { return tray.find(u"Склад"_s); })->label.endsWith(u"3"_s));
    QCOMPARE(ask([tray = hand()] { return tray.find(u"Склад"_s); })->id, before->id);

    state.portals.resize(1);
    state.morePortals = true;
    m_tray->render(state);
    QTRY_VERIFY(ask([tray = hand()] { return tray.find(u"All portals"_s); }));
    QVERIFY(!ask([tray = hand()] { return tray.find(u"Склад"_s); }));

    m_tray->render({});
    QTRY_VERIFY(!ask([tray = hand()] { return tray.find(u"Settings"_s); }));
    QVERIFY(ask([tray = hand()] { return tray.find(u"Quit"_s); }));
}

/// A call that waits in the program's queue when its menu is replaced used to reach a deleted object.
void UiTrayTest::panelAsksWhileTheMenuIsReplaced()
{
    std::atomic_bool enough = false;
    auto panel = QtConcurrent::run([&enough, tray = hand()] {
        int answers = 0;
        while (!enough)
            answers += tray.menu().isEmpty() ? 0 : 1;
        return answers;
    });
    auto state = anna();
    for (int i = 0; i < 600; ++i) {
        state.morePortals = !state.morePortals;
        m_tray->render(state);
        QCoreApplication::processEvents();
    }
    enough = true;
    QTRY_VERIFY(panel.isFinished());
    QVERIFY(panel.result() > 0);
    QVERIFY(ask([tray = hand()] { return tray.find(u"Quit"_s); }));
}

void UiTrayTest::toolTipInEveryState()
{
    QStringList seen;
    auto state = anna();
    for (const auto change : std::initializer_list<void (*)(TrayState &)>{
             [](TrayState &) {}, [](TrayState &s) { s.unread = 0; },
             [](TrayState &s) { s.connection = TrayState::Connection::Offline; },
             [](TrayState &s) { s.connection = TrayState::Connection::SignedOut; },
             [](TrayState &s) { s.attention = true; }}) {
        change(state);
        m_tray->render(state);
        const auto text = trayToolTip(state);
        QVERIFY(text.startsWith(u"Passport: "_s));
        QVERIFY(!seen.contains(text));
        seen += text;
        QTRY_COMPARE(ask([tray = hand()] { return tray.toolTip(); }), text);
    }
}

void UiTrayTest::picturesDiffer()
{
    TrayState normal = anna();
    normal.unread = 0;
    TrayState unread = anna();
    TrayState offline = unread;
    offline.connection = TrayState::Connection::Offline;
    TrayState attention = offline;
    attention.attention = true;
    QList<QImage> pictures;
    for (const auto &state : {normal, unread, offline, attention}) {
        const auto image = trayPicture(state, Qt::white).pixmap(22, 22).toImage();
        QCOMPARE(image.size(), QSize(22, 22));
        QVERIFY(!pictures.contains(image));
        pictures += image;
    }
}

void UiTrayTest::comesBackWithTheWatcher()
{
    m_desktop->terminate();
    QTRY_VERIFY(!m_watch.isAvailable());
    QVERIFY(!m_watch.hasGivenUp());
    QTRY_COMPARE(m_desktop->state(), QProcess::NotRunning);
    startTray();
    QTRY_VERIFY(m_watch.isAvailable());
    QTRY_COMPARE(icons(), 1);
    m_tray.reset();
    m_desktop->terminate();
    QTRY_COMPARE(m_desktop->state(), QProcess::NotRunning);
}

} // namespace passport

QTEST_MAIN(passport::UiTrayTest)
#include "traytest.moc"
