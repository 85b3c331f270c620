// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "qr/qrcode.h"

#include "protocol/errorcodes.h"

#include <cerrno>
#include <memory>
#include <qrencode.h>

using namespace Qt::StringLiterals;

namespace passport {

Result<QrCode> QrCode::fromText(const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    if (bytes.isEmpty())
        return Error::ofCode(code::invalidRequest, u"an empty text has no QR code"_s);
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> encoded(
        QRcode_encodeData(
            static_cast<int>(bytes.size()), reinterpret_cast<const unsigned char *>(bytes.constData()),
            0 /* the smallest version that holds it */, QR_ECLEVEL_M),
        &QRcode_free);
    if (!encoded)
        return Error::ofCode(code::tooLarge, u"%1 bytes do not fit a QR code, errno %2"_s.arg(bytes.size()).arg(errno));

    const int modules = encoded->width * encoded->width;
    QBitArray dark(modules);
    for (int i = 0; i < modules; ++i)
        dark.setBit(i, (encoded->data[i] & 1U) != 0);
    return QrCode(encoded->width, dark);
}

} // namespace passport
