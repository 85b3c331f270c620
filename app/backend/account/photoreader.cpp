// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/photoreader.h"

#include "protocol/accountapi.h"
#include "protocol/errorcodes.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImage>
#include <QImageReader>
#include <QLoggingCategory>
#include <QPainter>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr int allocationMegabytes = 256; // 50 megapixels of four bytes, and a little
constexpr int quality = 88; // of the JPEG: no artefacts to be seen at 512 pixels, about 60 kB

/// "image/jpeg; charset=x" of a careless client is "image/jpeg".
QByteArray bareType(const QByteArray &contentType)
{
    return contentType.split(';').first().trimmed().toLower();
}

/// Whether the JPEG goes on until its end: a decoder makes grey of what is missing. Segments say how long they are;
/// what a scan has encoded ends at the next marker that is no restart.
bool isWholeJpeg(const QByteArray &file)
{
    const auto byteAt = [&file](qsizetype i) { return i < file.size() ? static_cast<quint8>(file.at(i)) : quint8(0); };
    constexpr quint8 endOfImage = 0xd9;
    constexpr quint8 startOfScan = 0xda;
    qsizetype at = 2; // behind the start of the image
    while (at + 1 < file.size()) {
        const quint8 marker = byteAt(at + 1);
        if (byteAt(at) != 0xff)
            return false;
        if (marker == endOfImage)
            return true;
        if (marker == 0xff) { // padding
            ++at;
            continue;
        }
        at += 2 + (byteAt(at + 2) << 8 | byteAt(at + 3));
        if (marker != startOfScan)
            continue;
        const auto isData = [](quint8 next) { return next == 0x00 || (next >= 0xd0 && next <= 0xd7); };
        while (at < file.size() && (byteAt(at) != 0xff || isData(byteAt(at + 1))))
            ++at;
    }
    return false;
}

/// Upright, opaque, sRGB, and nothing of the file but its pixels.
QImage plainPicture(QImage image)
{
    if (image.colorSpace().isValid() && image.colorSpace() != QColorSpace(QColorSpace::SRgb))
        image.convertToColorSpace(QColorSpace::SRgb);
    QImage plain(image.size(), QImage::Format_RGB32);
    plain.fill(Qt::white);
    QPainter painter(&plain);
    painter.drawImage(0, 0, image);
    painter.end();
    return plain;
}

} // namespace

PhotoReader::PhotoReader()
{
    QImageReader::setAllocationLimit(allocationMegabytes);
    // What a stranger's broken file makes a decoder say is no news for our log.
    QLoggingCategory::setFilterRules(u"qt.gui.imageio*=false"_s);
}

boost::asio::awaitable<Result<QByteArray>> PhotoReader::read(QByteArray contentType, QByteArray file)
{
    Result<QByteArray> jpeg = Error::ofCode(code::overloaded);
    std::function<void(int)> job = [&](int) { jpeg = readPhoto(contentType, file); };
    auto done = m_workers.run(std::move(job));
    co_await std::move(done);
    co_return jpeg;
}

Result<QByteArray> readPhoto(const QByteArray &contentType, const QByteArray &file)
{
    const Error unsupported = Error::ofCode(code::unsupportedMedia);
    if (file.size() > PutPhoto::mostBytes)
        return Error::ofCode(code::tooLarge, {}, {{"limit"_L1, PutPhoto::mostBytes}});
    const QByteArray type = bareType(contentType);
    const auto isType = [&type](const char *known) { return type == known; };
    if (std::ranges::none_of(PutPhoto::types, isType))
        return unsupported;
    QBuffer device;
    device.setData(file);
    device.open(QIODevice::ReadOnly);
    QImageReader reader(&device);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    if ("image/" + reader.format() != type)
        return unsupported;
    if (type == "image/jpeg" && !isWholeJpeg(file))
        return unsupported;
    const QSize size = reader.size(); // of the header
    if (size.isEmpty())
        return unsupported;
    if (qint64(size.width()) * size.height() > PutPhoto::mostPixels)
        return Error::ofCode(code::tooLarge, {}, {{"limit"_L1, PutPhoto::mostPixels}});
    if (size.width() > PhotoReader::side || size.height() > PhotoReader::side) {
        const QSize scaled = size.scaled(PhotoReader::side, PhotoReader::side, Qt::KeepAspectRatio);
        reader.setScaledSize(scaled.expandedTo({1, 1}));
    }
    const QImage image = reader.read();
    if (image.isNull())
        return unsupported;
    QByteArray jpeg;
    QBuffer target(&jpeg);
    target.open(QIODevice::WriteOnly);
    if (!plainPicture(image).save(&target, "jpeg", quality))
        return Error::ofCode(code::internal, u"no JPEG can be written here"_s);
    return jpeg;
}

} // namespace passport
