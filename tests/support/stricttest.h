// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QRegularExpression>
#include <QTest>

namespace passport {

/// The base of every test class: a warning that nobody announced fails the test function in which it appears.
/// A class with an init() of its own calls StrictTest::init() first.
class StrictTest : public QObject {
    Q_OBJECT

protected Q_SLOTS:
    virtual void init()
    {
        // The overload for const char * compares literally and would never fire. The platform "offscreen" says of
        // every window with a least size that it has no window manager to tell.
        QTest::failOnWarning(
            QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
    }
};

/// Announces that the rest of the test function will print a warning that matches: it is swallowed, and its absence
/// fails the test. One object stands for one warning.
struct ExpectWarning {
    explicit ExpectWarning(const QString &pattern) { QTest::ignoreMessage(QtWarningMsg, QRegularExpression(pattern)); }
};

} // namespace passport
