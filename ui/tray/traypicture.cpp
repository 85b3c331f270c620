// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/tray/traypicture.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

QString fileOf(const TrayState &state)
{
    if (state.attention)
        return u":/tray/tray-attention.svg"_s;
    if (state.connection == TrayState::Connection::Offline)
        return u":/tray/tray-offline.svg"_s;
    return state.unread > 0 ? u":/tray/tray-unread.svg"_s : u":/tray/tray-normal.svg"_s;
}

} // namespace

QIcon trayPicture(const TrayState &state, const QColor &colour)
{
    QFile file(fileOf(state));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QSvgRenderer drawing(file.readAll().replace("currentColor", colour.name().toLatin1()));
    QIcon icon;
    for (const int size : {22, 24, 32, 44, 48, 64}) { // panels of usual heights at scales 1 and 2
        QPixmap pixmap(size, size);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        drawing.render(&painter);
        painter.end();
        icon.addPixmap(pixmap);
    }
    icon.setIsMask(true); // macOS colours it itself
    return icon;
}

} // namespace passport
