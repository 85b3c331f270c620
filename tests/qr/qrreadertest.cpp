// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "qr/qrreader.h"
#include "protocol/errorcodes.h"
#include "qr/qrimage.h"
#include "support/stricttest.h"

#include <QBuffer>
#include <QLoggingCategory>
#include <QPainter>
#include <QRandomGenerator>
#include <QTransform>
#include <QtEndian>

using namespace Qt::StringLiterals;
using namespace passport;

namespace {

QString linkOf(int characters)
{
    const QString start = u"https://passport.example.test/a/s1/"_s;
    QString link = start.left(characters);
    for (int i = 0; link.size() < characters; ++i)
        link += QChar(u"0123456789abcdefghijklmnopqrstuvwxyz/"[static_cast<size_t>(i * 7 % 37)]);
    return link;
}

const QString signInLink = linkOf(92);

QImage picture(int modulePixels = 6)
{
    return qrImage(QrCode::fromText(signInLink).value(), modulePixels);
}

/// The picture somewhere on a screen of one colour.
QImage onScreen(const QImage &image, const QColor &background, QSize size = {1920, 1080})
{
    QImage screen(size, QImage::Format_RGB32);
    screen.fill(background);
    QPainter painter(&screen);
    painter.drawImage(QPoint(611, 333), image);
    return screen;
}

QByteArray encoded(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

Result<QString> readBytes(QByteArray bytes, const PictureLimits &limits = {})
{
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::ReadOnly);
    return readQr(buffer, limits);
}

/// A PNG whose header promises a side of `side` pixels and holds no row of them.
QByteArray hugePng(quint32 side)
{
    QByteArray bytes = encoded(QImage(1, 1, QImage::Format_Grayscale8), "png");
    qToBigEndian(side, bytes.data() + 16);
    qToBigEndian(side, bytes.data() + 20);
    quint32 crc = 0xffffffff; // of "IHDR" and its 13 bytes, as PNG asks
    for (int i = 12; i < 29; ++i) {
        crc ^= static_cast<quint8>(bytes.at(i));
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc & 1) != 0 ? 0xedb88320 ^ (crc >> 1) : crc >> 1;
    }
    qToBigEndian(~crc, bytes.data() + 29);
    return bytes;
}

} // namespace

/// Picture to text: what a camera, a screenshot or an attacker may hand over.
class QrReaderTest : public StrictTest {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryLinkLength();
    void readsAnyTurn_data();
    void readsAnyTurn();
    void readsOnAnyBackground_data();
    void readsOnAnyBackground();
    void readsLightOnDark();
    void readsBlurredScreenshots();
    void readsTransparentPictures();
    void readsFiles_data();
    void readsFiles();
    void saysWhenThereIsNoCode();
    void survivesGarbage();
    void refusesHugePictures();
};

void QrReaderTest::readsEveryLinkLength()
{
    // From nothing but a host to a portal's longest address; in between each version of the code occurs.
    for (int characters = 15; characters <= 260; ++characters) {
        const QString text = linkOf(characters);
        const Result<QString> read = readQr(qrImage(QrCode::fromText(text).value(), 4));
        QVERIFY2(read, qPrintable(u"%1 characters"_s.arg(characters)));
        QCOMPARE(*read, text);
    }
}

void QrReaderTest::readsAnyTurn_data()
{
    QTest::addColumn<int>("degrees");
    for (const int degrees : {5, 15, 30, 45, 90, 135, 180, 200, 270})
        QTest::addRow("%d", degrees) << degrees;
}

void QrReaderTest::readsAnyTurn()
{
    QFETCH(const int, degrees);
    const QImage turned = picture().convertToFormat(QImage::Format_ARGB32).transformed(QTransform().rotate(degrees));
    const Result<QString> read = readQr(turned);
    QVERIFY(read);
    QCOMPARE(*read, signInLink);
}

void QrReaderTest::readsOnAnyBackground_data()
{
    QTest::addColumn<QColor>("background");
    QTest::newRow("black") << QColor(Qt::black);
    QTest::newRow("our dark window") << QColor(0x24272c);
    QTest::newRow("our light window") << QColor(0xf4f5f7);
    QTest::newRow("blue desktop") << QColor(0x0b66c3);
}

void QrReaderTest::readsOnAnyBackground()
{
    QFETCH(const QColor, background);
    const Result<QString> read = readQr(onScreen(picture(), background));
    QVERIFY(read);
    QCOMPARE(*read, signInLink);
}

void QrReaderTest::readsLightOnDark()
{
    QImage inverted = picture();
    inverted.invertPixels();
    const Result<QString> read = readQr(inverted);
    QVERIFY(read);
    QCOMPARE(*read, signInLink);
}

