// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/errorcodes.h"
#include "qr/qrimage.h"
#include "support/stricttest.h"

using namespace Qt::StringLiterals;
using namespace passport;

/// Text to modules to picture.
class QrCodeTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void hasTheThreeFinders();
    void sizesFollowTheVersions_data();
    void sizesFollowTheVersions();
    void refusesWhatDoesNotFit();
    void runsCoverExactlyTheDarkModules();
    void pictureHasAQuietZone();
};

void QrCodeTest::hasTheThreeFinders()
{
    const QrCode code = QrCode::fromText(u"https://b24.to/a/s1/"_s).value();
    const int last = code.size() - 1;
    for (const QPoint corner : {QPoint(0, 0), QPoint(last - 6, 0), QPoint(0, last - 6)}) {
        for (int i = 0; i < 7; ++i) {
            QVERIFY(code.isDark(corner.x() + i, corner.y()));
            QVERIFY(code.isDark(corner.x(), corner.y() + i));
        }
        QVERIFY(!code.isDark(corner.x() + 1, corner.y() + 1));
        QVERIFY(code.isDark(corner.x() + 3, corner.y() + 3));
    }
    // No finder in the fourth corner: this is how a reader tells which way is up.
    QVERIFY(
        !(code.isDark(last, last - 6) && code.isDark(last, last) && code.isDark(last - 6, last)
          && code.isDark(last - 3, last - 3) && !code.isDark(last - 1, last - 1)));
}

void QrCodeTest::sizesFollowTheVersions_data()
{
    QTest::addColumn<int>("characters");
    QTest::addColumn<int>("modules");
    // The byte capacities at level M of ISO/IEC 18004, table 7.
    QTest::newRow("version 1") << 14 << 21;
    QTest::newRow("version 2") << 15 << 25;
    QTest::newRow("version 5, a link of the public system") << 70 << 37;
    QTest::newRow("version 6") << 96 << 41;
    QTest::newRow("version 40, full") << 2331 << 177;
}

void QrCodeTest::sizesFollowTheVersions()
{
    QFETCH(const int, characters);
    QFETCH(const int, modules);
    const Result<QrCode> code = QrCode::fromText(QString(characters, u'x'));
    QVERIFY(code);
    QCOMPARE(code->size(), modules);
}

void QrCodeTest::refusesWhatDoesNotFit()
{
    QCOMPARE(QrCode::fromText({}).error().code, QString(code::invalidRequest));
    QCOMPARE(QrCode::fromText(QString(2332, u'x')).error().code, QString(code::tooLarge));
    // Bytes count, not characters.
    QCOMPARE(QrCode::fromText(QString(1200, u'ж')).error().code, QString(code::tooLarge));
}

void QrCodeTest::runsCoverExactlyTheDarkModules()
{
    const QrCode code = QrCode::fromText(u"https://b24.to/a/s1/0123456789abcdef/"_s).value();
    const int zone = QrCode::quietZone;
    QList<int> covered(code.size() * code.size(), 0);
    for (const QRect &run : darkRuns(code)) {
        QCOMPARE(run.height(), 1);
        for (int x = run.left(); x <= run.right(); ++x)
            ++covered[(run.top() - zone) * code.size() + x - zone];
    }
    for (int y = 0; y < code.size(); ++y) {
        for (int x = 0; x < code.size(); ++x)
            QCOMPARE(covered.at(y * code.size() + x), code.isDark(x, y) ? 1 : 0);
    }
}

void QrCodeTest::pictureHasAQuietZone()
{
    const QrCode code = QrCode::fromText(u"https://b24.to/a/s1/"_s).value();
    const QImage image = qrImage(code, 3);
    QCOMPARE(image.width(), (code.size() + 8) * 3);
    QCOMPARE(image.height(), image.width());
    for (int i = 0; i < image.width(); ++i) {
        QCOMPARE(image.pixelColor(i, 11), QColor(Qt::white));
        QCOMPARE(image.pixelColor(11, i), QColor(Qt::white));
    }
    QCOMPARE(image.pixelColor(12, 12), QColor(Qt::black));
    QCOMPARE(qrImage(code, 0), qrImage(code, 1));
}

QTEST_GUILESS_MAIN(QrCodeTest)
#include "qrcodetest.moc"
