// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/account/confirmations.h"
#include "backend/mail/letter.h"
#include "protocol/contact.h"

#include <vector>

namespace passport {

class Db;
class PostOffice;
struct HttpRequest;

// A person's contacts as the store has them: what is confirmed is a login. Queries throw StoreError.

/// Names one contact of one person; tells nothing to others.
[[nodiscard]] ContactId contactIdOf(UserId user, const QString &value);
/// Confirmed ones, e-mail before phone.
[[nodiscard]] std::vector<Contact> contactsOf(Db &db, UserId user);
[[nodiscard]] std::optional<Contact> contactOf(Db &db, UserId user, const ContactId &id);
/// Whose login it is; nothing if nobody's.
[[nodiscard]] std::optional<UserId> ownerOf(Db &db, const QString &value);

/// Makes it a login, in place of the one that `asked.about` names. Nothing if somebody was first.
[[nodiscard]] std::optional<Contact> bindContact(Db &db, UserId user, const Confirmations::Asked &asked);
/// The codes for a recovery or a sign-in that went there end with it.
void unbindContact(Db &db, UserId user, const QString &value);

/// Something that all contacts of a person shall hear of (SR-40).
struct ContactNotice {
    QLatin1StringView kind; ///< Of a Letter.
    PageValues values = {};
    QStringList also = {}; ///< Addresses that are the person's no more.
    QString except = {}; ///< The one that need not be told of itself.
};
/// In the person's language; as long as nobody knows it, in that of the call that causes the letters.
void tellContacts(Db &db, const PostOffice &post, UserId user, const HttpRequest &http, const ContactNotice &notice);

} // namespace passport
