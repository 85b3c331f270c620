// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/result.h"

#include <QImage>
#include <QString>

class QIODevice;

namespace passport {

/// What a picture may be at most before anything is decoded: pictures come from outside.
struct PictureLimits {
    qint64 bytes = 10 * 1024 * 1024; ///< Of the file.
    qint64 pixels = 32 * 1024 * 1024; ///< A screenshot of an 8K screen, 128 MiB once decoded.
};

/// The text of the QR code in the picture, dark on light or, at a second try, light on dark (what an inverting
/// reader tool makes of our black on white). Errors: NotFound, not_found (no code in it); Refused, too_large.
Result<QString> readQr(const QImage &picture, const PictureLimits &limits = {});

/// The same for an encoded picture, read from an open device. The size is checked before the pixels are decoded.
/// Errors: as above, and Refused, unsupported_media (not a picture, or a broken one).
Result<QString> readQr(QIODevice &device, const PictureLimits &limits = {});

} // namespace passport
