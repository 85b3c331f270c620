// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "qr/qrcode.h"

#include <QImage>
#include <QList>
#include <QRect>

namespace passport {

/// The dark modules as rectangles on a grid of modules, quiet zone included (the first module is at 4, 4). Neighbours
/// in a row are one rectangle, so that a painter draws a whole code with one call.
[[nodiscard]] QList<QRect> darkRuns(const QrCode &code);

/// Black on white with the quiet zone, each module `modulePixels` wide (at least 1).
[[nodiscard]] QImage qrImage(const QrCode &code, int modulePixels);

} // namespace passport
