// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QRegularExpression>
#include <QTest>

// A wait ends when what it waits for is there; its limit only says when to give up. QTest's own 5 s are too few for a
// password's Argon2id at nice 19 beside a sanitizer build on two cores, and there is no switch for them.
#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(condition) QTRY_VERIFY_WITH_TIMEOUT(condition, passport::waitLimit)
#define QTRY_VERIFY2(condition, text) QTRY_VERIFY2_WITH_TIMEOUT(condition, text, passport::waitLimit)
#define QTRY_COMPARE(actual, expected) QTRY_COMPARE_WITH_TIMEOUT(actual, expected, passport::waitLimit)

namespace passport {

inline constexpr int waitLimit = 30000; ///< ms

/// The base of every test class: a warning that nobody announced fails the test function in which it appears.
/// A class with an init() of its own calls StrictTest::init() first.
class StrictTest : public QObject {
    Q_OBJECT

protected Q_SLOTS:
    virtual void init()
    {
        // The overload for const char * compares literally and would never fire. The platform "offscreen" says of
        // every window with a least size that it has no window manager to tell. Qt Network says of a reply whose
        // connection breaks in two ways at once that it was told twice; nobody outside of Qt can prevent that.
        QTest::failOnWarning(QRegularExpression(QStringLiteral(
            "^(?!This plugin does not support propagateSizeHints|QNetworkReplyImplPrivate::error: Internal problem)")));
    }
};

/// Announces that the rest of the test function will print a warning that matches: it is swallowed, and its absence
/// fails the test. One object stands for one warning.
struct ExpectWarning {
    explicit ExpectWarning(const QString &pattern) { QTest::ignoreMessage(QtWarningMsg, QRegularExpression(pattern)); }
};

} // namespace passport
