// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "protocol/initials.h"

#include <QTextBoundaryFinder>
#include <algorithm>

namespace passport {
namespace {

bool beginsWithLetter(const QString &grapheme)
{
    const auto codePoints = grapheme.toUcs4();
    return !codePoints.isEmpty() && QChar::isLetterOrNumber(codePoints.first());
}

} // namespace

QStringList graphemes(const QString &text)
{
    QStringList found;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    for (qsizetype from = 0, to = finder.toNextBoundary(); to > 0; from = to, to = finder.toNextBoundary())
        found.append(text.mid(from, to - from));
    return found;
}

QString initialOf(const QString &name)
{
    const QStringList signs = graphemes(name.trimmed());
    const auto letter = std::ranges::find_if(signs, beginsWithLetter);
    if (letter != signs.end())
        return letter->toUpper();
    return signs.value(0);
}

QString initialsOf(const QString &firstName, const QString &lastName)
{
    return initialOf(firstName) + initialOf(lastName);
}

} // namespace passport
