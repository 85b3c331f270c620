// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "support/stricttest.h"

namespace passport {

/// Must fail: CTest demands the failure of `stray`, so a suite that tolerates warnings is red from its first line.
class StrayWarning : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void stray() { qWarning("nobody announced this"); }
    void announced()
    {
        const ExpectWarning expect(QStringLiteral("announced"));
        qWarning("this one was announced");
    }
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::StrayWarning)
#include "straywarning.moc"
