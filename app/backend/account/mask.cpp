// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/mask.h"

#include "protocol/initials.h"

using namespace Qt::StringLiterals;

namespace passport {
namespace {

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
    const QStringList first = graphemes(firstName.trimmed());
    const QStringList last = graphemes(lastName.trimmed());
    QStringList shown;
    if (!first.isEmpty())
        shown.append(first.first() + u'.');
    if (!last.isEmpty())
        shown.append(maskedSurname(last));
    return {.name = shown.join(u' '), .initials = initialsOf(firstName, lastName)};
}

} // namespace passport
