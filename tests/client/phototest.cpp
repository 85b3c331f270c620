// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/photo.h"
#include "client/clientcodes.h"
#include "protocol/accountapi.h"
#include "protocol/errorcodes.h"
#include "support/pictures.h"
#include "support/stricttest.h"

#include <QFile>
#include <QImage>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace passport {

using pictures::claiming;
using pictures::file;
using pictures::halves;

namespace {

QString refusal(const Result<QImage> &read)
{
    return read ? u"read"_s : read.error().code;
}

} // namespace

/// What a person may choose as a photo, and what becomes of it.
class PhotoTest : public StrictTest {
    Q_OBJECT
private Q_SLOTS:
    void readsWhatIsTaken_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::newRow("jpeg") << "jpeg"_ba;
        QTest::newRow("png") << "png"_ba;
    }
    void readsWhatIsTaken()
    {
        QFETCH(QByteArray, format);
        const auto image = photo::read(file(halves({300, 200}), format));
        QVERIFY(image);
        QCOMPARE(image->size(), QSize(300, 200));
        QVERIFY(image->pixelColor(10, 100).red() > 200 && image->pixelColor(290, 100).blue() > 200);
    }

    void makesLargeOnesSmallWhileReading_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::newRow("jpeg") << "jpeg"_ba;
        QTest::newRow("png") << "png"_ba;
    }
    void makesLargeOnesSmallWhileReading()
    {
        QFETCH(QByteArray, format);
        const auto image = photo::read(file(halves({8000, 6000}), format)); // 48 megapixels
        QVERIFY2(image, qPrintable(refusal(image)));
        QCOMPARE(image->width(), photo::workingSide);
        QCOMPARE(image->height(), 1536);
        QVERIFY(image->pixelColor(10, 700).red() > 200 && image->pixelColor(2040, 700).blue() > 200);
    }

    void refusesTooManyPixelsBeforeDecoding()
    {
        const QByteArray small = file(halves({64, 64}), "png");
        QCOMPARE(refusal(photo::read(claiming(small, 10000, 5001))), QString(code::tooLarge));
        QCOMPARE(refusal(photo::read(claiming(small, 100000, 100000))), QString(code::tooLarge));
        const QImage decoded(10000, 5001, QImage::Format_Mono); // by another program
        QCOMPARE(refusal(photo::reduced(decoded)), QString(code::tooLarge));
    }

    void refusesWhatWouldNeedTooMuchMemory()
    {
        // All coefficients of a progressive picture are held until its last scan.
        const QByteArray progressive = file(QImage(6000, 5000, QImage::Format_Grayscale8), "jpeg", true);
        QCOMPARE(refusal(photo::read(progressive)), QString(code::tooLarge));
        QVERIFY(photo::read(file(halves({3000, 2000}), "jpeg", true)));
    }

    void refusesTooManyBytes()
    {
        QByteArray padded = file(halves({64, 64}), "png");
        padded.append(QByteArray(PutPhoto::mostBytes, 'x'));
        QCOMPARE(refusal(photo::read(padded)), QString(code::tooLarge));
        QTemporaryDir folder;
        QFile large(folder.filePath(u"large.png"_s));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.write(padded) == padded.size());
        large.close();
        QCOMPARE(refusal(photo::read(large.fileName())), QString(code::tooLarge));
        QCOMPARE(refusal(photo::read(folder.filePath(u"none.png"_s))), QString(code::fileUnreadable));
    }

    void refusesWhatIsNoPicture_data()
    {
        const QByteArray png = file(halves({64, 64}), "png");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << "GIF or not GIF"_ba;
        QTest::newRow("gif") << QByteArray::fromBase64("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7");
        QTest::newRow("svg") << "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>"_ba;
        QTest::newRow("no body") << png.first(40);
    }
    void refusesWhatIsNoPicture()
    {
        QFETCH(QByteArray, bytes);
        QCOMPARE(refusal(photo::read(bytes)), QString(code::unsupportedMedia));
    }

    void sendsASmallSquareOnWhite()
    {
        QImage clear(900, 900, QImage::Format_ARGB32);
        clear.fill(Qt::transparent);
        const QByteArray jpeg = photo::encoded(clear);
        const QImage sent = QImage::fromData(jpeg, "JPEG");
        QCOMPARE(sent.size(), QSize(photo::sentSide, photo::sentSide));
        QVERIFY(sent.pixelColor(100, 100).lightness() > 250);
        QCOMPARE(QImage::fromData(photo::encoded(halves({100, 100}))).width(), 100); // never enlarged
    }
};

} // namespace passport

QTEST_GUILESS_MAIN(passport::PhotoTest)
#include "phototest.moc"
