// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "support/stricttest.h"
#include "support/tray/trayclient.h"

#include <QMenu>
#include <QSystemTrayIcon>
#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace passport {

/// The tray that other tests rely on shows what QSystemTrayIcon gives it and passes clicks back.
class TrayTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void menuIsReadAndClicked();

private:
    /// The icon answers on this thread while the hand asks on another.
    template <typename Work> static auto ask(Work work)
    {
        auto future = QtConcurrent::run(std::move(work));
        [&] { QTRY_VERIFY(future.isFinished()); }();
        return future.result();
    }
};

void TrayTest::menuIsReadAndClicked()
{
    QVERIFY(QSystemTrayIcon::isSystemTrayAvailable());
    QMenu menu;
    auto *portals = menu.addMenu(u"&Portals"_s);
    auto *romashka = portals->addAction(u"Ромашка"_s);
    romashka->setCheckable(true);
    auto *quit = menu.addAction(u"&Quit"_s);
    quit->setEnabled(false);
    QPixmap picture(22, 22);
    picture.fill(Qt::black);
    QSystemTrayIcon icon{QIcon(picture)};
    icon.setToolTip(u"Паспорт"_s);
    icon.setContextMenu(&menu);
    icon.show();
    QTRY_VERIFY(ask([] { return TrayClient::first().has_value(); }));

    const auto item = ask([] { return TrayClient::items(); }).first();
    QCOMPARE(ask([=] { return TrayClient(item).toolTip(); }), u"Паспорт"_s);
    const auto entries = ask([=] { return TrayClient(item).menu(); });
    QCOMPARE(entries.size(), 2);
    QCOMPARE(entries.at(0).label, u"Portals"_s);
    QCOMPARE(entries.at(0).children.size(), 1);
    QVERIFY(!entries.at(0).children.at(0).checked);
    QVERIFY(!entries.at(1).enabled);

    QVERIFY(ask([=] { return TrayClient(item).trigger(u"Ромашка"_s); }));
    QTRY_VERIFY(romashka->isChecked());
    QVERIFY(ask([=] { return TrayClient(item).find(u"Ромашка"_s); })->checked);
    QVERIFY(!ask([=] { return TrayClient(item).trigger(u"Quit"_s); }));
}

} // namespace passport

QTEST_MAIN(passport::TrayTest)
#include "tray_test.moc"
