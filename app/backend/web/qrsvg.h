// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "qr/qrcode.h"

#include <QByteArray>

namespace passport {

/// A QR code as a picture for a page: black on white in both themes, with its quiet zone.
[[nodiscard]] QByteArray svgOf(const QrCode &code);

} // namespace passport
