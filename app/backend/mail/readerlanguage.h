// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/core/templates.h"
#include "protocol/ids.h"

namespace passport {

class Db;

// In which language somebody reads his letters: the one that his last sign-in asked for, whoever causes the letter.
// Queries of the table user; each throws StoreError.

/// In the transaction of a sign-in. A program that names neither language of ours changes nothing.
void rememberLanguage(Db &db, UserId user, const QByteArray &acceptLanguage);
/// `otherwise` as long as nobody knows.
[[nodiscard]] PageLanguage languageOfReader(Db &db, UserId user, PageLanguage otherwise = PageLanguage::English);

} // namespace passport
