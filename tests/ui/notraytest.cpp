// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "support/stricttest.h"
#include "ui/tray/tray.h"

#include <QSignalSpy>

using namespace std::chrono_literals;

namespace passport {

/// A desktop without any tray: it is looked for a few times, said once, and nothing depends on it (TR-5).
class NoTrayTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void givesUpOnce();
};

void NoTrayTest::givesUpOnce()
{
    TrayWatch watch(TrayWatch::Timing{1ms, 5});
    Tray tray(watch);
    QSignalSpy gaveUp(&watch, &TrayWatch::gaveUp);
    QSignalSpy changed(&watch, &TrayWatch::availableChanged);
    watch.start();
    QVERIFY(!watch.hasGivenUp());
    QTRY_COMPARE(gaveUp.size(), 1);
    QVERIFY(watch.hasGivenUp());
    QVERIFY(changed.isEmpty());
    tray.render(TrayState{{}, false, 1, TrayState::Connection::Online, false});
    tray.notify(QStringLiteral("nobody"), QStringLiteral("sees this"));
    tray.retranslate();
}

} // namespace passport

QTEST_MAIN(passport::NoTrayTest)
#include "notraytest.moc"
