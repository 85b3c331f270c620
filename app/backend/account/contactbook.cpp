// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/contactbook.h"

#include "backend/account/users.h"
#include "backend/core/crypto.h"
#include "backend/http/message.h"
#include "backend/mail/postoffice.h"
#include "backend/mail/readerlanguage.h"
#include "backend/store/db.h"
#include "protocol/base64url.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

constexpr qsizetype idBytes = 12;

Contact bound(UserId user, const QString &value)
{
    return {
        .id = contactIdOf(user, value),
        .kind = isPhone(value) ? Contact::Kind::Phone : Contact::Kind::Email,
        .value = value,
        .confirmed = true,
        .login = true};
}

} // namespace

ContactId contactIdOf(UserId user, const QString &value)
{
    const QString name = u"%1 %2"_s.arg(user).arg(value);
    return ContactId(QString::fromLatin1(toBase64Url(crypto::sha256(name.toUtf8()).first(idBytes))));
}

std::vector<Contact> contactsOf(Db &db, UserId user)
{
    std::vector<Contact> contacts;
    for (const QString &value : loginsOf(db, user))
        contacts.push_back(bound(user, value));
    return contacts;
}

std::optional<Contact> contactOf(Db &db, UserId user, const ContactId &id)
{
    const std::vector<Contact> contacts = contactsOf(db, user);
    const auto found = std::ranges::find_if(contacts, [&id](const Contact &contact) { return contact.id == id; });
    return found == contacts.end() ? std::nullopt : std::optional(*found);
}

std::optional<UserId> ownerOf(Db &db, const QString &value)
{
    Rows rows = db.select("SELECT user_id FROM login WHERE value = ?"_L1, {value});
    return rows.next() ? std::optional(rows.integer(0)) : std::nullopt;
}

std::optional<Contact> bindContact(Db &db, UserId user, const Confirmations::Asked &asked)
{
    const auto owner = ownerOf(db, asked.value);
    if (owner && *owner != user)
        return std::nullopt;
    if (!owner)
        db.run("INSERT INTO login VALUES (?, ?, ?)"_L1, {asked.value, user, wordOf(asked.kind)});
    const auto old = asked.about.isEmpty() ? std::nullopt : contactOf(db, user, ContactId(asked.about));
    if (old && old->value != asked.value)
        unbindContact(db, user, old->value);
    return bound(user, asked.value);
}

void unbindContact(Db &db, UserId user, const QString &value)
{
    db.run("DELETE FROM login WHERE user_id = ? AND value = ?"_L1, {user, value});
    Confirmations::revokeAt(db, value);
    db.run("DELETE FROM pending_sign_in WHERE user_id = ? AND new_password IS NOT NULL"_L1, {user});
}

void tellContacts(Db &db, const PostOffice &post, UserId user, const HttpRequest &http, const ContactNotice &notice)
{
    QStringList addresses = loginsOf(db, user) + notice.also;
    addresses.removeDuplicates();
    addresses.removeAll(notice.except);
    const PageLanguage language = languageOfReader(db, user, languageOf(http.header("accept-language")));
    for (const QString &address : std::as_const(addresses))
        post.post(db, {.kind = notice.kind, .to = address, .language = language, .values = notice.values});
}

} // namespace passport