void QrReaderTest::readsBlurredScreenshots()
{
    const QImage screen = onScreen(picture(), QColor(0x24272c));
    const QImage small = screen.scaled(screen.size() / 2, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    const QImage blurred = small.scaled(screen.size(), Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    for (const QImage &image : {small, blurred}) {
        const Result<QString> read = readQr(image);
        QVERIFY(read);
        QCOMPARE(*read, signInLink);
    }
}

void QrReaderTest::readsTransparentPictures()
{
    QImage transparent = picture().convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < transparent.height(); ++y) {
        for (int x = 0; x < transparent.width(); ++x) {
            if (transparent.pixelColor(x, y) == QColor(Qt::white))
                transparent.setPixelColor(x, y, Qt::transparent);
        }
    }
    QCOMPARE(readQr(transparent).value(), signInLink);
}

void QrReaderTest::readsFiles_data()
{
    QTest::addColumn<QByteArray>("format");
    for (const char *format : {"png", "jpg", "bmp", "ppm"})
        QTest::newRow(format) << QByteArray(format);
}

void QrReaderTest::readsFiles()
{
    QFETCH(const QByteArray, format);
    const Result<QString> read = readBytes(encoded(onScreen(picture(), Qt::white), format.constData()));
    QVERIFY(read);
    QCOMPARE(*read, signInLink);
}

void QrReaderTest::saysWhenThereIsNoCode()
{
    QImage blank(640, 480, QImage::Format_RGB32);
    blank.fill(Qt::white);
    QCOMPARE(readQr(blank).error().kind, Error::Kind::NotFound);

    // Modules as faint as those of a covered code (SR-20) must not be readable.
    QImage faint = picture().convertToFormat(QImage::Format_RGB32);
    for (int y = 0; y < faint.height(); ++y) {
        for (int x = 0; x < faint.width(); ++x) {
            if (faint.pixelColor(x, y) == QColor(Qt::black))
                faint.setPixelColor(x, y, QColor(0xf3f4f6));
        }
    }
    QCOMPARE(readQr(faint).error().kind, Error::Kind::NotFound);
}

void QrReaderTest::survivesGarbage()
{
    QLoggingCategory::setFilterRules(u"qt.gui.imageio*=false"_s); // its decoders tell the log about each of them
    QRandomGenerator dice(20260921); // the same garbage in every run
    const QByteArray whole = encoded(picture(), "png");
    for (int i = 0; i < 300; ++i) {
        QByteArray broken = whole;
        for (int hits = 1 + i % 20; hits > 0; --hits)
            broken[dice.bounded(static_cast<int>(broken.size()))] = static_cast<char>(dice.bounded(256));
        const Result<QString> read = readBytes(broken.left(1 + dice.bounded(static_cast<int>(broken.size()))));
        QVERIFY(read ? *read == signInLink : !read.error().code.isEmpty());
    }
    QImage noise(300, 300, QImage::Format_Grayscale8);
    dice.fillRange(reinterpret_cast<quint32 *>(noise.bits()), 300 * 300 / 4);
    QCOMPARE(readQr(noise).error().kind, Error::Kind::NotFound);

    for (const QByteArray &bytes : {"\x89PNG"_ba, "hello"_ba, "<svg xmlns='http://www.w3.org/2000/svg'/>"_ba})
        QCOMPARE(readBytes(bytes).error().code, QString(code::unsupportedMedia));
    QCOMPARE(readBytes({}).error().code, QString(code::unsupportedMedia));
    QCOMPARE(readQr(QImage()).error().code, QString(code::unsupportedMedia));
    for (const QSize size : {QSize(1, 1), QSize(1, 4000), QSize(4000, 1), QSize(20, 20)}) {
        QImage small(size, QImage::Format_RGB32);
        small.fill(Qt::black);
        QCOMPARE(readQr(small).error().kind, Error::Kind::NotFound);
    }
}

void QrReaderTest::refusesHugePictures()
{
    // A few bytes that would decode to gigabytes: refused by their header.
    for (const quint32 side : {6000U, 60000U, 2147483647U})
        QVERIFY(QStringList({code::tooLarge, code::unsupportedMedia}).contains(readBytes(hugePng(side)).error().code));
    QCOMPARE(readBytes(hugePng(30000)).error().code, QString(code::tooLarge));

    const QByteArray bytes = encoded(picture(), "png");
    QCOMPARE(readBytes(bytes, {.bytes = bytes.size() - 1}).error().code, QString(code::tooLarge));
    QVERIFY(readBytes(bytes, {.bytes = bytes.size()}));
    const qint64 pixels = qint64{picture().width()} * picture().width();
    QCOMPARE(readQr(picture(), {.pixels = pixels - 1}).error().code, QString(code::tooLarge));
    QVERIFY(readQr(picture(), {.pixels = pixels}));
}

QTEST_GUILESS_MAIN(QrReaderTest)
#include "qrreadertest.moc"
