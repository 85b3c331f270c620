// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "ui/security/recoverypaper.h"

#include <QFontDatabase>
#include <QPainter>
#include <QPrinter>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace passport {

QString saveCodes(const QString &path, const QString &codes)
{
    QSaveFile file(path);
    const QByteArray bytes = codes.toUtf8() + '\n';
    const bool saved = file.open(QIODevice::WriteOnly)
        && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) && file.write(bytes) == bytes.size()
        && file.flush() // commit() would not notice that the disk is full
        && file.commit();
    return saved ? QString() : file.errorString();
}

bool printCodes(QPrinter &printer, const QString &title, const QString &codes)
{
    constexpr int points = 12;
    QPainter painter;
    if (!painter.begin(&printer))
        return false;
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSize(points);
    painter.setFont(font);
    painter.drawText(painter.viewport(), Qt::AlignTop | Qt::AlignLeft, title + u"\n\n"_s + codes);
    return painter.end();
}

} // namespace passport
