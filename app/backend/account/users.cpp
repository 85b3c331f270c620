// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/users.h"

#include "backend/account/recoverycodes.h"
#include "backend/core/serverurls.h"
#include "backend/store/db.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace passport {
namespace {

/// The columns in the order in which each select of this file names them.
UserRow userOf(const Rows &rows)
{
    return {
        .id = rows.integer(0),
        .firstName = rows.text(1),
        .lastName = rows.text(2),
        .photo = rows.maybeText(3),
        .passwordHash = rows.bytes(4),
        .totpSecret = rows.bytes(5),
        .blocked = rows.boolean(6),
        .revision = rows.integer(7)};
}

} // namespace

QString UserRow::fullName() const
{
    return u"%1 %2"_s.arg(firstName, lastName).trimmed();
}

Profile profileOf(const UserRow &user, const ServerUrls &urls)
{
    Profile profile{.firstName = user.firstName, .lastName = user.lastName, .photoUrl = {}, .revision = user.revision};
    if (user.photo)
        profile.photoUrl = urls.base() + *user.photo;
    return profile;
}

std::optional<UserRow> userById(Db &db, UserId id)
{
    Rows rows = db.select(
        "SELECT id, first_name, last_name, photo_url, password_hash, totp_secret, blocked, revision"
        " FROM user WHERE id = ?"_L1,
        {id});
    return rows.next() ? std::optional(userOf(rows)) : std::nullopt;
}

std::optional<UserRow> userByLogin(Db &db, const QString &login)
{
    Rows rows = db.select(
        "SELECT id, first_name, last_name, photo_url, password_hash, totp_secret, blocked, revision"
        " FROM user WHERE id = (SELECT user_id FROM login WHERE value = ?)"_L1,
        {present(normalisedLogin(login))});
    return rows.next() ? std::optional(userOf(rows)) : std::nullopt;
}

QStringList loginsOf(Db &db, UserId id)
{
    QStringList logins;
    Rows rows = db.select("SELECT value FROM login WHERE user_id = ? ORDER BY kind, value"_L1, {id});
    while (rows.next())
        logins.append(rows.text(0));
    return logins;
}

std::vector<UserRow> allUsers(Db &db)
{
    std::vector<UserRow> users;
    Rows rows = db.select("SELECT id, first_name, last_name, photo_url, password_hash, totp_secret, blocked, revision"
                          " FROM user ORDER BY id"_L1);
    while (rows.next())
        users.push_back(userOf(rows));
    return users;
}

bool isPhone(const QString &normalisedLogin)
{
    return normalisedLogin.startsWith(u'+');
}

QString normalisedLogin(const QString &text)
{
    const QString login = text.normalized(QString::NormalizationForm_C).trimmed().toLower();
    if (login.contains(u'@'))
        return login;
    QString digits;
    for (const QChar c : login) {
        if (c.isDigit())
            digits.append(QChar(u'0' + c.digitValue()));
        else if (!u" -()+."_s.contains(c))
            return login; // no phone; found by nobody, like any unknown login
    }
    return digits.isEmpty() ? login : u'+' + digits;
}

std::optional<UserId> addUser(Db &db, const NewUser &user, const Clock &clock)
{
    QStringList logins;
    std::ranges::transform(user.logins, std::back_inserter(logins), normalisedLogin);
    for (const QString &login : logins) {
        if (db.select("SELECT 1 FROM login WHERE value = ?"_L1, {login}).next())
            return std::nullopt;
    }
    const QVariant secret = user.totpSecret.isEmpty() ? QVariant() : user.totpSecret;
    db.run(
        "INSERT INTO user (first_name, last_name, password_hash, totp_secret, created_at) VALUES (?, ?, ?, ?, ?)"_L1,
        {present(user.firstName), present(user.lastName), user.passwordHash, secret, clock.nowMs()});
    const UserId id = db.lastId();
    for (const QString &login : logins)
        db.run("INSERT INTO login VALUES (?, ?, ?)"_L1, {login, id, isPhone(login) ? u"phone"_s : u"email"_s});
    return id;
}

void setPasswordHash(Db &db, UserId id, const QByteArray &hash)
{
    db.run("UPDATE user SET password_hash = ? WHERE id = ?"_L1, {hash, id});
}

void removeSecondStep(Db &db, UserId id)
{
    db.run("UPDATE user SET totp_secret = NULL WHERE id = ?"_L1, {id});
    recovery::removeAll(db, id);
}

void setBlocked(Db &db, UserId id, bool blocked)
{
    db.run("UPDATE user SET blocked = ? WHERE id = ?"_L1, {blocked, id});
}

} // namespace passport
