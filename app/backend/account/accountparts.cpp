// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/accountparts.h"

#include "backend/push/hub.h"

using namespace Qt::StringLiterals;

namespace passport {

void account::ringChanged(Hub &hub, UserId user, qint64 revision, QLatin1StringView what)
{
    hub.publishToUser(
        user, {},
        {.module = u"passport"_s,
         .command = u"profileChanged"_s,
         .params = {{"revision"_L1, revision}, {"what"_L1, what}}});
}

} // namespace passport
