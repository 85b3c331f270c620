// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/usedcode.h"

#include "backend/account/accountparts.h"
#include "backend/account/recoverycodes.h"
#include "backend/account/users.h"
#include "backend/guard/audit.h"
#include "backend/mail/postoffice.h"
#include "backend/mail/readerlanguage.h"

using namespace Qt::StringLiterals;

namespace passport {

void tellRecoveryCodeUsed(
    Db &db, const Audit &audit, const PostOffice &post, UserId user, AuditEntry entry, PageLanguage language)
{
    const int left = recovery::left(db, user);
    entry.event = audit::recoveryCodeUsed;
    entry.data = {{"left"_L1, left}};
    audit.record(db, entry);
    const PageLanguage own = languageOfReader(db, user, language);
    for (const QString &address : loginsOf(db, user))
        post.post(
            db,
            {.kind = letter::recoveryCodeUsed,
             .to = address,
             .language = own,
             .values = {{u"left"_s, QString::number(left)}}});
}

} // namespace passport
