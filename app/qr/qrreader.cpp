// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "qr/qrreader.h"

#include "protocol/errorcodes.h"

#include <QBuffer>
#include <QImageReader>
#include <QList>
#include <QPainter>
#include <string>

// Without it the 1.4 series answers deprecated wide strings.
#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

/// Drawings (SVG) and documents are programs to interpret, not pictures; Qt would load them all the same.
const QList<QByteArray> rasterFormats{"png"_ba, "jpeg"_ba, "jpg"_ba, "webp"_ba, "bmp"_ba, "gif"_ba, "ppm"_ba, "pgm"_ba};

/// Grey, with transparent parts as the white paper they are meant to lie on.
QImage onPaper(const QImage &picture)
{
    if (!picture.hasAlphaChannel())
        return picture.convertToFormat(QImage::Format_Grayscale8);
    QImage paper(picture.size(), QImage::Format_Grayscale8);
    paper.fill(Qt::white);
    QPainter painter(&paper);
    painter.drawImage(QRect(QPoint(0, 0), picture.size()), picture);
    return paper;
}

std::string decode(const QImage &grey)
{
    ZXing::DecodeHints hints;
    hints.setFormats(ZXing::BarcodeFormat::QRCode);
    hints.setTryHarder(true);
    hints.setTryRotate(true);
    const ZXing::ImageView view(
        grey.constBits(), grey.width(), grey.height(), ZXing::ImageFormat::Lum, static_cast<int>(grey.bytesPerLine()));
    const ZXing::Result result = ZXing::ReadBarcode(view, hints);
    return result.isValid() ? result.text() : std::string();
}

bool isTooLarge(QSize size, const PictureLimits &limits)
{
    return qint64{size.width()} * size.height() > limits.pixels;
}

Error tooLarge(QSize size)
{
    return Error::ofCode(code::tooLarge, u"a picture of %1 × %2 pixels"_s.arg(size.width()).arg(size.height()));
}

} // namespace

Result<QString> readQr(const QImage &picture, const PictureLimits &limits)
{
    if (picture.isNull())
        return Error::ofCode(code::unsupportedMedia, u"an empty picture"_s);
    if (isTooLarge(picture.size(), limits))
        return tooLarge(picture.size());

    QImage grey = onPaper(picture);
    std::string text = decode(grey);
    if (text.empty()) {
        grey.invertPixels();
        text = decode(grey);
    }
    if (text.empty())
        return Error::ofCode(code::notFound, u"no QR code in the picture"_s);
    return QString::fromStdString(text);
}

Result<QString> readQr(QIODevice &device, const PictureLimits &limits)
{
    // One byte more than allowed tells a file that just fits from one that does not.
    QByteArray bytes = device.read(limits.bytes + 1);
    if (bytes.size() > limits.bytes)
        return Error::ofCode(code::tooLarge, u"a picture file of more than %1 bytes"_s.arg(limits.bytes));
    QBuffer buffer(&bytes);
    QImageReader reader(&buffer);
    reader.setAutoTransform(true);
    if (!rasterFormats.contains(reader.format()))
        return Error::ofCode(code::unsupportedMedia, u"not a picture we read"_s);
    if (const QSize size = reader.size(); isTooLarge(size, limits))
        return tooLarge(size);
    const QImage picture = reader.read();
    if (picture.isNull())
        return Error::ofCode(code::unsupportedMedia, reader.errorString());
    return readQr(picture, limits);
}

} // namespace passport
