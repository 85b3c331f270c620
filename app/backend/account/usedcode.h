// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/core/templates.h"
#include "protocol/ids.h"

#include <QLatin1StringView>

namespace passport {

class Audit;
class Db;
class PostOffice;
struct AuditEntry;

namespace audit {
inline constexpr QLatin1StringView recoveryCodeUsed("recoverycodes.use"); ///< data {left}
} // namespace audit
namespace letter {
inline constexpr QLatin1StringView recoveryCodeUsed("recoverycodes.used"); ///< left: how many there are still
} // namespace letter

/// A recovery code was good for a sign-in or a step-up, and is no more (SR-39): a line of the audit, and word to every
/// contact of the person with how many are left (SR-40). `entry` says who and from where; its event and data are set
/// here. `language` for a reader whose own nobody knows. In the transaction that used it.
void tellRecoveryCodeUsed(
    Db &db, const Audit &audit, const PostOffice &post, UserId user, AuditEntry entry, PageLanguage language);

} // namespace passport
