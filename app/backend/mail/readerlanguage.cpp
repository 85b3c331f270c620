// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/mail/readerlanguage.h"

#include "backend/store/db.h"

using namespace Qt::StringLiterals;

namespace passport {

void rememberLanguage(Db &db, UserId user, const QByteArray &acceptLanguage)
{
    const std::optional<PageLanguage> named = namedLanguage(acceptLanguage);
    if (!named)
        return;
    const QString word = *named == PageLanguage::Russian ? u"ru"_s : u"en"_s;
    db.run("UPDATE user SET language = ? WHERE id = ? AND language IS NOT ?"_L1, {word, user, word});
}

PageLanguage languageOfReader(Db &db, UserId user, PageLanguage otherwise)
{
    Rows rows = db.select("SELECT language FROM user WHERE id = ? AND language IS NOT NULL"_L1, {user});
    if (!rows.next())
        return otherwise;
    return rows.text(0) == "ru"_L1 ? PageLanguage::Russian : PageLanguage::English;
}

} // namespace passport
