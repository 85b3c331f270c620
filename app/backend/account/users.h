// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "backend/clock.h"
#include "protocol/ids.h"
#include "protocol/person.h"

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace passport {

class Db;
class ServerUrls;

// Queries of the tables user and login. Each throws StoreError.

/// A person as the server knows him.
struct UserRow {
    UserId id = 0;
    QString firstName;
    QString lastName;
    std::optional<QString> photo; ///< Path on this server: "/photo/….jpg".
    QByteArray passwordHash;
    QByteArray totpSecret; ///< Empty: no second step.
    bool blocked = false;
    qint64 revision = 0;

    [[nodiscard]] QString fullName() const;
};

/// As the person himself reads it, the picture by its whole address.
[[nodiscard]] Profile profileOf(const UserRow &user, const ServerUrls &urls);

[[nodiscard]] std::optional<UserRow> userById(Db &db, UserId id);
[[nodiscard]] std::optional<UserRow> userByLogin(Db &db, const QString &login);
[[nodiscard]] QStringList loginsOf(Db &db, UserId id); ///< E-mail before phone.
[[nodiscard]] std::vector<UserRow> allUsers(Db &db); ///< By id.

/// A login as it is stored and found: an e-mail in lower case, a phone as + and digits, NFC, without spaces around it.
[[nodiscard]] QString normalisedLogin(const QString &text);
[[nodiscard]] bool isPhone(const QString &normalisedLogin);

struct NewUser {
    QStringList logins; ///< Not empty; e-mails and phones.
    QString firstName;
    QString lastName;
    QByteArray passwordHash;
    QByteArray totpSecret = {};
};
/// Nothing if one of the logins is taken.
std::optional<UserId> addUser(Db &db, const NewUser &user, const Clock &clock);
void setPasswordHash(Db &db, UserId id, const QByteArray &hash);
void setBlocked(Db &db, UserId id, bool blocked);
/// No second step and no recovery codes any more. The last step stays: no code twice, not even after it is set up anew.
void removeSecondStep(Db &db, UserId id);

} // namespace passport
