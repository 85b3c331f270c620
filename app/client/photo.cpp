// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "client/photo.h"

#include "client/clientcodes.h"
#include "protocol/accountapi.h"
#include "protocol/errorcodes.h"

#include <QBuffer>
#include <QFile>
#include <QImageReader>
#include <QPainter>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport::photo {
namespace {

constexpr qint64 mostMemory = 120LL * 1024 * 1024; // for the pixels that a decoder must hold all at once
constexpr int jpegQuality = 90;

/// Whether a JPEG comes in several passes (its frame header is not SOF0 or SOF1): all coefficients are then held.
bool isProgressive(const QByteArray &jpeg)
{
    const auto byte = [&jpeg](qsizetype at) { return static_cast<uchar>(jpeg.at(at)); };
    for (qsizetype at = 2; at + 3 < jpeg.size() && byte(at) == 0xff;) {
        const int marker = byte(at + 1);
        const bool isFrame = marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
        if (isFrame)
            return marker > 0xc1;
        at += 2 + byte(at + 2) * 256 + byte(at + 3);
    }
    return true; // not seen: assume the dearer
}

bool isInterlaced(const QByteArray &png)
{
    constexpr qsizetype methodAt = 28; // the last byte of IHDR, which always comes first
    return png.size() <= methodAt || png.at(methodAt) != 0;
}

/// What a decoder holds of each pixel of the picture; 0 if it makes it small line by line.
int bytesAPixel(const QByteArray &format, const QByteArray &file)
{
    if (format == "jpeg")
        return isProgressive(file) ? 6 : 0; // three components of 16 bits
    if (format == "png")
        return isInterlaced(file) ? 4 : 0;
    return 4;
}

bool isAllowed(const QByteArray &format)
{
    return std::ranges::any_of(PutPhoto::types, [&](const char *type) { return type == "image/" + format; });
}

Error tooLarge()
{
    return Error::ofCode(code::tooLarge);
}

Error unsupported(const QString &why)
{
    return Error::ofCode(code::unsupportedMedia, why);
}

} // namespace

Result<QImage> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{
            .kind = Error::Kind::Refused, .code = code::fileUnreadable, .detail = file.errorString(), .details = {}};
    if (file.size() > PutPhoto::mostBytes)
        return tooLarge();
    return read(file.read(PutPhoto::mostBytes + 1)); // a device has no size
}

Result<QImage> read(const QByteArray &file)
{
    if (file.size() > PutPhoto::mostBytes)
        return tooLarge();
    QBuffer buffer;
    buffer.setData(file);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    if (!reader.canRead() || !isAllowed(reader.format()))
        return unsupported(u"not a picture that is taken"_s);
    const QSize size = reader.size();
    if (size.isEmpty())
        return unsupported(u"no size"_s);
    const qint64 pixels = qint64(size.width()) * size.height();
    if (pixels > PutPhoto::mostPixels || pixels * bytesAPixel(reader.format(), file) > mostMemory)
        return tooLarge();
    reader.setAutoTransform(true);
    if (std::max(size.width(), size.height()) > workingSide)
        reader.setScaledSize(size.scaled(workingSide, workingSide, Qt::KeepAspectRatio).expandedTo({1, 1}));
    const QImage image = reader.read();
    if (image.isNull())
        return unsupported(reader.errorString());
    return image;
}

Result<QImage> reduced(const QImage &image)
{
    if (qint64(image.width()) * image.height() > PutPhoto::mostPixels)
        return tooLarge();
    if (std::max(image.width(), image.height()) <= workingSide)
        return image;
    return image.scaled(workingSide, workingSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

QByteArray encoded(const QImage &square)
{
    const int side = std::min(sentSide, square.width());
    QImage picture(side, side, QImage::Format_RGB32);
    picture.fill(Qt::white);
    QPainter painter(&picture);
    painter.drawImage(0, 0, square.scaled(side, side, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
    painter.end();
    QByteArray jpeg;
    QBuffer buffer(&jpeg);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "JPEG", jpegQuality);
    return jpeg;
}

} // namespace passport::photo
