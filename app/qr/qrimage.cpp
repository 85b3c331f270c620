// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "qr/qrimage.h"

#include <QPainter>
#include <algorithm>

namespace passport {

QList<QRect> darkRuns(const QrCode &code)
{
    QList<QRect> runs;
    for (int y = 0; y < code.size(); ++y) {
        for (int x = 0; x < code.size(); ++x) {
            const int first = x;
            while (x < code.size() && code.isDark(x, y))
                ++x;
            if (x > first)
                runs.append(QRect(QrCode::quietZone + first, QrCode::quietZone + y, x - first, 1));
        }
    }
    return runs;
}

QImage qrImage(const QrCode &code, int modulePixels)
{
    const int scale = std::max(1, modulePixels);
    const int side = (code.size() + 2 * QrCode::quietZone) * scale;
    QImage image(side, side, QImage::Format_Grayscale8);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.scale(scale, scale);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Qt::black);
    painter.drawRects(darkRuns(code));
    return image;
}

} // namespace passport
