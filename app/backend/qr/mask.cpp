// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/qr/mask.h"

#include <QTextBoundaryFinder>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

/// What a person calls letters: a base with its combining marks is one.
QStringList letters(const QString &text)
{
    QStringList found;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    for (qsizetype from = 0, to = finder.toNextBoundary(); to > 0; from = to, to = finder.toNextBoundary())
        found.append(text.mid(from, to - from));
    return found;
}

QString initial(const QStringList &name)
{
    return name.isEmpty() ? QString() : name.first();
}

QString maskedSurname(const QStringList &name)
{
    constexpr qsizetype shortest = 4; // of three letters, two shown ones give the third away
    if (name.size() < shortest)
        return name.isEmpty() ? QString() : name.first() + u"…"_s;
    return name.first() + u"…"_s + name.last();
}

} // namespace

MaskedPerson masked(const QString &firstName, const QString &lastName)
{
    const QStringList first = letters(firstName.trimmed());
    const QStringList last = letters(lastName.trimmed());
    QStringList shown;
    if (!first.isEmpty())
        shown.append(first.first() + u'.');
    if (!last.isEmpty())
        shown.append(maskedSurname(last));
    return {.name = shown.join(u' '), .initials = (initial(first) + initial(last)).toUpper()};
}

} // namespace passport
