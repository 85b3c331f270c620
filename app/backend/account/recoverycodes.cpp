// SPDX-FileCopyrightText: 2026 Passport developers
// SPDX-License-Identifier: Apache-2.0
#include "backend/account/recoverycodes.h"

#include "backend/core/crypto.h"
#include "backend/store/db.h"

using namespace Qt::StringLiterals;

namespace passport::recovery {
namespace {

constexpr auto alphabet = "0123456789abcdefghjkmnpqrstvwxyz"_L1; // Crockford: 5 bits each
constexpr qsizetype codeSize = 8;

} // namespace

QStringList freshCodes()
{
    QStringList codes;
    while (codes.size() < codesInSet) {
        QString code;
        for (qsizetype i = 0; i < codeSize; ++i)
            code.append(alphabet.at(crypto::randomBelow(static_cast<quint32>(alphabet.size()))));
        code.insert(codeSize / 2, u'-');
        if (!codes.contains(code))
            codes.append(code);
    }
    return codes;
}

QByteArray normalised(const QString &typed)
{
    QByteArray code;
    for (QChar c : typed.toLower()) {
        if (c.isSpace() || c == u'-')
            continue;
        if (c == u'o')
            c = u'0';
        else if (c == u'i' || c == u'l')
            c = u'1';
        if (!alphabet.contains(c) || code.size() == codeSize)
            return {};
        code.append(c.toLatin1());
    }
    return code.size() == codeSize ? code : QByteArray();
}

std::optional<Set> setOf(Db &db, UserId user)
{
    Rows rows = db.select("SELECT salt, memory, passes FROM recovery_set WHERE user_id = ?"_L1, {user});
    if (!rows.next())
        return std::nullopt;
    return Set{
        .salt = rows.bytes(0),
        .cost
        = {.memoryBytes = static_cast<std::size_t>(rows.integer(1)), .passes = static_cast<unsigned>(rows.integer(2))}};
}

void replace(Db &db, UserId user, const Set &set, const std::vector<QByteArray> &hashes)
{
    removeAll(db, user);
    db.run(
        "INSERT INTO recovery_set VALUES (?, ?, ?, ?)"_L1,
        {user, set.salt, qint64(set.cost.memoryBytes), qint64(set.cost.passes)});
    for (const QByteArray &hash : hashes)
        db.run("INSERT INTO recovery_code VALUES (?, ?)"_L1, {user, hash});
}

void removeAll(Db &db, UserId user)
{
    db.run("DELETE FROM recovery_set WHERE user_id = ?"_L1, {user}); // with its codes
}

int left(Db &db, UserId user)
{
    Rows rows = db.select("SELECT count(*) FROM recovery_code WHERE user_id = ?"_L1, {user});
    return rows.next() ? rows.smallInteger(0) : 0;
}

bool use(Db &db, UserId user, const QByteArray &hash)
{
    return db.run("DELETE FROM recovery_code WHERE user_id = ? AND hash = ?"_L1, {user, hash}) > 0;
}

} // namespace passport::recovery
