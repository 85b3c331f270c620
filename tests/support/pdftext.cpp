// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "support/pdftext.h"

#include <QMap>
#include <QRegularExpression>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace passport {

namespace {

/// What is packed into the first stream: the drawing of the first page.
QString drawingIn(const QByteArray &pdf)
{
    constexpr quint32 mostUnpacked = 1 << 20;
    const QByteArray mark = "/FlateDecode\n>>\nstream\n";
    const qsizetype begin = pdf.indexOf(mark) + mark.size();
    QByteArray packed(4, '\0'); // qUncompress() wants the size first
    qToBigEndian(mostUnpacked, packed.data());
    packed += pdf.mid(begin, pdf.indexOf("endstream", begin) - begin);
    return QString::fromLatin1(qUncompress(packed));
}

/// From the numbers of glyphs to characters, as the font itself says ("ToUnicode").
QMap<uint, QChar> charactersIn(const QByteArray &pdf)
{
    QMap<uint, QChar> characters;
    static const QRegularExpression range(u"<([0-9A-F]{4})> <[0-9A-F]{4}> \\[([^\\]]*)\\]"_s);
    for (const auto &match : range.globalMatch(QString::fromLatin1(pdf))) {
        uint glyph = match.captured(1).toUInt(nullptr, 16);
        for (const QString &value : match.captured(2).remove(u'<').split(u'>', Qt::SkipEmptyParts))
            characters.insert(glyph++, QChar(value.trimmed().toUInt(nullptr, 16)));
    }
    return characters;
}

} // namespace

QString textOfPdf(const QByteArray &pdf)
{
    const auto characters = charactersIn(pdf);
    QString text;
    static const QRegularExpression shown(u"<([0-9A-F]{4})> Tj"_s);
    for (const auto &match : shown.globalMatch(drawingIn(pdf)))
        text += characters.value(match.captured(1).toUInt(nullptr, 16));
    return text;
}

} // namespace passport
