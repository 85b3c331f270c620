// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "support/pictures.h"

#include <QBuffer>
#include <QImageWriter>
#include <QPainter>
#include <QtEndian>

namespace passport::pictures {

QImage halves(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    QPainter(&image).fillRect(size.width() / 2, 0, size.width(), size.height(), Qt::blue);
    return image;
}

QImage map(QSize size)
{
    QImage image(size, QImage::Format_RGB32);
    for (int y = 0; y < size.height(); ++y) {
        for (int x = 0; x < size.width(); ++x)
            image.setPixel(x, y, qRgb(x * 256 / size.width(), y * 256 / size.height(), 0));
    }
    return image;
}

QByteArray file(const QImage &image, const QByteArray &format, bool progressive, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, format);
    writer.setProgressiveScanWrite(progressive);
    writer.setQuality(quality);
    writer.write(image);
    return bytes;
}

QByteArray claiming(QByteArray png, quint32 width, quint32 height)
{
    constexpr qsizetype header = 12; // the type of the chunk IHDR, with which its checksum begins
    qToBigEndian(width, png.data() + header + 4);
    qToBigEndian(height, png.data() + header + 8);
    quint32 sum = 0xffffffff; // CRC-32 of RFC 2083
    for (qsizetype at = header; at < header + 17; ++at) {
        sum ^= static_cast<uchar>(png.at(at));
        for (int bit = 0; bit < 8; ++bit)
            sum = (sum & 1) != 0 ? 0xedb88320 ^ (sum >> 1) : sum >> 1;
    }
    qToBigEndian(sum ^ 0xffffffff, png.data() + header + 17);
    return png;
}

} // namespace passport::pictures
