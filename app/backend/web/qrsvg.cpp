// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/web/qrsvg.h"

namespace passport {

QByteArray svgOf(const QrCode &code)
{
    const QByteArray side = QByteArray::number(code.size() + 2 * QrCode::quietZone);
    QByteArray modules;
    for (int y = 0; y < code.size(); ++y) {
        for (int x = 0; x < code.size(); ++x) {
            if (!code.isDark(x, y))
                continue;
            modules += 'M' + QByteArray::number(x + QrCode::quietZone) + ' ' + QByteArray::number(y + QrCode::quietZone)
                + "h1v1h-1z";
        }
    }
    return R"(<svg xmlns="http://www.w3.org/2000/svg" shape-rendering="crispEdges" viewBox="0 0 )" + side + ' ' + side
        + R"("><path fill="#ffffff" d="M0 0h)" + side + 'v' + side + "h-" + side + R"(z"/><path fill="#000000" d=")"
        + modules + R"("/></svg>)";
}

} // namespace passport
