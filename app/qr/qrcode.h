// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "protocol/result.h"

#include <QBitArray>
#include <QString>

namespace passport {

/// The modules of a QR code: a square of dark and light cells without the quiet zone. A value, immutable.
class QrCode {
public:
    /// Light modules on each side that a scanner may insist on (ISO/IEC 18004).
    static constexpr int quietZone = 4;

    /// Encodes the UTF-8 bytes with error correction M: no picture hides a part of ours, so larger modules serve
    /// a camera better than more redundancy. Errors: Refused, invalid_request (empty) or too_large (over 2331 bytes).
    static Result<QrCode> fromText(const QString &text);

    /// Modules on a side: 21, 25, … 177.
    [[nodiscard]] int size() const { return m_size; }
    /// Whether the module in column `x`, row `y` is dark; both from 0 to size() - 1.
    [[nodiscard]] bool isDark(int x, int y) const { return m_dark.testBit(y * m_size + x); }

    bool operator==(const QrCode &) const = default;

private:
    QrCode(int size, QBitArray dark)
        : m_size(size)
        , m_dark(std::move(dark))
    {
    }

    int m_size;
    QBitArray m_dark; // row by row
};

} // namespace passport
